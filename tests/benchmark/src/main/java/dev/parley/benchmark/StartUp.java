package dev.parley.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From the start of the process to the first answer that it is ready, with a new store and with one that is there. */
final class StartUp {

    private final Path home;
    private final int runs;

    StartUp(Path home, int runs) {
        this.home = home;
        this.runs = runs;
    }

    List<Figure> measure() {
        List<Double> first = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        try (Org org = Org.start(home.resolve("org"))) {
            for (int run = 0; run < runs; run++) {
                first.add(start(org, home.resolve("plugin" + run)));
                again.add(start(org, home.resolve("plugin" + run)));
            }
        }
        return List.of(
                new Figure("start to serving, new store", "s", first, null).atMost(6),
                new Figure("start to serving, later", "s", again, null).atMost(6));
    }

    private static double start(Org org, Path folder) {
        try (Plugin plugin = Plugin.start(folder, org.url())) {
            return plugin.untilReady().toMillis() / 1000.0;
        }
    }
}
