package dev.parley.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.words.Words;
import java.util.ArrayList;
import java.util.List;
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
            case "nextStep" -> lines.map(words::retoldStep);
            case "known" -> lines.map(this::known);
            default -> lines;
        };
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
