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

/**
 * Learns the weights from generated companies and writes them where the program reads them. The argument is the folder
 * of the resources; measuring takes other companies, of other syllables, trades and countries.
 */
public final class Learn {

    private static final int PAIRS = 20_000;

    /** Generated neighbours are not as real ones are: what was thought before counts as much as these many pairs. */
    private static final double NAMES_PULL = 2_000;

    private static final int ACCOUNTS = 100_000;
    private static final int VISITS_OF_EACH = 250;

    private Learn() {}

    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Orgs orgs = new Orgs(Land.TO_LEARN, 11);
        if (arguments.length == 1 || arguments[1].equals("names")) {
            Files.writeString(folder.resolve("organisation-weights.txt"), names(orgs));
        }
        if (arguments.length == 1 || arguments[1].equals("accounts")) {
            Files.writeString(folder.resolve("account-weights.txt"), accounts(orgs));
        }
    }

    private static String names(Orgs orgs) {
        Regression regression = new Regression(NameFeature.values(), Weights.read("prior-weights.txt"), NAMES_PULL);
        NamePairs pairs = new NamePairs(orgs, new Visits(List.of(), orgs, 3), 5);
        for (int i = 0; i < PAIRS; i++) {
            NamePairs.Pair pair = pairs.next();
            CompanyName one = CompanyName.of(pair.one());
            CompanyName other = CompanyName.of(pair.other());
            if (!one.isEmpty() && !other.isEmpty() && !(one.equals(other) && !pair.same())) {
                regression.add(NameFeature.of(one, other), pair.same());
            }
        }
        return "# Learned by dev.parley.company.Learn in tests/benchmark.\n" + regression.learn();
    }

    private static String accounts(Orgs orgs) throws IOException {
        Providers providers = Providers.with(Set.of());
        List<Company> companies = orgs.accounts(ACCOUNTS);
        Regression regression = new Regression(CompanyFeature.values(), new Weights(0, Map.of()), 1);
        try (CompanyIndex index = CompanyIndex.open(Files.createTempDirectory("learn"))) {
            index.rebuild(companies.iterator(), done -> {});
            for (Visit visit : new Visits(companies, orgs, 13).of(VISITS_OF_EACH)) {
                if (visit.trap() != Visit.Trap.NAMES_ANOTHER) {
                    Sight sight = Sight.of(visit.query(), providers);
                    index.ask(found -> Gathered.of(sight, found, providers)).candidates().stream()
                            .limit(8)
                            .forEach(candidate -> regression.add(
                                    candidate.seen(), candidate.company().id().equals(visit.account())));
                }
            }
        }
        return "# Learned by dev.parley.company.Learn in tests/benchmark.\n" + regression.learn();
    }
}
