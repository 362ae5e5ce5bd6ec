package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.records.Sight;
import dev.parley.sandbox.schema.Schema;
import java.util.List;

/** Answers SOQL. Called while the records stand still. */
public interface Queries {
    /**
     * Runs a query.
     *
     * @return everything it found; the resource cuts it into pages
     * @throws SalesforceError if the query is malformed or names what the user cannot see
     */
    Result query(Request request);

    /**
     * What the columns of a query are.
     *
     * @throws SalesforceError as {@link #query} does
     */
    ObjectNode columns(Request request);

    /**
     * Looks whether the Bulk API takes a query, without reading a record.
     *
     * @throws SalesforceError if it does not, or as {@link #query} does
     */
    void checkBulk(Request request);

    /**
     * A query.
     *
     * @param soql the text
     * @param includeDeleted whether records in the recycle bin count ({@code queryAll})
     * @param schema the org as the asking user sees it
     * @param sight the records that the user sees
     * @param version the API version that was asked, such as {@code 62.0}, for the URLs in the records' attributes
     */
    record Request(String soql, boolean includeDeleted, Schema schema, Sight sight, String version) {}

    /**
     * What a query found.
     *
     * @param totalSize the number of records, which is the count itself for {@code SELECT COUNT()}
     * @param records the records as JSON with their {@code attributes}
     */
    record Result(int totalSize, List<ObjectNode> records) {
        /** Copies the records. */
        public Result {
            records = List.copyOf(records);
        }
    }
}
