package dev.parley.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes the figures, from the project's root, and exits 1 if one of them is not what was promised. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Measures what Parley promises in figures.")
public final class Benchmark implements Callable<Integer> {

    /** What can be measured by itself. */
    enum Part {
        MANY,
        LONG,
        START,
        CHECK,
        FRESH,
        OFFER,
        MEMORY,
        PURE,
        MATCH,
        DIRECTORY,
        UNDERSTAND
    }

    @Option(
            names = "--only",
            split = ",",
            description = "Of ${COMPLETION-CANDIDATES}, those to measure; all if left out.")
    private Set<Part> only = EnumSet.allOf(Part.class);

    @Option(names = "--runs", defaultValue = "5", description = "Repetitions of what is repeated.")
    private int runs;

    @Option(
            names = "--changes",
            defaultValue = "200",
            description = "How many accounts are changed to see how soon matching knows.")
    private int changes;

    @Option(names = "--conversations", defaultValue = "10000", description = "How many conversations are many.")
    private int conversations;

    @Option(
            names = "--offers",
            defaultValue = "3000",
            description = "In how many conversations somebody wants a person, for 'offer'.")
    private int offers;

    @Option(names = "--offers-a-second", description = "How many of those begin in a second.", defaultValue = "50")
    private int offersASecond;

    @Option(names = "--name-pairs", description = "Labelled pairs of names that 'match' is measured on too.")
    private Path namePairs;

    @Option(names = "--accounts", defaultValue = "100000", description = "How many accounts a directory holds.")
    private long accounts;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Option(names = "--home", description = "Folder for the data, kept; a temporary one if left out.")
    private Path home;

    @Option(names = "--data", description = "Folder of published labelled messages; without it only Parley's own.")
    private Path data;

    public static void main(String... args) {
        System.exit(new CommandLine(new Benchmark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Path folder = home == null ? Files.createTempDirectory("parley-benchmark") : home.toAbsolutePath();
        Report report = new Report(jvmOptions());
        for (Part part : only) {
            System.err.println("measuring " + part + " in " + folder);
            report.add(measure(part, folder.resolve(part.name())));
        }
        if (json) {
            report.printJson(System.out);
        } else {
            report.print(System.out);
        }
        return report.kept() ? 0 : 1;
    }

    private List<Figure> measure(Part part, Path folder) throws IOException {
        return switch (part) {
            case MANY -> new ManyConversations(folder, conversations).measure();
            case LONG -> new LongConversation(folder, runs).measure();
            case START -> new StartUp(folder, runs).measure();
            case CHECK -> new CheckCommand(runs).measure();
            case FRESH -> new Freshness(folder, changes).measure();
            case OFFER -> new OfferLatency(folder, offersASecond, offers).measure();
            case MEMORY -> new DemoMemory(folder, runs).measure();
            case PURE -> new PureParts().measure();
            case MATCH -> new Matching(folder, namePairs).measure();
            case DIRECTORY -> new DirectorySize(folder, accounts).measure();
            case UNDERSTAND -> new Understanding(data).measure();
        };
    }

    private static String jvmOptions() throws IOException {
        return Files.readAllLines(Path.of("integration", "jvm.options")).stream()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining(" "));
    }
}
