package dev.parley.benchmark.match;

import dev.parley.company.Company;
import dev.parley.company.CompanyIndex;
import dev.parley.company.CompanyMatcher;
import dev.parley.company.CompanyQuery;
import dev.parley.company.Decision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Builds an index and asks it, in a process of its own with the server's options, and prints what it took. */
public final class MatchProbe {

    private static final int TO_WARM_UP = 300;

    private MatchProbe() {}

    /** Arguments: a folder with {@code accounts.tsv} and {@code visits.tsv}. */
    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        double before = resident();
        long begun = System.nanoTime();
        try (CompanyIndex index = CompanyIndex.open(folder.resolve("index"));
                Stream<String> accounts = Files.lines(folder.resolve("accounts.tsv"))) {
            index.rebuild(accounts.map(Lines::company).iterator(), done -> {});
            say("build.s", (System.nanoTime() - begun) / 1e9);
            say("disk.MB", size(folder.resolve("index")) / 1e6);
            CompanyMatcher matcher = new CompanyMatcher(index, Set.of());
            try (Stream<String> visits = Files.lines(folder.resolve("visits.tsv"))) {
                decide(matcher, visits.map(Lines::visit).toList());
            }
            say("resident.MB", resident() - before);
            say("visible.s", untilVisible(index, matcher));
        }
    }

    private static void decide(CompanyMatcher matcher, List<Visit> visits) {
        visits.stream().limit(TO_WARM_UP).forEach(visit -> matcher.decide(visit.query()));
        Map<Visit.Trap, Tally> tallies = new EnumMap<>(Visit.Trap.class);
        double[] millis = new double[visits.size()];
        for (int i = 0; i < millis.length; i++) {
            Visit visit = visits.get(i);
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Decision decision = matcher.decide(visit.query());
            millis[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e6;
            tallies.computeIfAbsent(visit.trap(), trap -> new Tally())
                    .add(decision.kind(), Objects.equals(decision.account(), visit.account()));
        }
        Arrays.sort(millis);
        say("query.p50.ms", millis[millis.length / 2]);
        say("query.p99.ms", millis[millis.length * 99 / 100]);
        tallies.forEach((trap, tally) -> System.out.println(trap + " " + tally));
    }

    private static double untilVisible(CompanyIndex index, CompanyMatcher matcher) {
        CompanyQuery query = new CompanyQuery("a@quite-new.example", null, null, null, null, List.of());
        matcher.decide(query);
        long begun = System.nanoTime();
        index.put(new Company("new", "Quite New GmbH", "quite-new.example", null, null, null));
        while (!"new".equals(matcher.decide(query).account())) {
            Thread.onSpinWait();
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void say(String what, double value) {
        System.out.println(what + " " + value);
    }

    /** Linux counts mapped pages of the index in it. */
    private static double resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1e3)
                .sum();
    }

    private static double size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> {
                        try {
                            return Files.size(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .sum();
        }
    }
}
