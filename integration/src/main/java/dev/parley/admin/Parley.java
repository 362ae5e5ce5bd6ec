package dev.parley.admin;

import dev.parley.mapping.MappingFiles;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program's command line. Exit codes: 0 well, 1 findings or failures, 2 misuse. */
@Command(
        name = "parley",
        description = "Carries chat conversations into the CRM.",
        mixinStandardHelpOptions = true,
        versionProvider = Parley.Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Parley {
    private static final List<Class<?>> COMMANDS = List.of(
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
            ReportCommand.class);

    private Parley() {}

    /** Runs the command that the arguments name, and ends the program with its exit code. */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("mappings")) {
            MappingFiles.prepare();
        }
        System.exit(commandLine(arguments).execute(arguments));
    }

    /**
     * Ready for these arguments. Where they begin with a command, only that one is set up: to read the options of all
     * took a quarter of the time of {@code mappings check}.
     */
    static CommandLine commandLine(String... arguments) {
        CommandLine line = new CommandLine(new Parley());
        add(line, COMMANDS, arguments, 0);
        CommandLine mappings = line.getSubcommands().get("mappings");
        if (mappings != null) {
            add(mappings, MappingsCommand.COMMANDS, arguments, 1);
        }
        line.setExecutionExceptionHandler(new Failures());
        line.setUsageHelpAutoWidth(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    private static void add(CommandLine above, List<Class<?>> commands, String[] arguments, int index) {
        String word = index < arguments.length ? arguments[index] : "";
        List<Class<?>> called =
                commands.stream().filter(command -> name(command).equals(word)).toList();
        (called.isEmpty() ? commands : called).forEach(above::addSubcommand);
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
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
