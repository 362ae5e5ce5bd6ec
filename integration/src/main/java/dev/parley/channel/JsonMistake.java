package dev.parley.channel;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/**
 * Says in a sender's words what is no JSON, and where. The parser's own words name its settings and classes, repeat what
 * was sent, and change with its version.
 */
final class JsonMistake {

    /** A pointer is there to find the place by; a longer one hides it, and line and column say it too. */
    private static final int LONGEST_POINTER = 200;

    private static final String ELSE = "something stands here that JSON does not know";

    /** What the parser's words begin with, and what is meant. */
    private static final List<Entry<String, String>> WORDS = List.of(
            Map.entry("Duplicate", "this name stands twice in its object"),
            Map.entry("Illegal unquoted character", "a control character in a text is written as \\u and four digits"),
            Map.entry("Illegal character", "a control character stands between the values"),
            Map.entry("Unrecognized character escape", "no escape is written so"),
            Map.entry("Unrecognized token", "texts stand in double quotes; the only bare words are null, true, false"),
            Map.entry("Non-standard token", "NaN and Infinity are no numbers"),
            Map.entry("Invalid numeric value", "no number is written so"),
            Map.entry("Unexpected close marker", "this closes something else than what was opened last"));

    private static final List<Entry<String, String>> BOUNDS = List.of(
            Map.entry("Document nesting", "is nested deeper than the " + StrictJson.DEEPEST + " levels allowed"),
            Map.entry("Number", "has a number of more than the " + StrictJson.LONGEST_NUMBER + " digits allowed"),
            Map.entry("Name", "has a name of more than the " + StrictJson.LONGEST_NAME + " characters allowed"),
            Map.entry("Token count", "has more values than are allowed"));

    private JsonMistake() {}

    /** What is wrong where a parser has stopped; of the whole body where the place would be no help. */
    static Fault at(JsonParser parser, JsonProcessingException e) {
        String words = e instanceof StreamConstraintsException
                ? meant(BOUNDS, e, "is larger than allowed") + place(parser, e)
                : "is no valid JSON" + place(parser, e) + ": " + words(e);
        String pointer =
                WellFormedText.mended(parser.getParsingContext().pathAsPointer().toString());
        return pointer.isEmpty() || pointer.length() > LONGEST_POINTER || words.startsWith("is nested")
                ? new Fault("", "The body " + words + ".")
                : new Fault(pointer, words);
    }

    private static String words(JsonProcessingException e) {
        return e instanceof JsonEOFException ? "it ends before all that it opens is closed" : meant(WORDS, e, ELSE);
    }

    private static String meant(List<Entry<String, String>> words, JsonProcessingException e, String otherwise) {
        String said = e.getOriginalMessage();
        return words.stream()
                .filter(known -> said.startsWith(known.getKey()))
                .map(Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    private static String place(JsonParser parser, JsonProcessingException e) {
        JsonLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
        return " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
