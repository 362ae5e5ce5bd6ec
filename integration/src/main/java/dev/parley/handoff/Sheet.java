package dev.parley.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
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
                brief.path(section)
                        .forEach(line ->
                                text.append("  - ").append(line.asText()).append('\n'));
            }
        }
        return text.toString();
    }

    /** An empty page in the seller's language. */
    static Document page(Words words, String title) {
        Document page = Document.createShell("");
        page.outputSettings().prettyPrint(false);
        page.prependChild(new org.jsoup.nodes.DocumentType("html", "", ""));
        page.selectFirst("html").attr("lang", words.language()).attr("dir", words.direction());
        page.title(title);
        page.head().prependElement("meta").attr("charset", "utf-8");
        page.head().appendElement("meta").attr("name", "viewport").attr("content", "width=device-width");
        return page;
    }

    /** Text is put in as text: nothing that anybody said becomes markup. */
    void into(Element parent) {
        for (String section : SECTIONS) {
            if (!brief.path(section).isEmpty()) {
                parent.appendElement("h2").text(words.of(section));
                Element list = parent.appendElement("ul");
                brief.path(section).forEach(line -> line(list, line.asText()));
            }
        }
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
