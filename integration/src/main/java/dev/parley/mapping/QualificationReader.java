package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.mapping.Condition.Demand;
import dev.parley.mapping.Qualification.Reason;
import dev.parley.mapping.Qualification.Rule;
import dev.parley.mapping.Qualification.SignalMeaning;
import dev.parley.mapping.Qualification.StageRule;
import dev.parley.mapping.Qualification.Wanted;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reads {@code qualification.yaml} once it fits its schema. */
final class QualificationReader {
    private final JsonNode content;

    private QualificationReader(JsonNode content) {
        this.content = content;
    }

    static Qualification read(YamlFile file) {
        return new QualificationReader(file.content()).read();
    }

    private Qualification read() {
        return new Qualification(
                true,
                Map.of(),
                content.path("certainty").asDouble(),
                list("meanings", QualificationReader::meaning),
                list("stages", stage -> new StageRule(stage.path("stage").asText(), when(stage, "when"))),
                list(
                        "reasons",
                        reason -> new Reason(name(reason), reason.path("points").asInt(), when(reason, "when"))),
                grades(),
                list("disqualifiers", rule -> new Rule(name(rule), when(rule, "when"))),
                list(
                        "missing",
                        wanted -> new Wanted(
                                name(wanted), when(wanted, "known"), when(wanted, "when"), texts(wanted.path("ask")))),
                list("plays", rule -> new Rule(name(rule), when(rule, "when"))),
                terms(),
                "");
    }

    private <T> List<T> list(String key, Function<JsonNode, T> read) {
        return StreamSupport.stream(content.path(key).spliterator(), false)
                .map(read)
                .toList();
    }

    private static SignalMeaning meaning(JsonNode meaning) {
        return new SignalMeaning(
                meaning.path("signal").asText(),
                meaning.path("function").asText(),
                meaning.path("confidence").asDouble());
    }

    private static String name(JsonNode rule) {
        return rule.path("name").asText();
    }

    private SortedMap<String, Integer> grades() {
        SortedMap<String, Integer> grades = new TreeMap<>();
        content.path("grades")
                .properties()
                .forEach(grade -> grades.put(grade.getKey(), grade.getValue().asInt()));
        return grades;
    }

    private Map<String, List<String>> terms() {
        Map<String, List<String>> terms = new TreeMap<>();
        content.path("terms")
                .properties()
                .forEach(kind -> terms.put(kind.getKey(), List.copyOf(words(kind.getValue()))));
        return terms;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties()
                .forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
        return Map.copyOf(texts);
    }

    private static Condition when(JsonNode rule, String key) {
        JsonNode when = rule.path(key);
        return new Condition(
                words(when.path("functions")),
                words(when.path("mainly")),
                words(when.path("signals")),
                words(when.path("entities")),
                words(when.path("stages")),
                account(when.path("account")),
                words(when.path("opportunity")),
                words(when.path("person")),
                number(when.path("contactDays")),
                number(when.path("visitorMessages")),
                number(when.path("recentDays")),
                when.has("reachable") ? when.path("reachable").asBoolean() : null);
    }

    private static Map<String, Demand> account(JsonNode fields) {
        Map<String, Demand> demands = new TreeMap<>();
        fields.properties().forEach(field -> demands.put(field.getKey(), demand(field.getValue())));
        return demands;
    }

    private static Demand demand(JsonNode value) {
        return value.isObject()
                ? new Demand(Set.of(), decimal(value.path("least")), decimal(value.path("most")))
                : new Demand(words(value), null, null);
    }

    private static Set<String> words(JsonNode list) {
        Set<String> words = new LinkedHashSet<>();
        (list.isValueNode() ? List.of(list) : list).forEach(word -> words.add(word.asText()));
        words.remove("");
        return words;
    }

    private static Integer number(JsonNode value) {
        return value.isNumber() ? value.asInt() : null;
    }

    private static Double decimal(JsonNode value) {
        return value.isNumber() ? value.asDouble() : null;
    }
}
