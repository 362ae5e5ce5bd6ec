package dev.parley.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code mappings check}, as an admin or a build server runs it: from the start of the program to its end. */
final class CheckCommand {

    private static final Path JAR = Path.of("integration", "target", "parley.jar");

    /** Twenty mistakes of twenty rules; a test says which. */
    private static final Path TWENTY = Path.of("integration/src/test/resources/dev/parley/mapping/twenty");

    private static final Path SHIPPED = Path.of("mappings");

    /** Of the exit codes those that are no failure of the program. */
    private static final int FINDINGS = 1;

    private final int runs;

    CheckCommand(int runs) {
        this.runs = runs;
    }

    List<Figure> measure() throws IOException {
        return List.of(
                new Figure("mappings check, twenty mistakes", "s", times(TWENTY), null).atMost(1),
                new Figure("mappings check, the shipped files", "s", times(SHIPPED), null));
    }

    private List<Double> times(Path folder) throws IOException {
        List<Double> times = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            times.add(time(folder));
        }
        return times;
    }

    private static double time(Path folder) throws IOException {
        ProcessBuilder check = new ProcessBuilder(
                        "java", "-jar", JAR.toString(), "mappings", "check", folder.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        long begun = System.nanoTime();
        Process process = check.start();
        try {
            if (process.waitFor() > FINDINGS) {
                throw new IllegalStateException("'mappings check " + folder + "' failed; what it says is above");
            }
            return (System.nanoTime() - begun) / 1e9;
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while it was checking", e);
        }
    }
}
