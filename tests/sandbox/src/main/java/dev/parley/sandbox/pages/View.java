package dev.parley.sandbox.pages;

import dev.parley.sandbox.records.Records;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.schema.Schema;
import dev.parley.sandbox.words.Words;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The org through one user's eyes: what that user may not see is not there.
 *
 * @param schema the org as the user sees it
 * @param as who looks, as the address says it; empty for the administrator
 * @param words in whose language
 */
record View(Schema schema, Records records, String as, Words words) {

    /** The record, if it exists, is not deleted, and the user may see its type. */
    Optional<SObject> record(String id) {
        return records.byId(id)
                .filter(record -> !record.isDeleted())
                .filter(record -> schema.find(record.type().name()).isPresent());
    }

    /** The type of a record that the user may see. */
    SObjectType type(SObject record) {
        return schema.find(record.type().name()).orElseThrow();
    }

    /** The value of a field; null if there is none or the user may not see it. */
    Object value(SObject record, String field) {
        return type(record).field(field).map(record::get).orElse(null);
    }

    /** The same as text, empty for null. */
    String text(SObject record, String field) {
        Object value = value(record, field);
        return value == null ? "" : value.toString();
    }

    /** The same as a point in time, the beginning of time for null. */
    Instant time(SObject record, String field) {
        return value(record, field) instanceof Instant moment ? moment : Instant.MIN;
    }

    /** All records of a type; none if the user may not see it. */
    Stream<SObject> all(String type) {
        return schema.find(type).stream().flatMap(records::all).filter(record -> !record.isDeleted());
    }

    /** The records of a type whose reference points to that id; none if the user may not see them. */
    Stream<SObject> referring(String type, String reference, String id) {
        return schema.find(type).stream()
                .flatMap(found -> found.field(reference).stream().flatMap(field -> records.withValue(found, field, id)))
                .filter(record -> !record.isDeleted());
    }

    /** What people call records of that type. */
    String kind(SObjectType type) {
        return words.find("type." + type.name()).orElseGet(type::label);
    }

    /** What people call the record: its name, else its subject or its id. */
    String name(SObject record) {
        SObjectType type = type(record);
        String name = type.nameField()
                .map(Field::name)
                .map(field -> text(record, field))
                .orElse("");
        String subject = name.isBlank() ? text(record, "Subject") : name;
        return subject.isBlank() ? record.id() : subject;
    }
}
