package dev.parley.identity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Accounts that are people (Salesforce's person accounts): each has a contact of its own, and what they are found by
 * stands on both. The account may be known before its contact is.
 */
final class PersonAccounts {

    private static final Map<String, String> ON_CONTACT = Map.of(
            "Name", "Name",
            "FirstName", "FirstName",
            "LastName", "LastName",
            "PersonEmail", "Email",
            "Phone", "Phone",
            "PersonMobilePhone", "MobilePhone",
            "OwnerId", "OwnerId");

    private final Directory directory;

    PersonAccounts(Directory directory) {
        this.directory = directory;
    }

    static boolean isPerson(Known account) {
        return account.flag("IsPersonAccount");
    }

    /** The contacts of those who are found by that key. */
    List<Known> contacts(By by, String text) {
        List<Known> contacts = new ArrayList<>();
        directory.find(by, text).forEach(account -> contact(account).ifPresent(contacts::add));
        return contacts;
    }

    /** The contact of a person account, as far as it is known; empty where the org does not say which it is. */
    private Optional<Known> contact(Known account) {
        String id = account.text("PersonContactId");
        return directory.find(Followed.CONTACT, id).or(() -> Optional.ofNullable(id)
                .map(known -> new Known(Followed.CONTACT.sobject(), known, account.stamp(), fields(account))));
    }

    private static ObjectNode fields(Known account) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode().put("AccountId", account.id());
        ON_CONTACT.forEach((here, there) -> {
            if (account.text(here) != null) {
                fields.set(there, account.fields().get(here));
            }
        });
        return fields;
    }
}
