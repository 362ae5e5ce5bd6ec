package dev.parley.sandbox.records;

import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The records to read. Deleted records are among what every method gives; {@link SObject#isDeleted()} tells them. What
 * a stream gives is consistent only while the caller is inside {@link Store#read}.
 */
public interface Records {
    /** Every record of the type, in the order they were made. */
    Stream<SObject> all(SObjectType type);

    /** How many records of the type there are, deleted ones too. */
    int count(SObjectType type);

    /** The record with that id of 15 or 18 characters. */
    Optional<SObject> byId(String id);

    /**
     * The records whose field has that value; text is compared without regard to case unless the field is case-sensitive.
     *
     * @param field an indexed field ({@link Field#isIndexed()}); another is found by reading every record
     * @param value of the field's Java type, not null; ids have 18 characters
     */
    Stream<SObject> withValue(SObjectType type, Field field, Object value);

    /** The records last changed at or after that instant, in the order of their SystemModstamp. */
    Stream<SObject> changedSince(SObjectType type, Instant from);
}
