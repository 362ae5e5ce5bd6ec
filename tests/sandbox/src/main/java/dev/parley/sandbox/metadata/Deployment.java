package dev.parley.sandbox.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** One deployment, from when it was asked for. Its own lock guards it: its caller looks while it is worked on. */
public final class Deployment {
    private final String id;
    private final JsonNode options;
    private final String userId;
    private final Instant created = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private String status = "Pending";
    private Instant completed;
    private KnownComponents known;
    private MetadataZip zip = MetadataZip.NONE;
    private List<Checks.Problem> problems = List.of();

    Deployment(String id, JsonNode options, String userId) {
        this.id = id;
        this.options = options.isObject() ? options : JsonNodeFactory.instance.objectNode();
        this.userId = userId;
    }

    /** The id, 18 characters. */
    public String id() {
        return id;
    }

    /** What was asked, such as {@code checkOnly}. */
    public JsonNode options() {
        return options;
    }

    boolean checkOnly() {
        return options.path("checkOnly").asBoolean(false);
    }

    /** Keeps what the org had before, to tell what this made anew. */
    synchronized void knows(KnownComponents before) {
        known = before;
    }

    synchronized void begin() {
        status = "InProgress";
    }

    synchronized void end(MetadataZip all, List<Checks.Problem> wrong) {
        zip = all;
        problems = wrong;
        status = wrong.isEmpty() ? "Succeeded" : "Failed";
        completed = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** How far it has come, and what became of each component. */
    public synchronized ObjectNode result() {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        boolean done = completed != null;
        result.put("id", id);
        result.put("checkOnly", checkOnly());
        result.put("ignoreWarnings", options.path("ignoreWarnings").asBoolean(false));
        result.put("rollbackOnError", true);
        result.put("status", status);
        result.put("done", done);
        result.put("success", done && problems.isEmpty());
        result.put("createdBy", userId);
        result.put("createdDate", created.toString());
        result.put("startDate", created.toString());
        result.put("lastModifiedDate", (done ? completed : created).toString());
        if (done) {
            result.put("completedDate", completed.toString());
        }
        result.put("numberComponentsTotal", Math.max(size(), problems.size()));
        result.put("numberComponentsDeployed", problems.isEmpty() ? size() : 0);
        result.put("numberComponentErrors", problems.size());
        result.put("numberTestsTotal", 0);
        result.put("numberTestsCompleted", 0);
        result.put("numberTestErrors", 0);
        result.put("runTestsEnabled", false);
        result.set("details", details());
        return result;
    }

    private int size() {
        return zip.manifest().size() + zip.removed().size();
    }

    private ObjectNode details() {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        ArrayNode successes = details.putArray("componentSuccesses");
        ArrayNode failures = details.putArray("componentFailures");
        details.putArray("allComponentMessages");
        details.putObject("runTestResult")
                .put("numFailures", 0)
                .put("numTestsRun", 0)
                .put("totalTime", 0);
        if (problems.isEmpty()) {
            zip.manifest().forEach(member -> message(successes, member.type(), member.name(), "package.xml", true)
                    .put("created", !known.has(member)));
            zip.removed()
                    .forEach(member -> message(successes, member.type(), member.name(), "destructiveChanges.xml", true)
                            .put("deleted", true));
        }
        problems.forEach(problem -> message(failures, problem.type(), problem.name(), problem.file(), false)
                .put("problem", problem.text())
                .put("problemType", "Error"));
        return details;
    }

    private ObjectNode message(ArrayNode messages, String type, String name, String file, boolean success) {
        return messages.addObject()
                .put("componentType", type)
                .put("fullName", name)
                .put("fileName", file)
                .put("success", success)
                .put("changed", success)
                .put("created", false)
                .put("deleted", false)
                .put("createdDate", created.toString())
                .put("warning", false);
    }
}
