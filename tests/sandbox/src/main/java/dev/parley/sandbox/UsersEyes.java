package dev.parley.sandbox;

import dev.parley.sandbox.pages.Eyes;
import dev.parley.sandbox.records.Records;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.schema.Schema;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the org's users see of it: everything, save those who are held to a permission set.
 *
 * @param whole the org as the administrator sees it
 * @param held by username, the org as those others see it
 */
record UsersEyes(Schema whole, Map<String, Schema> held) implements Eyes {
    @Override
    public Optional<Schema> of(String user, Records records) {
        return user.isEmpty() ? Optional.of(whole) : find(user, records).map(this::seenBy);
    }

    private Optional<SObject> find(String user, Records records) {
        SObjectType type = whole.find("User").orElseThrow();
        Stream<SObject> byId = records.byId(user).stream()
                .filter(record -> record.type().name().equals(type.name()));
        Stream<SObject> byName = records.withValue(type, type.field("Username").orElseThrow(), user);
        return Stream.concat(byId, byName).findFirst();
    }

    private Schema seenBy(SObject user) {
        return held.getOrDefault(user.text("Username"), whole);
    }
}
