package dev.parley.admin;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.SourceMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads history into the running server, resumable at any point. */
@Command(
        name = "backfill",
        description = {
            "Loads history: JSON lines, each one event, or with --source what a service exports or its REST API lists.",
            "Broken off, the same command goes on where it was."
        },
        footer = "Sending an event twice is harmless: it is taken once.",
        mixinStandardHelpOptions = true)
final class BackfillCommand implements Callable<Integer> {

    private static final int MEBIBYTE = 1 << 20;

    @Mixin
    private SettingsOption settings;

    @Mixin
    private Output output;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of events, or exports.")
    private List<Path> files;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Whose exports these are: they are translated by mappings/sources/NAME.yaml.")
    private String source;

    @Option(names = "--create", description = "Make leads and tasks of history too, not only chat records and links.")
    private boolean create;

    @Option(names = "--again", description = "Send from the beginning what was loaded already.")
    private boolean again;

    @Override
    public Integer call() throws IOException {
        files.forEach(BackfillCommand::requireReadable);
        Settings read = settings.only("admin.token");
        SourceMapping mapping = source == null ? null : mapping(read.path("mappings.dir"));
        Path folder = Files.createDirectories(read.path("home").resolve("backfill"));
        ServerClient server = new ServerClient(read);
        Table table = new Table("file", "new", "known", "bad", "tells nothing");
        boolean well = true;
        for (Path file : files) {
            HistoryFile history = new HistoryFile(folder, file, mapping, create);
            if (again) {
                history.forget();
            }
            if (history.bookmark().done()) {
                output.say(file + " was loaded before; --again sends it once more.");
            } else {
                Bookmark end = load(server, history, file);
                table.row(file, end.accepted(), end.duplicates(), end.bad(), end.silent());
                well &= end.isWell();
                tell(history, file, end);
            }
        }
        output.print(table);
        return well ? 0 : Failures.EXIT_CODE;
    }

    /** What was not loaded is said by its kind; all of it stands in the report. */
    private void tell(HistoryFile history, Path file, Bookmark end) throws IOException {
        if (end.bad() + end.silent() > 0) {
            output.say("Of " + file + " is not loaded:");
            history.reasons().forEach(reason -> output.say("  " + reason));
            output.say("  each in " + history.report());
        } else if (end.accepted() + end.duplicates() == 0) {
            output.say(file + " holds nothing to load.");
        }
    }

    private Bookmark load(ServerClient server, HistoryFile history, Path file) throws IOException {
        if (System.console() == null) {
            return history.load(server, create, Uninterruptibles::sleepUninterruptibly, bytes -> {});
        }
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(file.getFileName().toString())
                .setInitialMax(Files.size(file))
                .setUnit(" MiB", MEBIBYTE)
                .build()) {
            return history.load(server, create, Uninterruptibles::sleepUninterruptibly, bar::stepTo);
        }
    }

    private SourceMapping mapping(Path folder) {
        MappingSet mappings = MappingFiles.load(folder).orThrow();
        return mappings.source(source)
                .orElseThrow(() -> new CommandFailed("There is no file " + folder.resolve("sources/" + source + ".yaml")
                        + ". Sources: "
                        + mappings.sources().stream().map(SourceMapping::name).collect(Collectors.joining(", "))));
    }

    private static void requireReadable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new CommandFailed("There is no file '" + file + "' that can be read.");
        }
    }
}
