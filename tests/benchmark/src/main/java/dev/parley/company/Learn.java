package dev.parley.company;

import dev.parley.benchmark.match.Land;
import dev.parley.benchmark.match.Orgs;
import dev.parley.benchmark.match.Visit;
import dev.parley.benchmark.match.Visits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Learns the weights from generated and from real companies and writes them where the program reads them. The argument is
 * the folder of the resources; measuring takes other companies, of other syllables, trades and countries.
 */
public final class Learn {

    private static final String HEAD = "# Learned by dev.parley.company.Learn in tests/benchmark.\n";
    private static final int PAIRS = 20_000;

    /** Generated neighbours are not as real ones are: what was thought before counts as much as these many pairs. */
    private static final double NAMES_PULL = 500;

    /** A real name counts as much as these many generated ones. */
    private static final int REAL = 5;

    private static final int NEIGHBOURS = 6;
    private static final int CANDIDATES = 8;
    private static final int[] ACCOUNTS = {1_000, 10_000, 100_000};
    private static final int VISITS_OF_EACH = 250;

    private final Providers providers = Providers.with(Set.of());
    private final Orgs orgs = new Orgs(Land.TO_LEARN, 11);

    private Learn() {}

    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        if (arguments.length == 1 || arguments[1].equals("names")) {
            Files.writeString(folder.resolve("organisation-weights.txt"), HEAD + new Learn().names());
        }
        if (arguments.length == 1 || arguments[1].equals("accounts")) {
            Files.writeString(folder.resolve("account-weights.txt"), HEAD + new Learn().accounts());
        }
    }

    private String names() throws IOException {
        Regression regression = new Regression(NameFeature.values(), Weights.read("prior-weights.txt"), NAMES_PULL);
        NamePairs pairs = new NamePairs(orgs, new Visits(List.of(), orgs, 3), 5);
        for (int i = 0; i < PAIRS; i++) {
            NamePairs.Pair pair = pairs.next();
            add(regression, CompanyName.of(pair.one()), CompanyName.of(pair.other()), pair.same());
        }
        List<RealNames> real = RealNames.toLearn();
        asked(real, false, (right, visitor, candidates) -> {
            for (int i = 0; i < REAL; i++) {
                add(regression, visitor, CompanyName.of(right.name()), true);
                candidates.stream()
                        .filter(candidate -> !candidate.company().name().equals(right.name()))
                        .limit(NEIGHBOURS)
                        .forEach(candidate -> add(
                                regression,
                                visitor,
                                CompanyName.of(candidate.company().name()),
                                false));
            }
        });
        return regression.learn();
    }

    private static void add(Regression regression, CompanyName one, CompanyName other, boolean same) {
        if (!one.isEmpty() && !other.isEmpty() && (same || !one.equals(other))) {
            regression.add(NameFeature.of(one, other), same);
        }
    }

    private String accounts() throws IOException {
        Regression regression = new Regression(CompanyFeature.values(), new Weights(0, Map.of()), 1);
        for (int size : ACCOUNTS) {
            List<Company> companies = orgs.accounts(size);
            try (CompanyIndex index = filled(companies)) {
                new Visits(companies, orgs, 13)
                        .of(VISITS_OF_EACH).stream()
                                .filter(visit -> visit.trap() != Visit.Trap.NAMES_ANOTHER)
                                .forEach(visit -> add(regression, gathered(index, visit.query()), visit.account(), 1));
            }
        }
        for (boolean absent : List.of(false, true)) {
            asked(
                    RealNames.toLearn(),
                    absent,
                    (right, visitor, candidates) -> add(regression, candidates, right.name(), REAL));
        }
        return regression.learn();
    }

    private static void add(Regression regression, List<Candidate> candidates, String right, int times) {
        candidates.stream().limit(CANDIDATES).forEach(candidate -> {
            boolean same = candidate.company().id().equals(right);
            for (int i = 0; i < times; i++) {
                regression.add(candidate.seen(), same);
            }
        });
    }

    private interface Answer {
        void take(RealNames right, CompanyName visitor, List<Candidate> candidates);
    }

    /** Asks for every name that people use; where they are to be absent, only for those of every second company. */
    private void asked(List<RealNames> real, boolean absent, Answer answer) throws IOException {
        List<Company> companies = IntStream.range(0, real.size())
                .filter(i -> !absent || i % 2 == 0)
                .mapToObj(real::get)
                .map(one -> new Company(one.name(), one.name(), null, null, null, null))
                .toList();
        try (CompanyIndex index = filled(companies)) {
            for (RealNames one : real) {
                one.called()
                        .forEach(called ->
                                answer.take(one, CompanyName.of(called), gathered(index, CompanyQuery.named(called))));
            }
        }
    }

    private static CompanyIndex filled(List<Company> companies) throws IOException {
        CompanyIndex index = CompanyIndex.open(Files.createTempDirectory("learn"));
        index.rebuild(companies.iterator(), done -> {});
        return index;
    }

    private List<Candidate> gathered(CompanyIndex index, CompanyQuery query) {
        Sight sight = Sight.of(query, providers);
        return index.ask(found -> Gathered.of(sight, found, providers)).candidates();
    }
}
