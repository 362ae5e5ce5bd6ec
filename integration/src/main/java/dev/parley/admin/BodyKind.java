package dev.parley.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.Streams;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What kind of body one is, in words that hold no personal text. */
final class BodyKind {

    /** Where services say what a body is about. */
    private static final List<String> NAMES =
            List.of("event", "type", "triggerEvent", "topic", "action", "object", "kind", "status");

    private static final Pattern WORD = Pattern.compile("[\\w.:/-]{1,60}");
    private static final int MOST_KEYS = 6;

    private BodyKind() {}

    /** Such as {@code event contact_updated}, or the body's keys where it names no kind. */
    static String of(JsonNode body) {
        return NAMES.stream()
                .filter(name -> WORD.matcher(body.path(name).asText("")).matches())
                .findFirst()
                .map(name -> name + " " + body.path(name).asText())
                .orElseGet(() -> keys(body));
    }

    private static String keys(JsonNode body) {
        String keys = Streams.stream(body.fieldNames())
                .filter(WORD.asMatchPredicate())
                .limit(MOST_KEYS)
                .collect(Collectors.joining(", "));
        return keys.isEmpty() ? "what has no keys" : "what has the keys " + keys;
    }
}
