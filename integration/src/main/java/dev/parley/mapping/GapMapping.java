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
    private final Expression listBefore;
    private final Expression changedAt;
    private final Expression eachPath;
    private final Expression before;
    private final Expression earliest;

    private GapMapping(YamlFile file, ExpressionReader expressions) {
        this.described = file.content().path("gaps");
        this.items = file.place("/gaps/list/items");
        this.listPath = expressions.read("/gaps/list/path");
        this.listBefore = expressions.read("/gaps/list/before");
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

    /** What that header says; of {@code user:token} the token alone, where the service wants the user too. */
    public String value(String token) {
        return described.path("value").asText("{token}").replace("{token}", token.substring(colon(token) + 1));
    }

    /** The header that carries the user's id, where the service wants one. */
    public Optional<String> userHeader() {
        return Optional.ofNullable(described.path("userHeader").textValue());
    }

    /** The user of {@code user:token}; empty text if there is none. */
    public String user(String token) {
        return token.substring(0, Math.max(0, colon(token)));
    }

    private int colon(String token) {
        boolean withUser =
                userHeader().isPresent() || described.path("withUser").asBoolean();
        return withUser ? token.indexOf(':') : -1;
    }

    /**
     * What a page of the list is asked for with.
     *
     * @param page from 1 on
     * @param before what the page before ended with, or null
     * @param since from when on things are looked for
     * @param user of the token, or empty
     */
    public record Page(int page, String before, Instant since, String user) {}

    /**
     * Path and query for a page of what changed.
     *
     * @throws IllegalStateException naming the file's line, here as in all that follows, if it cannot be told
     */
    public String list(Page page) {
        ObjectNode scope = scope().put("page", page.page())
                .put("since", page.since().toString())
                .put("user", page.user());
        return text(listPath, page.before() == null ? scope : scope.put("before", page.before()));
    }

    /** Whether pages of the list have no numbers, but each tells how to ask for the next. */
    public boolean listTellsNext() {
        return listBefore != null;
    }

    /** What to ask the next page of the list with; null if there is none. */
    public String listBefore(JsonNode answer) {
        return listBefore == null ? null : text(listBefore, scope().set("body", answer));
    }

    /** Whether what changed last comes first. */
    public boolean sorted() {
        return described.at("/list/sorted").asBoolean(true);
    }

    /** An answer about something listed, as a body: with what the list told, where the file says so. */
    public JsonNode body(JsonNode answer, JsonNode item) {
        String key = described.at("/each/listed").textValue();
        return key != null && answer instanceof ObjectNode object
                ? object.deepCopy().set(key, item)
                : answer;
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
