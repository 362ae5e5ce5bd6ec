package dev.parley.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The port to the CRM (Messaging Gateway). Every method may block for as long as the CRM's time-out and throws
 * {@link CrmException} if the call as a whole failed; what became of a single record is in its {@link WriteResult}.
 */
public interface Crm {

    /** The org that the credentials lead to; one call, remembered after the first success. */
    Org org();

    /**
     * What the org knows of an object type; remembered for a while.
     *
     * @param sobject API name
     */
    Describe describe(String sobject);

    /** The same as the org says it now, whatever is remembered: one call. */
    default Describe describeAnew(String sobject) {
        return describe(sobject);
    }

    /**
     * Asks up to five queries in one call (further pages cost one call each).
     *
     * @param soql 1 to 5 complete queries, values in them escaped by {@link Soql}
     * @return the records of each query, in the order of the queries
     */
    List<List<ObjectNode>> query(List<String> soql);

    /**
     * Asks as {@link #query} does, and sees deleted and merged records too while the CRM's recycle bin still has them:
     * {@code IsDeleted} in the selected fields tells them apart (Salesforce's {@code queryAll} resource).
     *
     * @param soql 1 to 5 complete queries, values in them escaped by {@link Soql}
     * @return the records of each query, in the order of the queries
     */
    List<List<ObjectNode>> queryAll(List<String> soql);

    /**
     * Writes records in the given order, in as few calls as possible. References to a record that stands earlier in
     * the same list are good.
     *
     * @param writes no two with the same object type and key
     * @return one result for each, in the same order
     * @throws CrmException if a call failed as a whole; whether earlier ones of the same list took effect is then
     *     unknown, and writing again is safe for records with an external id
     */
    List<WriteResult> write(List<RecordWrite> writes);

    /**
     * Whether today's calls reach for what can wait, such as history and replays; what is going on has calls of its own
     * kept for it. True where calls are not counted.
     */
    default boolean sparesCalls() {
        return true;
    }
}
