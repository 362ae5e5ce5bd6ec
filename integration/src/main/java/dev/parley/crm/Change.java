package dev.parley.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * A change of records, as the CRM tells it by itself (a Salesforce change event).
 *
 * @param sobject API name of the object type
 * @param ids the records that changed in the same way, 18 characters each; empty for {@link Kind#GAP} if not even that is
 *     known
 * @param kind what became of them
 * @param fields of a created or restored record all fields that hold something, of a changed one those that changed, by
 *     API name and JSON null for one that was emptied; what the CRM computes when it is asked is not among them
 * @param at when the change stood, by the CRM's clock
 * @param own whether Parley made it itself
 * @param replayId the change's place among all changes of the type, to go on after it
 */
public record Change(
        String sobject, List<String> ids, Kind kind, ObjectNode fields, Instant at, boolean own, long replayId) {

    /** What became of a record. */
    public enum Kind {
        /** It is new. */
        CREATED,
        /** Fields of it have changed. */
        UPDATED,
        /** It is in the recycle bin, or was merged into another. */
        DELETED,
        /** It came back from the recycle bin. */
        UNDELETED,
        /** Something became of it that the CRM does not tell in full: read it. */
        GAP
    }
}
