package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.SalesforceError;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A job of the Bulk API 2.0, from its making until it is deleted or the org stops. Its own lock guards it: the caller
 * looks at it while it is worked on.
 */
final class BulkJob {
    /** How far a job has come, by the API's names. */
    enum State {
        Open,
        UploadComplete,
        InProgress,
        JobComplete,
        Failed,
        Aborted
    }

    private final String id;
    private final String userId;
    private final ObjectNode asked;
    private final Instant made = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final List<ObjectNode> good = new ArrayList<>();
    private final List<ObjectNode> bad = new ArrayList<>();
    private State state;
    private String data = "";
    private String error;

    BulkJob(String id, String userId, JsonNode asked, State state) {
        this.id = id;
        this.userId = userId;
        this.asked = asked.deepCopy();
        this.state = state;
    }

    String id() {
        return id;
    }

    String userId() {
        return userId;
    }

    String asked(String name) {
        return asked.path(name).asText();
    }

    /** How its CSV is written, what comes and what goes. */
    CsvForm form() {
        return CsvForm.of(asked);
    }

    boolean isQuery() {
        return asked.has("query");
    }

    synchronized State state() {
        return state;
    }

    /** Goes on to another state, if it stands in that one. */
    synchronized boolean move(State from, State to) {
        boolean moves = state == from;
        state = moves ? to : state;
        return moves;
    }

    synchronized void upload(String csv) {
        if (state != State.Open || !data.isEmpty()) {
            throw SalesforceError.badRequest(
                    "InvalidJobState",
                    "Found multiple contents for job: <" + id
                            + ">, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.");
        }
        data = csv;
    }

    synchronized String data() {
        return data;
    }

    synchronized void done(List<ObjectNode> successful, List<ObjectNode> failed) {
        good.addAll(successful);
        bad.addAll(failed);
    }

    synchronized void fail(String message) {
        state = State.Failed;
        error = message;
    }

    synchronized List<ObjectNode> successful() {
        return List.copyOf(good);
    }

    synchronized List<ObjectNode> failed() {
        return List.copyOf(bad);
    }

    /** The job as the API tells of it. */
    synchronized ObjectNode json(Request request) {
        boolean query = isQuery();
        ObjectNode json = Reply.JSON.objectNode();
        json.put("id", id);
        json.put("operation", asked("operation"));
        json.put("object", asked("object"));
        json.put("createdById", userId);
        json.put("createdDate", made.toString().replace("Z", ".000+0000"));
        json.put("systemModstamp", made.toString().replace("Z", ".000+0000"));
        json.put("state", state.name());
        json.put("concurrencyMode", "Parallel");
        json.put("contentType", "CSV");
        json.put("apiVersion", Double.parseDouble(request.version()));
        json.put("lineEnding", form().lineEnding());
        json.put("columnDelimiter", form().columnDelimiter());
        json.put("jobType", query ? "V2Query" : "V2Ingest");
        if (asked.has("externalIdFieldName")) {
            json.put("externalIdFieldName", asked("externalIdFieldName"));
        }
        if (!query && state == State.Open) {
            json.put("contentUrl", request.base().substring(1) + "/jobs/ingest/" + id + "/batches");
        }
        if (state != State.Open) {
            json.put("numberRecordsProcessed", good.size() + bad.size());
            json.put("retries", 0);
            json.put("totalProcessingTime", 0);
        }
        if (!query && state != State.Open) {
            json.put("numberRecordsFailed", bad.size());
        }
        if (error != null) {
            json.put("errorMessage", error);
        }
        return json;
    }

    /** The columns of the data, in their order. */
    synchronized List<String> columns() {
        if (isQuery()) {
            return asked.path("columns").valueStream().map(JsonNode::asText).toList();
        }
        List<Map<String, String>> rows = form().read(data);
        return rows.isEmpty() ? List.of() : List.copyOf(rows.get(0).keySet());
    }
}
