package dev.parley.company;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How well real companies are found by what people call them, among real neighbours. */
public final class HeldBackNames {

    private HeldBackNames() {}

    /** In percent: how often the first candidate is not the right one, for a visitor who gives a name and nothing else. */
    public static double missedPercent() throws IOException {
        List<RealNames> asked = RealNames.heldBack();
        try (CompanyIndex index = CompanyIndex.open(Files.createTempDirectory("names"))) {
            index.rebuild(
                    Stream.concat(asked.stream(), RealNames.toLearn().stream())
                            .map(one -> new Company(one.name(), one.name(), null, null, null, null))
                            .iterator(),
                    done -> {});
            CompanyMatcher matcher = new CompanyMatcher(index, Set.of());
            long all = asked.stream().mapToLong(one -> one.called().size()).sum();
            long missed = asked.stream().mapToLong(one -> missed(one, matcher)).sum();
            return 100.0 * missed / all;
        }
    }

    private static long missed(RealNames one, CompanyMatcher matcher) {
        return one.called().stream()
                .map(called -> matcher.decide(CompanyQuery.named(called)).account())
                .filter(account -> !one.name().equals(account))
                .count();
    }
}
