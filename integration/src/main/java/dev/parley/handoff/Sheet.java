package dev.parley.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.words.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** A brief as people read it: in plain text, in a mail's HTML, and on the seller's page. */
final class Sheet {
    private static final List<String> SECTIONS = List.of(
            "visitor",
            "account",
            "opportunity",
            "evidence",
            "stage",
            "score",
            "functions",
            "needs",
            "openQuestions",
            "promises",
            "known",
            "missing",
            "nextStep",
            "records");

    /** As the qualification writes the next step. */
    private static final Pattern MEETING = Pattern.compile("Meeting at (\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d) UTC");

    private final Words words;
    private final JsonNode brief;

    /** @param brief lists of lines by the names of the sections */
    Sheet(Words words, JsonNode brief) {
        this.words = words;
        this.brief = brief;
    }

    /** Who it is, in one line. */
    String who() {
        List<String> names = new ArrayList<>();
        for (String part : List.of("visitor", "account")) {
            if (brief.path(part).path(0).isTextual()) {
                names.add(brief.path(part).path(0).textValue());
            }
        }
        return names.isEmpty() ? words.of("unknown") : String.join(", ", names);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (String section : SECTIONS) {
            if (!brief.path(section).isEmpty()) {
                text.append('\n').append(words.of(section)).append('\n');
                lines(section).forEach(line -> text.append("  - ").append(line).append('\n'));
            }
        }
        return text.toString();
    }

    /** Text is put in as text: nothing that anybody said becomes markup. */
    void into(Element parent) {
        for (String section : SECTIONS) {
            if (!brief.path(section).isEmpty()) {
                parent.appendElement("h2").text(words.of(section));
                Element list = parent.appendElement("ul");
                lines(section).forEach(line -> line(list, line));
            }
        }
    }

    /** What the program names is called as the reader calls it; what people said stays as they said it. */
    private Stream<String> lines(String section) {
        Stream<String> lines = brief.path(section).valueStream().map(JsonNode::asText);
        return switch (section) {
            case "stage" -> lines.map(line -> words.term("stage", line));
            case "functions" -> lines.map(line -> words.term("function", line));
            case "evidence", "score" -> lines.map(words::retold);
            case "nextStep" -> lines.map(this::step);
            case "known" -> lines.map(this::known);
            default -> lines;
        };
    }

    /** A meeting's time as the reader writes it; anything else was said by somebody. */
    private String step(String line) {
        Matcher meeting = MEETING.matcher(line);
        if (!meeting.matches()) {
            return line;
        }
        try {
            Instant at = Instant.parse(meeting.group(1) + "T" + meeting.group(2) + ":00Z");
            return words.of("meetingAt", words.moment(at, ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            // Somebody said so, of a day that there is not.
            return line;
        }
    }

    private String known(String line) {
        int end = Math.max(0, line.indexOf(": "));
        return words.term("said", line.substring(0, end)) + line.substring(end);
    }

    private static void line(Element list, String line) {
        Element item = list.appendElement("li").attr("dir", "auto");
        if (line.matches("https?://\\S+")) {
            item.appendElement("a").attr("href", line).text(line);
        } else {
            item.text(line);
        }
    }
}
