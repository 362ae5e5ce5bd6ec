package dev.parley.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.mapping.Hours;
import dev.parley.mapping.Loaded;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.TestFile;
import dev.parley.talk.Talk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Runs the tests that stand beside mapping files. */
public final class MappingTests implements AutoCloseable {

    private final Rehearsal rehearsal = Rehearsal.open();

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
        Loaded loaded = MappingFiles.load(texts).orThrowWithTests();
        List<TestResult> results = new ArrayList<>();
        for (TestFile file : loaded.tests()) {
            if (wanted.test(file.name())) {
                run(file, loaded, beside, result -> {
                    results.add(result);
                    told.accept(result);
                });
            }
        }
        return results;
    }

    private void run(TestFile file, Loaded loaded, Attachments beside, Consumer<TestResult> told) {
        if (file.tries("functions")) {
            listen(file, Talk.of(loaded.mappings().talk()), told);
            return;
        }
        if (file.triesHours()) {
            tell(file, loaded.mappings().hours(), told);
            return;
        }
        for (int i = 0; i < file.tests().size(); i++) {
            String pointer = "/tests/" + i;
            JsonNode test = file.tests().get(i);
            List<Mismatch> mismatches = file.source()
                    .flatMap(loaded.mappings()::source)
                    .map(source -> new SourceTest(file, pointer, test, beside).run(source))
                    .orElseGet(() -> new RecordTest(file, pointer, test, beside)
                            .run(rehearsal, loaded.mappings().with(file.tried())));
            told.accept(new TestResult(file.place(pointer), test.path("name").asText(), mismatches));
        }
    }

    private static void listen(TestFile file, Talk talk, Consumer<TestResult> told) {
        for (int i = 0; i < file.tests().size(); i++) {
            told.accept(new UtteranceTest(file, "/tests/" + i, file.tests().get(i)).run(talk));
        }
    }

    private static void tell(TestFile file, Hours hours, Consumer<TestResult> told) {
        for (int i = 0; i < file.tests().size(); i++) {
            told.accept(new MomentTest(file, "/tests/" + i, file.tests().get(i)).run(hours));
        }
    }

    @Override
    public void close() {
        rehearsal.close();
    }
}
