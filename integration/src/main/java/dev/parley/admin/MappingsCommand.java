package dev.parley.admin;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mappings …}: all that concerns the mapping files. */
@Command(
        name = "mappings",
        description = "Checks, tries, applies and explains the mapping files.",
        mixinStandardHelpOptions = true)
final class MappingsCommand implements Runnable {
    static final List<Class<?>> COMMANDS = List.of(
            MappingsCheck.class,
            MappingsInit.class,
            MappingsReference.class,
            MappingsTest.class,
            MappingsPreview.class,
            MappingsStatus.class,
            MappingsVersions.class,
            MappingsApply.class,
            MappingsRollback.class,
            MappingsWhy.class);

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do with the mapping files, such as: mappings check");
    }
}
