package dev.parley.qualification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A conversation, and what a seller says of it; the labels were written down before any program had read the texts.
 *
 * @param messages in their order; role and text, nothing read out of them yet
 * @param stage such as {@code customer}
 * @param functions the primary one first
 * @param key words of the sentence that a brief must hold
 */
record Labelled(
        String id,
        List<Utterance> messages,
        Circumstances around,
        String stage,
        List<String> functions,
        String grade,
        String key) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DEMO = Path.of("..", "tests", "sandbox", "src", "main", "resources", "demo");
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    /** The demo's conversations, in the company that the demo shows. */
    static List<Labelled> demo() {
        try {
            Map<String, JsonNode> labels = new LinkedHashMap<>();
            lines("labels.jsonl").forEach(label -> labels.put(label.path("id").asText(), label));
            JsonNode org = JSON.readTree(DEMO.resolve("org.json").toFile());
            List<Labelled> all = new ArrayList<>();
            for (String line : Files.readAllLines(DEMO.resolve("conversations.jsonl"))) {
                JsonNode sample = JSON.readTree(line);
                all.add(labelled(labels.get(sample.path("id").asText()), said(sample), around(sample, org)));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Conversations of other companies. */
    static List<Labelled> held() {
        return lines("held.jsonl").stream()
                .map(line -> labelled(line, spoken(line.path("said")), around(line)))
                .toList();
    }

    private static List<JsonNode> lines(String name) {
        try (InputStream file = Labelled.class.getResourceAsStream(name)) {
            List<JsonNode> lines = new ArrayList<>();
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                lines.add(JSON.readTree(line));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Labelled labelled(JsonNode label, List<Utterance> messages, Circumstances around) {
        List<String> functions = new ArrayList<>();
        label.path("functions").forEach(function -> functions.add(function.asText()));
        return new Labelled(
                label.path("id").asText(),
                messages,
                around,
                label.path("stage").asText(),
                functions,
                label.path("grade").asText(),
                label.path("key").asText());
    }

    private static Utterance utterance(String id, String role, String text, int minute) {
        Role by = Role.valueOf(role.toUpperCase(Locale.ROOT));
        return new Utterance(id, by, START.plus(Duration.ofMinutes(minute)), text, null, List.of(), List.of());
    }

    /** Posts, corrected by edits and without what was deleted. */
    private static List<Utterance> said(JsonNode sample) {
        Map<String, Utterance> messages = new LinkedHashMap<>();
        for (JsonNode event : sample.path("events")) {
            JsonNode data = event.path("data");
            String id = data.path("id").asText();
            String type = event.path("type").asText();
            if (type.equals("chat.message.posted") && !data.path("private").asBoolean()) {
                messages.put(
                        id,
                        utterance(
                                id,
                                data.at("/author/role").asText(),
                                data.path("text").asText(),
                                messages.size()));
            } else if (type.equals("chat.message.edited") && messages.containsKey(id)) {
                Utterance was = messages.get(id);
                messages.put(
                        id,
                        new Utterance(
                                id, was.role(), was.at(), data.path("text").asText(), null, List.of(), List.of()));
            } else if (type.equals("chat.message.deleted")) {
                messages.remove(id);
            }
        }
        return List.copyOf(messages.values());
    }

    private static Circumstances around(JsonNode sample, JsonNode org) {
        JsonNode expected = sample.path("expected");
        String account = expected.path("account").asText(null);
        String lead = expected.path("lead").asText(null);
        Map<String, String> fields = new HashMap<>();
        Set<String> opportunities = new TreeSet<>();
        org.path("accounts").forEach(row -> {
            if (row.path("Name").asText().equals(account)) {
                fields.put("Type", row.path("Type").asText());
                fields.put("Industry", row.path("Industry").asText());
            }
        });
        org.path("opportunities").forEach(row -> {
            if (row.path("account").asText().equals(account)
                    && row.path("StageName").asText().equals("Closed Won")) {
                opportunities.add("won");
            }
        });
        if (expected.path("opportunity").isTextual()) {
            opportunities.add("open");
        }
        boolean contact = expected.path("contact").isTextual();
        String person = contact ? "contact" : lead == null || lead.equals("new") ? null : "lead";
        boolean reachable = contact || lead != null;
        return circumstances(fields, opportunities, person, reachable && person == null, reachable);
    }

    private static Circumstances around(JsonNode line) {
        Map<String, String> fields = new HashMap<>();
        String type = line.at("/crm/type").asText(null);
        if (type != null) {
            fields.put("Type", type);
        }
        boolean reachable = line.path("reach").asBoolean() || type != null;
        return circumstances(fields, Set.of(), type == null ? null : "contact", reachable && type == null, reachable);
    }

    private static Circumstances circumstances(
            Map<String, String> fields,
            Set<String> opportunities,
            String person,
            boolean surelyNew,
            boolean reachable) {
        return new Circumstances(
                fields, opportunities, person, null, surelyNew, reachable, START.plus(Duration.ofHours(1)), null);
    }

    private static List<Utterance> spoken(JsonNode said) {
        List<Utterance> messages = new ArrayList<>();
        said.forEach(line -> messages.add(utterance(
                "m" + (messages.size() + 1),
                line.asText().startsWith("v|") ? "visitor" : "agent",
                line.asText().substring(2),
                messages.size())));
        return messages;
    }
}
