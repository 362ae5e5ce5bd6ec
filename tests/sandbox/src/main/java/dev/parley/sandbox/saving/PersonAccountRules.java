package dev.parley.sandbox.saving;

import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.records.Transaction;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Person accounts: an account that was made with a LastName is a person. Its Name is composed and never given, and a
 * contact goes with it that holds the same; whoever changes one of them changes both.
 */
final class PersonAccountRules {
    private static final String PERSON = "IsPersonAccount";
    private static final String CONTACT = "PersonContactId";

    /** The contact's field by the account's. */
    private static final Map<String, String> SHARED = shared();

    private final Schema org;
    private final Transaction transaction;

    PersonAccountRules(Schema org, Transaction transaction) {
        this.org = org;
        this.transaction = transaction;
    }

    private static Map<String, String> shared() {
        Map<String, String> shared = new LinkedHashMap<>();
        Stream.of("FirstName", "LastName", "Salutation", "Name", "Phone", "Fax", "OwnerId", "Description")
                .forEach(same -> shared.put(same, same));
        Stream.of(
                        "Email",
                        "MobilePhone",
                        "HomePhone",
                        "OtherPhone",
                        "Title",
                        "Department",
                        "Birthdate",
                        "LeadSource",
                        "HasOptedOutOfEmail",
                        "DoNotCall")
                .forEach(name -> shared.put("Person" + name, name));
        return shared;
    }

    /** Says what an account is, composes its name, and refuses what does not go with it; before it is completed. */
    void apply(SObjectType type, SObject before, Draft draft, Map<String, Object> values) {
        if (!type.name().equals("Account") || type.field(PERSON).isEmpty()) {
            return;
        }
        boolean person = before == null ? values.get("LastName") != null : before.isTrue(PERSON);
        List<String> refused = draft.values().entrySet().stream()
                .filter(given -> given.getValue() != null)
                .map(given -> given.getKey().name())
                .filter(name -> person ? name.equals("Name") : isPersons(name))
                .toList();
        if (!refused.isEmpty()) {
            throw new SalesforceError(
                    400,
                    "INVALID_FIELD_FOR_INSERT_UPDATE",
                    "Account: bad field names on insert/update call: " + String.join(", ", refused),
                    refused);
        }
        values.put(PERSON, person);
        if (person) {
            StandardRules.composeName(values);
            values.putIfAbsent(CONTACT, transaction.nextId(contactType()));
        }
        String missing = person ? "LastName" : "Name";
        if (values.get(missing) == null) {
            throw new SalesforceError(
                    400, "REQUIRED_FIELD_MISSING", "Required fields are missing: [" + missing + "]", List.of(missing));
        }
    }

    private static boolean isPersons(String field) {
        return field.startsWith("Person")
                || List.of("FirstName", "LastName", "Salutation").contains(field);
    }

    /** A person's contact takes no other account, and its record type is the account's matter. */
    void requireChangeable(SObject contact, Draft draft) {
        boolean moved = contact.isTrue(PERSON)
                && draft.values().keySet().stream().map(Field::name).anyMatch("AccountId"::equals);
        if (moved) {
            throw SalesforceError.badRequest(
                    "INVALID_FIELD_FOR_INSERT_UPDATE",
                    "Contact: bad field names on insert/update call: AccountId",
                    "AccountId");
        }
    }

    /** Brings the other of the two up to date. */
    void keepTogether(SObjectType type, String id, Map<String, Object> saved) {
        if (!Boolean.TRUE.equals(saved.get(PERSON))) {
            return;
        }
        if (type.name().equals("Account")) {
            toContact(id, saved);
        } else if (type.name().equals("Contact")) {
            toAccount(saved);
        }
    }

    private void toContact(String accountId, Map<String, Object> account) {
        String id = (String) account.get(CONTACT);
        Optional<SObject> held = transaction.byId(id);
        Map<String, Object> values = new LinkedHashMap<>(held.map(SObject::values)
                .orElseGet(() -> Defaults.of(contactType(), id, transaction, (String) account.get("CreatedById"))));
        values.put(PERSON, true);
        values.put("AccountId", accountId);
        SHARED.forEach((here, there) -> copy(account.get(here), there, values));
        put(contactType(), id, held.orElse(null), values, account);
    }

    private void toAccount(Map<String, Object> contact) {
        transaction.byId((String) contact.get("AccountId")).ifPresent(account -> {
            Map<String, Object> values = new LinkedHashMap<>(account.values());
            SHARED.forEach((there, here) -> copy(contact.get(here), there, values));
            put(account.type(), account.id(), account, values, contact);
        });
    }

    private static void copy(Object value, String field, Map<String, Object> values) {
        if (value == null) {
            values.remove(field);
        } else {
            values.put(field, value);
        }
    }

    private void put(
            SObjectType type, String id, SObject before, Map<String, Object> values, Map<String, Object> saved) {
        if (before != null && Objects.equals(before.values(), values)) {
            return;
        }
        List.of("LastModifiedDate", "LastModifiedById", "SystemModstamp")
                .forEach(stamp -> values.put(stamp, saved.get(stamp)));
        transaction.put(type, id, values);
    }

    private SObjectType contactType() {
        return org.find("Contact").orElseThrow();
    }
}
