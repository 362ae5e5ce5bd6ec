package dev.parley.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a seller must know to take a conversation over: lists of lines by name, as they go into the offer's event. Every
 * statement is somebody's own words, or names what it rests on.
 */
final class Briefing {
    private static final int MOST_LINES = 20;
    private static final int LONGEST = 500;

    private final Case conversation;
    private final String org;
    private final ObjectNode brief = JsonNodeFactory.instance.objectNode();
    private UnaryOperator<String> told = UnaryOperator.identity();

    /** @param org where the CRM's pages are */
    Briefing(Case conversation, String org) {
        this.conversation = conversation;
        this.org = org;
    }

    /** @param least for people from outside: no names, no addresses, nothing of the CRM */
    ObjectNode write(boolean least) {
        JsonNode judged = conversation.qualification();
        if (least) {
            told = new Discretion(conversation)::without;
        } else {
            people();
        }
        line("stage", text(judged, "stage"));
        if (judged.has("score")) {
            line(
                    "score",
                    judged.path("score").asText() + " (" + judged.path("grade").asText() + ")");
            lines("score", text(judged, "reasons"));
        }
        all("functions", judged.path("functions"), "");
        all("needs", judged.path("needs"), "“");
        all("openQuestions", judged.path("openQuestions"), "“");
        all("promises", judged.path("promises"), "“");
        if (!least) {
            known(judged);
        }
        judged.path("missing")
                .forEach(missing -> line(
                        "missing",
                        missing.path("ask").asText(missing.path("name").asText())));
        line("nextStep", text(judged, "nextStep"));
        return brief;
    }

    private void people() {
        for (String fact : List.of("name", "title", "company", "email", "phone")) {
            line("visitor", conversation.fact("visitor", fact));
        }
        line("account", conversation.fact("account", "name"));
        for (String fact : List.of("name", "stage", "amount")) {
            line("opportunity", conversation.fact("opportunity", fact));
        }
        lines("evidence", conversation.fact("identity", "evidence"));
        link("Opportunity", "opportunityId");
        link("Account", "accountId");
        link("Contact", "contactId");
        link("Lead", "leadId");
    }

    private void link(String sobject, String fact) {
        String id = conversation.fact("identity", fact);
        if (id != null) {
            line("records", org + "/lightning/r/" + sobject + "/" + id + "/view");
        }
    }

    /** What the visitor has said need not be asked again. */
    private void known(JsonNode judged) {
        judged.path("entities")
                .forEach(said -> line(
                        "known",
                        said.path("kind").asText() + ": " + said.path("value").asText() + " (“"
                                + said.path("quote").asText() + "”)"));
    }

    private void all(String name, JsonNode list, String quote) {
        list.forEach(text -> line(name, quote.isEmpty() ? text.asText() : quote + text.asText() + "”"));
    }

    private void lines(String name, String text) {
        if (text != null) {
            text.lines().forEach(line -> line(name, line));
        }
    }

    private void line(String name, String said) {
        String text = said == null ? "" : told.apply(said);
        ArrayNode lines = text.isBlank() ? null : brief.withArray(name);
        if (lines != null && lines.size() < MOST_LINES) {
            lines.add(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
        }
    }

    private static String text(JsonNode part, String name) {
        return part.path(name).asText(null);
    }
}
