package dev.parley.admin;

import dev.parley.mapping.Starter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mappings init}: writes commented mapping files to begin with. */
@Command(
        name = "init",
        description = {
            "Writes a commented file for a source; into an empty folder a file of every kind.",
            "Overwrites nothing."
        },
        mixinStandardHelpOptions = true)
final class MappingsInit implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "mappings",
            description = "the mappings folder; default: ${DEFAULT-VALUE}")
    private Path dir;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            defaultValue = "generic",
            description = "Name of the source: a service that Parley knows, such as calcom, or any other name.")
    private String source;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!source.matches("[a-z0-9-]{1,79}")) {
            throw new ParameterException(
                    spec.commandLine(), "The name of a source takes a to z, 0 to 9 and -, not '" + source + "'");
        }
        try {
            PrintWriter out = spec.commandLine().getOut();
            Starter.write(dir, source).forEach(file -> out.println("wrote " + file));
            out.println("Now set source." + source + ".secret, edit the files, then run: mappings check " + dir);
            out.flush();
            return 0;
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailed(e.getFile() + " is there already and stays as it is.\nRemove it first, or give the"
                    + " source another name.");
        } catch (IOException e) {
            throw new CommandFailed("The folder " + dir + " cannot be written: " + e.getMessage(), e);
        }
    }
}
