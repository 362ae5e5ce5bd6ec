package dev.parley.sandbox.rest;

import dev.parley.sandbox.records.Records;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.records.Transaction;
import dev.parley.sandbox.saving.Caller;
import dev.parley.sandbox.saving.DraftReader;
import dev.parley.sandbox.saving.Saver;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.schema.Schema;

/** What the resources of one call work with: the org, who asks, and the transaction that holds it all together. */
final class Context {
    private final Org org;
    private final Transaction transaction;
    private final Caller caller;
    private final boolean allOrNone;
    private final Aftermath aftermath;

    Context(Org org, Transaction transaction, Caller caller, boolean allOrNone, Aftermath aftermath) {
        this.org = org;
        this.transaction = transaction;
        this.caller = caller;
        this.allOrNone = allOrNone;
        this.aftermath = aftermath;
    }

    /** The same call where the failure of one record is the failure of all, whatever a collection says itself. */
    Context allOrNone(boolean all) {
        return new Context(org, transaction, caller, all, aftermath);
    }

    /** The same call with what a subrequest's own headers say. */
    Context as(Caller other) {
        return new Context(org, transaction, other, allOrNone, aftermath);
    }

    boolean isAllOrNone() {
        return allOrNone;
    }

    Org org() {
        return org;
    }

    Transaction transaction() {
        return transaction;
    }

    /** The records as the caller sees them. */
    Records records() {
        return caller.sharing().of(transaction);
    }

    Caller caller() {
        return caller;
    }

    /** The org as the caller sees it. */
    Schema schema() {
        return caller.schema();
    }

    /** The same with labels in the caller's language: for what is told, not for what is saved. */
    Schema labelled() {
        return schema().in(caller.language());
    }

    Saver saver() {
        return new Saver(org.schema(), transaction, org.rules(), caller);
    }

    DraftReader drafts() {
        return new DraftReader(caller.schema());
    }

    /** The type of that name, if the caller sees it. */
    SObjectType type(String name) {
        return type(schema(), name);
    }

    /** The same with labels in the caller's language. */
    SObjectType labelledType(String name) {
        return type(labelled(), name);
    }

    private static SObjectType type(Schema schema, String name) {
        return schema.find(name)
                .orElseThrow(() -> SalesforceError.notFound("NOT_FOUND", "The requested resource does not exist"));
    }

    /** Lets a fault that is set up for that text happen. */
    void mayFail(String text) {
        org.faults().take(text).ifPresent(fault -> {
            aftermath.add(fault);
            if (fault.refuses()) {
                throw FaultErrors.of(fault);
            }
        });
    }

    /** Notes a subrequest, by its method and address, and lets a fault that is set up for it happen. */
    void asks(String subrequest) {
        aftermath.asked(subrequest);
        mayFail(subrequest);
    }
}
