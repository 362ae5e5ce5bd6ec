package dev.parley.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.mapping.TestFile;
import dev.parley.talk.Purpose;
import dev.parley.talk.Reading;
import dev.parley.talk.Speaker;
import dev.parley.talk.Talk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One message of a test file, and what must be heard in it. */
final class UtteranceTest {
    private final TestFile file;
    private final String pointer;
    private final JsonNode test;
    private final List<Mismatch> mismatches = new ArrayList<>();

    UtteranceTest(TestFile file, String pointer, JsonNode test) {
        this.file = file;
        this.pointer = pointer;
        this.test = test;
    }

    TestResult run(Talk talk) {
        String says = test.path("says").textValue();
        Reading reading = talk.read(says, Speaker.of(test.path("role").textValue()), file.language());
        if (test.has("functions")) {
            checkFunctions(reading);
        }
        test.path("without").forEach(name -> checkWithout(name.textValue(), reading));
        if (test.has("presence")) {
            check("presence", texts(test.path("presence")), reading.presence());
        }
        return new TestResult(file.place(pointer), Told.briefly(says), List.copyOf(mismatches));
    }

    /** An empty list wants none; else all of the list are heard, its first as the primary one. */
    private void checkFunctions(Reading reading) {
        List<String> heard = reading.purposes().stream().map(Purpose::name).toList();
        JsonNode wanted = test.path("functions");
        boolean first = wanted.isEmpty()
                ? heard.isEmpty()
                : !heard.isEmpty() && heard.get(0).equals(wanted.get(0).textValue());
        if (!first || !heard.containsAll(texts(wanted))) {
            mismatches.add(mismatch("functions", texts(wanted).toString(), evidence(reading)));
        }
    }

    private void checkWithout(String name, Reading reading) {
        if (reading.has(name)) {
            mismatches.add(mismatch("without", "not " + name, evidence(reading)));
        }
    }

    private void check(String key, Set<String> wanted, Set<String> heard) {
        if (!heard.equals(wanted)) {
            mismatches.add(mismatch(key, wanted.toString(), heard.toString()));
        }
    }

    private Mismatch mismatch(String key, String expected, String got) {
        return new Mismatch(file.place(pointer + "/" + key), "'" + key + "' differs", expected, got, null);
    }

    private static String evidence(Reading reading) {
        return reading.purposes().stream()
                .map(purpose -> "%s (%.2f, %s)".formatted(purpose.name(), purpose.confidence(), purpose.because()))
                .collect(Collectors.joining("; ", "[", "]"));
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.textValue()));
        return texts;
    }
}
