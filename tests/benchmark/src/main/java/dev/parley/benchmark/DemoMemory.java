package dev.parley.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Resident memory of the plugin after the demo: what the kernel says of the process that the demo started. */
final class DemoMemory {

    private static final double KIBIBYTES_IN_MEGABYTE = 1_000_000.0 / 1024;

    private final Path home;
    private final int runs;

    DemoMemory(Path home, int runs) {
        this.home = home;
        this.runs = runs;
    }

    List<Figure> measure() {
        List<Double> resident = new ArrayList<>();
        List<Double> peak = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            Path status = status(home.resolve("demo" + run));
            if (status == null) {
                return List.of();
            }
            resident.add(megabytes(status, "VmRSS:"));
            peak.add(megabytes(status, "VmHWM:"));
        }
        return List.of(
                new Figure("resident memory after the demo", "MB", resident, null).atMost(300),
                new Figure("most resident memory in the demo", "MB", peak, null));
    }

    /** A copy of the plugin's {@code /proc/PID/status} once the demo has shown its table; null where there is none. */
    private static Path status(Path folder) {
        try {
            Process demo = demo(Files.createDirectories(folder));
            try (BufferedReader lines = demo.inputReader()) {
                if (lines.lines().noneMatch("PARLEY READY"::equals)) {
                    throw new IllegalStateException("The demo ended early; see " + folder);
                }
                Path status = Path.of("/proc", String.valueOf(plugin(demo)), "status");
                return Files.exists(status) ? Files.copy(status, folder.resolve("status")) : null;
            } finally {
                demo.destroy();
                demo.onExit().join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process demo(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "dev.parley.sandbox.demo.Demo",
                        "--port=" + Plugin.freePort(),
                        "--org-port=" + Plugin.freePort(),
                        "--home=" + folder)
                .redirectErrorStream(true)
                .start();
    }

    private static long plugin(Process demo) {
        return demo.children().findFirst().orElseThrow().pid();
    }

    private static double megabytes(Path status, String field) {
        try (Stream<String> lines = Files.lines(status)) {
            String line = lines.filter(l -> l.startsWith(field)).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) / KIBIBYTES_IN_MEGABYTE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
