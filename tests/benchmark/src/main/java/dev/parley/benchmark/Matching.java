package dev.parley.benchmark;

import dev.parley.benchmark.match.MatchFigures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How well and how fast companies are matched in orgs of three sizes. */
final class Matching {

    private static final int[] SIZES = {10_000, 100_000, 1_000_000};

    private final Path home;
    private final Path namePairs;

    /** @param namePairs labelled pairs of names, JSON lines; null to leave them out */
    Matching(Path home, Path namePairs) {
        this.home = home;
        this.namePairs = namePairs;
    }

    List<Figure> measure() {
        List<Figure> figures = new ArrayList<>();
        for (int size : SIZES) {
            MatchFigures.of(home.resolve("accounts" + size), size)
                    .forEach(value -> figures.add(figure("%,d accounts: ".formatted(size), value)));
        }
        figures.add(figure("", MatchFigures.ofRealNames()));
        if (namePairs != null) {
            MatchFigures.ofPairs(namePairs).forEach(value -> figures.add(figure("", value)));
        }
        return figures;
    }

    private static Figure figure(String where, MatchFigures.Value value) {
        Figure figure = Figure.of(where + value.name(), value.unit(), value.value());
        return value.most() == null ? figure : figure.atMost(value.most());
    }
}
