package dev.parley.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import dev.parley.mapping.Loaded;
import dev.parley.mapping.MappingReader;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.TestFile;
import dev.parley.talk.Talk;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Runs the tests that stand beside mapping files. */
public final class MappingTests implements AutoCloseable {

    private final Rehearsal rehearsal = Rehearsal.open();
    private final MappingReader reader = new MappingReader();

    /** Makes ready; the same may run many sets of files, one after another. */
    public MappingTests() {}

    /**
     * Runs tests, in the order of the files and in theirs.
     *
     * @param texts mapping files and their tests, by path below the mappings folder
     * @param beside gives the files that tests name
     * @param wanted which test files to run, by the same path
     * @param told is told of each result as soon as it is there
     * @return all results; none if no file was wanted
     * @throws dev.parley.mapping.BrokenMappings if a file is broken, a test file too
     */
    public List<TestResult> run(
            Map<String, String> texts, Attachments beside, Predicate<String> wanted, Consumer<TestResult> told) {
        Loaded loaded = reader.load(texts).orThrowWithTests();
        Supplier<Talk> talk = Suppliers.memoize(() -> Talk.of(loaded.mappings().talk()));
        List<TestResult> results = new ArrayList<>();
        for (TestFile file : loaded.tests()) {
            if (wanted.test(file.name())) {
                run(file, loaded, talk, beside, result -> {
                    results.add(result);
                    told.accept(result);
                });
            }
        }
        return results;
    }

    private void run(TestFile file, Loaded loaded, Supplier<Talk> talk, Attachments beside, Consumer<TestResult> told) {
        BiFunction<String, JsonNode, TestResult> one = ofKind(file, loaded, talk, beside);
        for (int i = 0; i < file.tests().size(); i++) {
            told.accept(run(file, "/tests/" + i, one));
        }
    }

    /** A moment that no calendar has fits the schema all the same. */
    private static TestResult run(TestFile file, String pointer, BiFunction<String, JsonNode, TestResult> one) {
        JsonNode test = file.test(pointer);
        try {
            return one.apply(pointer, test);
        } catch (DateTimeException | IllegalArgumentException e) {
            String name =
                    test.path("name").asText(Told.briefly(test.path("says").asText()));
            return new TestResult(file.place(pointer), name, List.of(Mismatch.of(file.place(pointer), e.getMessage())));
        }
    }

    /** What runs one test of a file, by its pointer there and what it says. */
    private BiFunction<String, JsonNode, TestResult> ofKind(
            TestFile file, Loaded loaded, Supplier<Talk> talk, Attachments beside) {
        MappingSet mappings = loaded.mappings();
        return switch (file.kind()) {
            case "functions", "presence" -> (at, test) -> new UtteranceTest(file, at, test).run(talk.get());
            case "signals" -> (at, test) -> new SentenceTest(file, at, test).run(mappings);
            case "hours" -> (at, test) -> new MomentTest(file, at, test).run(mappings.hours());
            case "people" -> (at, test) -> new ColleagueTest(file, at, test).run(mappings.people());
            case "meetings" -> (at, test) -> new OfferTest(file, at, test).run(mappings);
            case "transcripts" -> (at, test) -> new MailTest(file, at, test, beside)
                    .run(mappings.transcript(file.tried()).orElseThrow());
            case "sources" -> (at, test) -> result(
                    file,
                    at,
                    test,
                    new SourceTest(file, at, test, beside)
                            .run(mappings.source(file.source().orElseThrow()).orElseThrow()));
            default -> (at, test) -> result(
                    file, at, test, new RecordTest(file, at, test, beside).run(rehearsal, mappings.with(file.tried())));
        };
    }

    private static TestResult result(TestFile file, String pointer, JsonNode test, List<Mismatch> mismatches) {
        return new TestResult(file.place(pointer), test.path("name").asText(), mismatches);
    }

    @Override
    public void close() {
        rehearsal.close();
    }
}
