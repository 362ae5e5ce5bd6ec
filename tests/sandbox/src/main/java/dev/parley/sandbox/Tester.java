package dev.parley.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.calls.ApiCall;
import dev.parley.sandbox.calls.Fault;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.records.Transaction;
import dev.parley.sandbox.rest.Org;
import dev.parley.sandbox.saving.Caller;
import dev.parley.sandbox.saving.Conversion;
import dev.parley.sandbox.saving.Merge;
import dev.parley.sandbox.saving.OrgRules;
import dev.parley.sandbox.saving.SaveOptions;
import dev.parley.sandbox.saving.Saver;
import dev.parley.sandbox.saving.Undeletion;
import java.util.List;
import java.util.Map;

/** What a tester may do with the org, as its administrator. */
final class Tester {
    private final Org org;
    private final Runnable replant;
    private final Runnable personAccounts;

    /**
     * A tester.
     *
     * @param replant puts back what a new org holds
     * @param personAccounts switches person accounts on
     */
    Tester(Org org, Runnable replant, Runnable personAccounts) {
        this.org = org;
        this.replant = replant;
        this.personAccounts = personAccounts;
    }

    /** Switches person accounts on, for as long as the org's home is there. */
    void personAccounts() {
        personAccounts.run();
    }

    List<ApiCall> calls() {
        return org.calls().list();
    }

    void reset(boolean callsOnly) {
        org.calls().clear();
        if (!callsOnly) {
            org.faults().set(List.of());
            org.rules().clear();
            org.store().clear();
            replant.run();
        }
    }

    /** Takes an array of faults; each needs a {@code match} and something to do. */
    Object faults(JsonNode body) {
        List<Fault> faults = body.valueStream().map(Tester::fault).toList();
        org.faults().set(faults);
        return faults;
    }

    private static Fault fault(JsonNode json) {
        Fault fault = new Fault(
                json.path("match").asText(),
                json.path("times").asInt(1),
                json.path("status").asInt(0),
                text(json, "errorCode"),
                json.path("delayMs").asLong(0),
                json.path("dropAfterCommit").asBoolean(false));
        if (fault.match().isEmpty() || (!fault.refuses() && fault.delayMs() == 0 && !fault.dropAfterCommit())) {
            throw SalesforceError.badRequest(
                    "INVALID_INPUT",
                    "A fault needs a match and one of status, errorCode, delayMs and dropAfterCommit: " + json);
        }
        return fault;
    }

    /**
     * Sets up rules: {@code {"assignment": {"Lead": "005…"}, "duplicates": ["Lead"]}}. A rule that is not named is
     * taken away.
     */
    Object rules(JsonNode body) {
        org.rules().clear();
        return org.store().write(transaction -> {
            body.path("assignment").properties().forEach(entry -> {
                var ruleType = org.schema().find("AssignmentRule").orElseThrow();
                String id = transaction.nextId(ruleType);
                org.rules()
                        .assign(
                                entry.getKey(),
                                new OrgRules.AssignmentRule(id, entry.getValue().asText()));
            });
            body.path("duplicates").forEach(type -> org.rules().detectDuplicates(type.asText(), true));
            return body;
        });
    }

    Object convert(JsonNode body) {
        return org.store().write(transaction -> {
            Conversion conversion = new Conversion(org.schema(), transaction, saver(transaction));
            return conversion.convert(new Conversion.Request(
                    body.path("leadId").asText(),
                    text(body, "accountId"),
                    text(body, "contactId"),
                    text(body, "opportunityName"),
                    body.path("doNotCreateOpportunity").asBoolean(false)));
        });
    }

    Object merge(JsonNode body) {
        return org.store().write(transaction -> {
            List<String> merged =
                    body.path("mergedIds").valueStream().map(JsonNode::asText).toList();
            String master = body.path("masterId").asText();
            new Merge(org.schema(), transaction).merge(body.path("type").asText(), master, merged);
            return Map.of("id", master, "mergedRecordIds", merged, "success", true);
        });
    }

    /** Takes {@code {"id": "001…"}} out of the recycle bin; REST cannot. */
    Object undelete(JsonNode body) {
        return org.store().write(transaction -> {
            String id = body.path("id").asText();
            new Undeletion(transaction, administrator(transaction)).undelete(id);
            return Map.of("id", id, "success", true);
        });
    }

    private Saver saver(Transaction transaction) {
        Caller caller = new Caller(org.rights().of(administrator(transaction), transaction), SaveOptions.DEFAULT);
        return new Saver(org.schema(), transaction, org.rules(), caller);
    }

    private String administrator(Transaction transaction) {
        return Seed.user(org.schema(), transaction, Seed.ADMINISTRATOR).id();
    }

    private static String text(JsonNode json, String name) {
        return json.hasNonNull(name) ? json.get(name).asText() : null;
    }
}
