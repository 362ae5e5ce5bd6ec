package dev.parley.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.mapping.MappingFolder;
import dev.parley.mapping.Place;
import dev.parley.rehearsal.Attachments;
import dev.parley.rehearsal.MappingTests;
import dev.parley.rehearsal.Mismatch;
import dev.parley.rehearsal.TestResult;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mappings test [DIR]}: runs the tests beside the mapping files. */
@Command(
        name = "test",
        description = "Runs the tests (*.test.yaml) that stand beside the mapping files. Nothing is written anywhere.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all tests pass", "1:a test fails, or a file is broken", "2:misuse"})
final class MappingsTest implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "mappings",
            description = "The mappings folder; default: ${DEFAULT-VALUE}.")
    private Path dir;

    @Option(
            names = "--file",
            paramLabel = "NAME",
            defaultValue = "**",
            description = "Only test files of this name, such as lead.test.yaml, 'salesforce/*' or '*lead*'.")
    private String file;

    @Mixin
    private Output output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!Files.isDirectory(dir)) {
            throw new ParameterException(spec.commandLine(), "There is no folder '" + dir + "'");
        }
        Logs.show("warn");
        List<TestResult> results = run(MappingFolder.texts(dir));
        if (results.isEmpty()) {
            throw new CommandFailed(
                    "There is no test in " + dir + (file.equals("**") ? "" : " whose file is '" + file + "'")
                            + ". Tests stand beside the mapping files, as lead.test.yaml beside lead.yaml.");
        }
        output.print(table(results), json(results));
        List<TestResult> failed =
                results.stream().filter(result -> !result.passed()).toList();
        failed.forEach(result -> {
            output.say("");
            output.say(result.name());
            result.mismatches().forEach(mismatch -> output.say("  " + mismatch));
        });
        output.say("");
        output.say(Counted.of(results.size(), "test") + ": " + (results.size() - failed.size()) + " passed, "
                + failed.size() + " failed.");
        return failed.isEmpty() ? 0 : Failures.EXIT_CODE;
    }

    private List<TestResult> run(Map<String, String> texts) {
        PathMatcher named =
                FileSystems.getDefault().getPathMatcher("glob:" + (file.contains("/") ? file : "**" + file));
        try (MappingTests tests = new MappingTests();
                Progress bar = Progress.of("tests")) {
            return tests.run(texts, new Attachments(dir), name -> named.matches(Path.of(name)), result -> bar.step());
        }
    }

    private static Table table(List<TestResult> results) {
        Table table = new Table("test", "what it shows", "result");
        results.forEach(result -> table.row(
                result.place().file() + ":" + result.place().line(), result.name(), result.passed() ? "pass" : "FAIL"));
        return table;
    }

    private static ArrayNode json(List<TestResult> results) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (TestResult result : results) {
            ObjectNode test = put(array.addObject(), result.place()).put("name", result.name());
            test.put("passed", result.passed());
            ArrayNode mismatches = test.putArray("mismatches");
            result.mismatches().forEach(mismatch -> mismatches.add(json(mismatch)));
        }
        return array;
    }

    private static ObjectNode json(Mismatch mismatch) {
        ObjectNode object = put(JsonNodeFactory.instance.objectNode(), mismatch.place())
                .put("what", mismatch.what())
                .put("expected", mismatch.expected())
                .put("got", mismatch.got());
        if (mismatch.from() != null) {
            put(object.putObject("from"), mismatch.from());
        }
        return object;
    }

    private static ObjectNode put(ObjectNode object, Place place) {
        return object.put("file", place.file()).put("line", place.line()).put("column", place.column());
    }
}
