package dev.parley.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What understanding adds to the resident memory of a process with the server's options. */
final class TalkMemory {

    private TalkMemory() {}

    /** Nothing where the kernel does not say it. */
    static List<Figure> measure() throws IOException {
        if (!Files.exists(Path.of("/proc/self/status"))) {
            return List.of();
        }
        Process probe = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@integration/jvm.options",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TalkProbe.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = probe.inputReader()) {
            String added = said.readLine();
            if (added == null) {
                throw new IllegalStateException("The probe of memory ended without a figure");
            }
            return List.of(Figure.of("added to the resident memory", "MB", Double.parseDouble(added))
                    .atMost(150));
        }
    }
}
