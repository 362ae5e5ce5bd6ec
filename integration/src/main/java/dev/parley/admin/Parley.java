package dev.parley.admin;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program's command line. Exit codes: 0 well, 1 findings or failures, 2 misuse. */
@Command(
        name = "parley",
        description = "Carries chat conversations into the CRM.",
        mixinStandardHelpOptions = true,
        versionProvider = Parley.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Run.class,
            MappingsCommand.class,
            DoctorCommand.class,
            SettingsCommand.class,
            DeadLettersCommand.class,
            MatchCommand.class,
            BackfillCommand.class,
            ClassifyCommand.class,
            ReconcileCommand.class,
            UndoCommand.class,
        })
public final class Parley {

    private Parley() {}

    /** Runs the command that the arguments name, and ends the program with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Parley());
        line.setExecutionExceptionHandler(new Failures());
        line.setUsageHelpAutoWidth(true);
        return line;
    }

    /** What the manifest says the version is. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            Manifest manifest = Manifest.load();
            return new String[] {manifest.name() + " " + manifest.version()};
        }
    }
}
