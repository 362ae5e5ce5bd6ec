package dev.parley.sandbox.saving;

import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.records.Transaction;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.Field.Trait;
import dev.parley.sandbox.schema.Operation;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.schema.Schema;
import dev.parley.sandbox.sharing.Sharing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes, changes and deletes records for one caller in one transaction. What fails leaves no trace. */
public final class Saver {
    private final Schema org;
    private final Transaction transaction;
    private final Caller caller;
    private final ReferenceChecks references;
    private final StandardRules rules;
    private final Uniqueness uniqueness;
    private final Assignment assignment;
    private final DuplicateRule duplicates;
    private final PersonAccountRules people;

    /**
     * A saver.
     *
     * @param org the whole org, as the administrator sees it
     */
    public Saver(Schema org, Transaction transaction, OrgRules orgRules, Caller caller) {
        this.org = org;
        this.transaction = transaction;
        this.caller = caller;
        references = new ReferenceChecks(org, transaction, caller.sharing());
        rules = new StandardRules(org, transaction);
        uniqueness = new Uniqueness(transaction);
        assignment = new Assignment(orgRules, caller.options());
        duplicates = new DuplicateRule(orgRules, transaction, caller.options());
        people = new PersonAccountRules(org, transaction);
    }

    /** Makes a record and gives its id. */
    public String insert(Draft draft) {
        if (draft.id() != null) {
            throw SalesforceError.badRequest(
                    "INVALID_FIELD_FOR_INSERT_UPDATE", "cannot specify Id in an insert call", "Id");
        }
        Access.require(draft.type(), Operation.CREATE);
        Access.requireWritable(draft, Trait.CREATEABLE);
        SObjectType type = full(draft.type());
        String id = transaction.nextId(type);
        Map<String, Object> values = Defaults.of(type, id, transaction, caller.userId());
        apply(draft, values);
        assignment.assign(type, values);
        references.requireActiveOwner(type, null, values.get("OwnerId"));
        rules.apply(type, null, values);
        people.apply(type, null, draft, values);
        requireComplete(type, values);
        uniqueness.check(type, id, values);
        uniqueness.checkAssignment(type, values);
        duplicates.check(type, values);
        transaction.put(type, id, stamped(values));
        people.keepTogether(type, id, values);
        PrimaryRole.keepOnlyOne(transaction, type, values);
        return id;
    }

    /** Changes the record with that id. */
    public void update(String id, Draft draft) {
        SObject before = live(draft.type(), id);
        Access.require(draft.type(), Operation.EDIT);
        Access.requireShared(caller.sharing(), before, Sharing::edits);
        Access.requireWritable(draft, Trait.UPDATEABLE);
        SObjectType type = before.type();
        rules.requireChangeable(before);
        people.requireChangeable(before, draft);
        Map<String, Object> values = new LinkedHashMap<>(before.values());
        apply(draft, values);
        assignment.assign(type, values);
        references.requireActiveOwner(type, before.values().get("OwnerId"), values.get("OwnerId"));
        if (!Objects.equals(before.values().get("OwnerId"), values.get("OwnerId"))) {
            Access.requireShared(caller.sharing(), before, Sharing::owns);
        }
        rules.apply(type, before, values);
        people.apply(type, before, draft, values);
        requireComplete(type, values);
        uniqueness.check(type, before.id(), values);
        transaction.put(type, before.id(), stamped(values));
        people.keepTogether(type, before.id(), values);
        PrimaryRole.keepOnlyOne(transaction, type, values);
    }

    /** Moves the record, and what belongs to it, to the recycle bin. */
    public void delete(SObjectType type, String id) {
        SObject record = live(type, id);
        Access.require(type, Operation.DELETE);
        Access.requireShared(caller.sharing(), record, Sharing::owns);
        new Deletion(org, transaction, caller.userId()).delete(record);
    }

    private void apply(Draft draft, Map<String, Object> values) {
        draft.values().forEach((field, value) -> {
            Object kept = FieldChecks.checked(field, value);
            boolean refers = kept != null && field.parent().isPresent();
            set(values, field, refers ? references.checked(field, (String) kept) : kept);
        });
        draft.links().forEach(link -> set(values, link.reference(), references.resolve(link)));
    }

    private static void set(Map<String, Object> values, Field field, Object value) {
        if (value == null) {
            values.remove(field.name());
        } else {
            values.put(field.name(), value);
        }
    }

    private static void requireComplete(SObjectType type, Map<String, Object> values) {
        List<String> missing = type.fields().stream()
                .filter(field -> field.is(Trait.REQUIRED) && !field.is(Trait.CALCULATED))
                .map(Field::name)
                .filter(name -> values.get(name) == null)
                .toList();
        if (!missing.isEmpty()) {
            throw new SalesforceError(
                    400, "REQUIRED_FIELD_MISSING", "Required fields are missing: " + missing, missing);
        }
    }

    private Map<String, Object> stamped(Map<String, Object> values) {
        values.put("LastModifiedDate", transaction.now());
        values.put("LastModifiedById", caller.userId());
        values.put("SystemModstamp", transaction.now());
        return values;
    }

    private SObject live(SObjectType type, String id) {
        SObject record = transaction
                .byId(id)
                .filter(found -> found.type().name().equals(type.name()))
                .orElseThrow(() -> SalesforceError.notFound("NOT_FOUND", "The requested resource does not exist"));
        if (record.isDeleted()) {
            throw SalesforceError.notFound("ENTITY_IS_DELETED", "entity is deleted");
        }
        return record;
    }

    private SObjectType full(SObjectType seen) {
        return org.find(seen.name()).orElseThrow();
    }
}
