package dev.parley.admin;

import dev.parley.mapping.Finding;
import dev.parley.mapping.Loaded;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.OrgLint;
import dev.parley.mapping.UnusedCalendars;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mappings check [DIR]}: prints everything that is wrong with the mapping files. */
@Command(
        name = "check",
        description = {
            "Prints everything that is wrong with the mapping files, each with file, line and column.",
            "What is no error says what it is: a (warning) about files that work, hardly as they are meant, or a (note).",
            "'mappings reference' lists the rules."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:nothing is wrong", "1:there are findings, of the level of --fail-on at least", "2:misuse"})
final class MappingsCheck implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "mappings",
            description = "the mappings folder; default: ${DEFAULT-VALUE}")
    private Path dir;

    @Option(names = "--org", description = "Hold the files against the org too; the settings say which.")
    private boolean org;

    @Mixin
    private SettingsOption settings;

    @Mixin
    private FindingsOutput output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (!Files.isDirectory(dir)) {
            throw new ParameterException(spec.commandLine(), "There is no folder '" + dir + "'");
        }
        Loaded loaded = MappingFiles.load(dir);
        return output.print(withoutNamed(org ? askOrg(loaded) : loaded.findings()), dir);
    }

    /** Where the settings are at hand they tell of calendars what the files cannot. */
    private List<Finding> withoutNamed(List<Finding> findings) {
        if (!UnusedCalendars.areIn(findings)) {
            return findings;
        }
        Collection<String> named = settings.only().family("source.{name}.hours").values();
        return findings.stream()
                .filter(finding -> named.stream().noneMatch(name -> UnusedCalendars.isOf(finding, name)))
                .toList();
    }

    private List<Finding> askOrg(Loaded loaded) throws Exception {
        Settings reach = settings.only("crm.url", "crm.clientId", "crm.clientSecret");
        return loaded.findingsWith(OrgQuestions.ask(reach, crm -> OrgLint.checkAll(loaded.mappings(), crm)));
    }
}
