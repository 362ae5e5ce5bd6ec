package dev.parley.crm;

import java.util.Map;

/**
 * One record to be written.
 *
 * @param sobject API name of the object type
 * @param target which record
 * @param fields by API name: String, Number, Boolean, null (blanks the field) or {@link Reference}
 * @param options how the CRM shall treat it
 */
public record RecordWrite(String sobject, Target target, Map<String, Object> fields, Options options) {

    /** Which record is meant. */
    public sealed interface Target {
        /** The record with this Salesforce id, which must exist. */
        record ById(String id) implements Target {}

        /** The record with this external id, made if there is none. */
        record ByExternalId(String field, String value) implements Target {}

        /** A new record each time; for object types without external ids. */
        record New() implements Target {}
    }

    /**
     * How the CRM shall treat the write.
     *
     * @param assignment {@code rules}, {@code none} or the id of an assignment rule
     * @param duplicates what to do when a duplicate rule objects
     */
    public record Options(String assignment, Duplicates duplicates) {
        /** No assignment rule runs; a duplicate rule's warning is passed over. */
        public static final Options PLAIN = new Options("none", Duplicates.ALLOW);
    }

    /** What to do when the org's duplicate rules find the record a second time. */
    public enum Duplicates {
        /** Take the record that is there. */
        USE_MATCH,
        /** Make it all the same. */
        ALLOW,
        /** Make none, and let a person look. */
        REVIEW
    }
}
