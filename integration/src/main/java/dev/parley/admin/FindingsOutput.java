package dev.parley.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.mapping.Finding;
import dev.parley.mapping.Level;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How a command prints findings: lines for people, or data for programs. */
final class FindingsOutput {

    /** For which program. */
    static final class Format {
        @Option(names = "--json", description = "Print the findings as a JSON array.")
        private boolean json;

        @Option(
                names = "--sarif",
                description = "Print the findings as SARIF 2.1.0, which code hosts show at the lines.")
        private boolean sarif;
    }

    @ArgGroup(exclusive = true)
    private Format format = new Format();

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            defaultValue = "warning",
            description = "End with 1 from this level on: error, warning or note; ${DEFAULT-VALUE} if left out.")
    private Level failing;

    @Spec(Target.MIXEE)
    private CommandSpec command;

    /** Prints all of them; gives the exit code. */
    int print(List<Finding> findings, Path folder) {
        PrintWriter out = command.commandLine().getOut();
        if (format.json) {
            out.println(array(findings).toPrettyString());
        } else if (format.sarif) {
            out.println(new SarifReport(folder).of(findings).toPrettyString());
        } else {
            findings.forEach(out::println);
            out.println(sum(findings));
        }
        out.flush();
        return findings.stream().noneMatch(finding -> finding.level().compareTo(failing) <= 0) ? 0 : Failures.EXIT_CODE;
    }

    private static long count(List<Finding> findings, Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }

    private String sum(List<Finding> findings) {
        long errors = count(findings, Level.ERROR);
        long warnings = count(findings, Level.WARNING);
        long notes = failing == Level.NOTE ? count(findings, Level.NOTE) : 0;
        if (errors + warnings + notes == 0) {
            return "Nothing is wrong.";
        }
        if (errors + warnings == 0) {
            return "Notes: " + notes + ". The files can be used.";
        }
        String sum = "Findings: " + (errors + warnings) + " (errors: " + errors + ", warnings: " + warnings + ").";
        return errors > 0 ? sum : sum + " The files can be used.";
    }

    private static ArrayNode array(List<Finding> findings) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
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
