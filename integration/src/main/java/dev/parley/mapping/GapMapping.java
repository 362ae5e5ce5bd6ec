package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How to ask a service's REST API for what its webhooks did not bring: what changed last, and then each in whole. */
public final class GapMapping {
    private final JsonNode described;
    private final Place items;
    private final Expression listPath;
    private final Expression changedAt;
    private final Expression eachPath;
    private final Expression before;
    private final Expression earliest;

    private GapMapping(YamlFile file, ExpressionReader expressions) {
        this.described = file.content().path("gaps");
        this.items = file.place("/gaps/list/items");
        this.listPath = expressions.read("/gaps/list/path");
        this.changedAt = expressions.read("/gaps/list/time");
        this.eachPath = expressions.read("/gaps/each/path");
        this.before = expressions.read("/gaps/each/before");
        this.earliest = expressions.read("/gaps/each/time");
    }

    static GapMapping read(YamlFile file, ExpressionReader expressions) {
        return new GapMapping(file, expressions);
    }

    /** The header that carries the token. */
    public String header() {
        return described.path("header").asText();
    }

    /** What that header says; of {@code user:token} the token alone, where the service wants the user by a header too. */
    public String value(String token) {
        String secret = userHeader().isPresent() ? token.substring(token.indexOf(':') + 1) : token;
        return described.path("value").asText("{token}").replace("{token}", secret);
    }

    /** The header that carries the user's id, where the service wants one. */
    public Optional<String> userHeader() {
        return Optional.ofNullable(described.path("userHeader").textValue());
    }

    /** The user of {@code user:token}; empty text if there is none. */
    public static String user(String token) {
        return token.substring(0, Math.max(0, token.indexOf(':')));
    }

    /**
     * Path and query for a page of what changed.
     *
     * @param page from 1 on
     * @throws IllegalStateException naming the file's line, here as in all that follows, if it cannot be told
     */
    public String list(int page) {
        return text(listPath, scope().put("page", page));
    }

    /** What a page lists. */
    public List<JsonNode> items(JsonNode answer) {
        String pointer = described.at("/list/items").asText();
        if (!answer.at(pointer).isArray()) {
            throw new IllegalStateException(items + " the answer holds no list at " + pointer);
        }
        List<JsonNode> found = new ArrayList<>();
        answer.at(pointer).forEach(found::add);
        return found;
    }

    /** When something listed last changed. */
    public Instant changedAt(JsonNode item) {
        return time(changedAt, scope().set("item", item));
    }

    /**
     * Path and query for something listed.
     *
     * @param before what the page before ended with, or null for the first
     */
    public String each(JsonNode item, String before) {
        ObjectNode scope = scope().set("item", item);
        return text(eachPath, before == null ? scope : scope.put("before", before));
    }

    /** What to ask the next page with; null if there is none. */
    public String before(JsonNode answer) {
        return before == null ? null : text(before, scope().set("body", answer));
    }

    /** The earliest time in an answer; null if it tells none. */
    public Instant earliest(JsonNode answer) {
        return earliest == null ? null : time(earliest, scope().set("body", answer));
    }

    private static ObjectNode scope() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String text(Expression expression, ObjectNode scope) {
        try {
            return new Scope(DossierMap.of(scope), new Allowance()).text(expression);
        } catch (MappingFailed e) {
            throw new IllegalStateException(e.place() + " " + e.getMessage());
        }
    }

    private static Instant time(Expression expression, ObjectNode scope) {
        String time = text(expression, scope);
        try {
            return time == null ? null : OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalStateException(expression.place() + " it gives no RFC 3339 time");
        }
    }
}
