package dev.parley.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Messages with labels, by set: Parley's own ones, kept back from the mapping files, and those in a folder. */
final class LabelledSets {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Files of own sentences; a name begins with its language. */
    private static final List<String> OWN = List.of("en", "en-consumers", "sv", "de", "de-consumers", "zh", "fa");

    /** How the publishers' traps are called here. */
    private static final Map<String, String> TRAPS = Map.of(
            "keyword_no_handoff", Labelled.HANDOFF_WORD,
            "asks_if_bot", Labelled.HANDOFF_WORD,
            "calendar_edit", Labelled.CALENDAR,
            "calendar_query", Labelled.CALENDAR,
            "meeting_query_not_booking", Labelled.CALENDAR,
            "service_appointment", Labelled.CALENDAR,
            "other_booking", Labelled.CALENDAR);

    private LabelledSets() {}

    /** All sets by name; of a folder, every file {@code {name}.shared.jsonl} that has messages with labels. */
    static Map<String, List<Labelled>> read(Path folder) throws IOException {
        Map<String, List<Labelled>> sets = new LinkedHashMap<>();
        for (String name : OWN) {
            sets.put("own " + name, own(name));
        }
        for (String name : folder == null ? List.<String>of() : List.of("clinc150", "multidogo", "casino")) {
            Path file = folder.resolve(name + ".shared.jsonl");
            if (Files.exists(file)) {
                sets.put(name, published(Files.readAllLines(file)));
            }
        }
        return sets;
    }

    private static List<Labelled> own(String name) throws IOException {
        List<Labelled> rows = new ArrayList<>();
        String language = name.replaceFirst("-.*", "");
        String file = "utterances/" + name + ".jsonl";
        for (String line : Resources.readLines(Resources.getResource(file), StandardCharsets.UTF_8)) {
            JsonNode row = json(line);
            Set<String> functions = names(row.path("functions"));
            rows.add(new Labelled(
                    row.path("text").textValue(),
                    language,
                    functions,
                    functions.contains("wants-human"),
                    row.path("trap").textValue(),
                    row.has("presence") ? names(row.path("presence")) : null));
        }
        return rows;
    }

    private static List<Labelled> published(List<String> lines) {
        List<Labelled> rows = new ArrayList<>();
        for (String line : lines) {
            JsonNode row = json(line);
            Iterable<JsonNode> messages = row.has("turns") ? row.path("turns") : List.of(row);
            for (JsonNode message : messages) {
                if (message.has("text")) {
                    rows.add(published(message, row.path("lang").textValue()));
                }
            }
        }
        return rows;
    }

    /** What is mapped to none of the functions says nothing of them: the publisher asked other questions. */
    private static Labelled published(JsonNode message, String language) {
        Set<String> functions = names(message.path("ours"));
        return new Labelled(
                message.path("text").textValue(),
                language,
                functions.isEmpty() ? null : functions,
                message.has("wants_human") ? message.path("wants_human").asInt() == 1 : null,
                TRAPS.get(message.path("hard_negative").asText()),
                message.path("sp").isArray() ? names(message.path("sp")) : null);
    }

    private static Set<String> names(JsonNode list) {
        Set<String> names = new TreeSet<>();
        list.forEach(name -> names.add(name.textValue().replace('_', '-')));
        return names;
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
