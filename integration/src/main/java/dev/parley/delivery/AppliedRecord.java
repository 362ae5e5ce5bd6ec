package dev.parley.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * What is known of a record that Parley wrote or tried to write.
 *
 * @param crmId its Salesforce id, or null while unknown
 * @param outcome whether the CRM confirmed it
 * @param fields the values last written, by field
 * @param kept fields that a person has changed since, and that are left alone from then on
 * @param hold fields that an undo put back
 */
record AppliedRecord(String crmId, Outcome outcome, ObjectNode fields, Set<String> kept, Hold hold) {

    AppliedRecord(String crmId, Outcome outcome, ObjectNode fields, Set<String> kept) {
        this(crmId, outcome, fields, kept, Hold.NONE);
    }

    /** What became of the last write. */
    enum Outcome {
        /** The CRM confirmed it. */
        WRITTEN,
        /** The org had it already, under another key; it is addressed by its id. */
        MATCHED,
        /** It was about to be sent when it was last heard of: it may or may not stand in the CRM. */
        UNKNOWN
    }

    /** Whether it stands in the CRM for certain. */
    boolean written() {
        return outcome != Outcome.UNKNOWN;
    }
}
