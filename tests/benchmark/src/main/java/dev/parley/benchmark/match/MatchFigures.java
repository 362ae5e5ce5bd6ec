package dev.parley.benchmark.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.company.Company;
import dev.parley.company.HeldBackNames;
import dev.parley.company.NameLikeness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The figures of matching, each with its limit where one was promised. */
public final class MatchFigures {

    private static final int LARGEST = 1_000_000;
    private static final int VISITS_OF_EACH = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private MatchFigures() {}

    /**
     * One figure.
     *
     * @param most it may be, or null
     */
    public record Value(String name, String unit, double value, Double most) {}

    /** What a process with the server's options needs for an org of that size, and how well it decides. */
    public static List<Value> of(Path folder, int size) {
        try {
            write(folder, size);
            return values(run(folder), size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, int size) throws IOException {
        Files.createDirectories(folder);
        Orgs orgs = new Orgs(Land.TO_MEASURE, 42);
        List<Company> accounts = orgs.accounts(size);
        Files.write(folder.resolve("accounts.tsv"), (Iterable<String>)
                accounts.stream().map(Lines::of)::iterator);
        Files.write(folder.resolve("visits.tsv"), (Iterable<String>)
                new Visits(accounts, orgs, 7).of(VISITS_OF_EACH).stream().map(Lines::of)::iterator);
    }

    private static Map<String, String> run(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@integration/jvm.options",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MatchProbe.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, String> said = new HashMap<>();
        try (Stream<String> lines = process.inputReader().lines()) {
            lines.map(line -> line.split(" ", 2)).forEach(parts -> said.put(parts[0], parts[1]));
        }
        return said;
    }

    private static List<Value> values(Map<String, String> said, int size) {
        boolean largest = size == LARGEST;
        List<Value> values = new ArrayList<>();
        values.add(measured(said, "build.s", "building the index", "s", largest ? 90.0 : null));
        values.add(measured(said, "disk.MB", "index on disk", "MB", largest ? 200.0 : null));
        values.add(measured(said, "resident.MB", "added to the resident memory", "MB", largest ? 250.0 : null));
        values.add(measured(said, "query.p50.ms", "CPU time of a query, p50", "ms", null));
        values.add(measured(said, "query.p99.ms", "CPU time of a query, p99", "ms", 50.0));
        values.add(measured(said, "visible.s", "a changed account visible", "s", 2.0));
        Tally all = new Tally();
        Tally absent = new Tally();
        for (Visit.Trap trap : Visit.Trap.values()) {
            Tally tally = Tally.read(said.get(trap.name()));
            all = all.plus(tally);
            absent = trap.name().startsWith("ABSENT_FREE_MAIL") ? absent.plus(tally) : absent;
            values.add(new Value(trap + ": linked without asking", "%", tally.autoPercent(), null));
            values.add(new Value(trap + ": first candidate not the right one", "%", tally.missedPercent(), null));
        }
        Tally typo = Tally.read(said.get(Visit.Trap.NAME_WITH_TYPO.name()));
        values.add(new Value("a name with one slip: first candidate wrong", "%", typo.missedPercent(), 20.0));
        values.add(new Value("wrong of all automatic links", "%", all.wrongPercent(), 0.5));
        values.add(new Value("automatic for free mail, company absent", "%", absent.autoPercent(), 2.0));
        values.add(new Value("to review though absent", "%", absent.reviewPercent(), 20.0));
        return values;
    }

    private static Value measured(Map<String, String> said, String key, String name, String unit, Double most) {
        return new Value(name, unit, Double.parseDouble(said.get(key)), most);
    }

    /** How often real companies are not found by what people call them, whatever else is known of them. */
    public static Value ofRealNames() {
        try {
            return new Value(
                    "real companies by name only: first candidate wrong", "%", HeldBackNames.missedPercent(), 9.0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often pairs of names are judged wrongly: lines with kind, name1, name2 and label 1 or 0. */
    public static List<Value> ofPairs(Path file) {
        Map<Boolean, int[]> counts = Map.of(true, new int[3], false, new int[3]);
        try {
            for (String line : Files.readAllLines(file)) {
                JsonNode pair = JSON.readTree(line);
                boolean person = pair.path("kind").asText().equals("person");
                String one = pair.path("name1").asText();
                String other = pair.path("name2").asText();
                boolean found =
                        0.5 < (person ? NameLikeness.persons(one, other) : NameLikeness.organisations(one, other));
                boolean same = pair.path("label").asInt() == 1;
                counts.get(person)[found ? same ? 0 : 1 : 2] += found || same ? 1 : 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(
                new Value("pairs of organisations: 1 - F1", "", lost(counts.get(false)), 0.08),
                new Value("pairs of persons: 1 - F1", "", lost(counts.get(true)), null));
    }

    private static double lost(int[] counts) {
        return 1 - 2.0 * counts[0] / (2 * counts[0] + counts[1] + counts[2]);
    }
}
