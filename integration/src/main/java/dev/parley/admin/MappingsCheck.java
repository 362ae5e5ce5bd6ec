package dev.parley.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parley.mapping.Finding;
import dev.parley.mapping.MappingFiles;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mappings check [DIR]}: prints everything that is wrong with the mapping files. */
@Command(
        name = "check",
        description = "Prints everything that is wrong with the mapping files, each with file, line and column.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:nothing is wrong", "1:there are findings", "2:misuse"})
final class MappingsCheck implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "mappings",
            description = "the mappings folder; default: ${DEFAULT-VALUE}")
    private Path dir;

    @Option(names = "--json", description = "print the findings as a JSON array")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        if (!Files.isDirectory(dir)) {
            throw new ParameterException(spec.commandLine(), "There is no folder '" + dir + "'");
        }
        List<Finding> findings = MappingFiles.load(dir).findings();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(array(findings)));
        } else {
            findings.forEach(out::println);
            out.println(findings.isEmpty() ? "Nothing is wrong." : "Findings: " + findings.size());
        }
        return findings.isEmpty() ? 0 : 1;
    }

    private static ArrayNode array(List<Finding> findings) {
        ArrayNode array = new ObjectMapper().createArrayNode();
        findings.forEach(finding -> array.addObject()
                .put("file", finding.place().file())
                .put("line", finding.place().line())
                .put("column", finding.place().column())
                .put("level", finding.level().name().toLowerCase(Locale.ROOT))
                .put("rule", finding.rule())
                .put("what", finding.what())
                .put("didYouMean", finding.didYouMean()));
        return array;
    }
}
