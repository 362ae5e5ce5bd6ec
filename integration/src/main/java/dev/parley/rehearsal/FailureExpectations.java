package dev.parley.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.mapping.Place;
import dev.parley.mapping.SourceTranslation;
import dev.parley.mapping.TestFile;
import dev.parley.mapping.Translation.Failure;
import java.util.ArrayList;
import java.util.List;

/** Holds what mapping files could not make against the failures that a test expects. */
final class FailureExpectations {

    private FailureExpectations() {}

    /** All failures that nobody expects, and all expected ones that do not come. */
    static List<Mismatch> check(TestFile file, String pointer, JsonNode test, List<Failure> failures) {
        return compare(
                file,
                pointer,
                test,
                failures.stream()
                        .map(failure ->
                                new Failed(failure.place(), failure.sobject() + " cannot be made", failure.message()))
                        .toList());
    }

    /** The same for a source file. */
    static List<Mismatch> checkSource(
            TestFile file, String pointer, JsonNode test, List<SourceTranslation.Failure> failures) {
        return compare(
                file,
                pointer,
                test,
                failures.stream()
                        .map(failure -> new Failed(failure.place(), "an event cannot be made", failure.message()))
                        .toList());
    }

    /** Something that could not be made. */
    private record Failed(Place place, String what, String message) {}

    private static List<Mismatch> compare(TestFile file, String pointer, JsonNode test, List<Failed> failures) {
        List<Failed> left = new ArrayList<>(failures);
        List<Mismatch> mismatches = new ArrayList<>();
        JsonNode expected = test.path("failures");
        for (int i = 0; i < expected.size(); i++) {
            JsonNode failure = expected.get(i);
            if (!left.removeIf(came -> matches(failure, came.place()))) {
                Place at = file.place(pointer + "/failures/" + i);
                mismatches.add(new Mismatch(at, "nothing fails there", shown(failure), "no failure", null));
            }
        }
        left.forEach(failure -> mismatches.add(
                new Mismatch(file.place(pointer), failure.what(), "no failure", failure.message(), failure.place())));
        return mismatches;
    }

    private static boolean matches(JsonNode expected, Place place) {
        return expected.path("file").asText().equals(place.file())
                && (!expected.has("line") || expected.path("line").asInt() == place.line());
    }

    private static String shown(JsonNode failure) {
        return failure.path("file").asText()
                + (failure.has("line") ? ":" + failure.path("line").asInt() : "");
    }
}
