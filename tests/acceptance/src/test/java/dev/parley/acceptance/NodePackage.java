package dev.parley.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A folder under {@code tests/acceptance/clients} with a program that others wrote, by its own lock file. */
final class NodePackage {
    private static final long MINUTES_TO_INSTALL = 8;
    private static final long MINUTES_TO_RUN = 4;

    private final Path folder;

    private NodePackage(Path folder) {
        this.folder = folder;
    }

    /** What a program said. */
    record Outcome(int status, String output) {}

    static NodePackage named(String name) {
        return new NodePackage(Path.of(System.getProperty("parley.project"), "tests", "acceptance", "clients", name)
                .toAbsolutePath()
                .normalize());
    }

    Path folder() {
        return folder;
    }

    /** The same, run in another folder. */
    NodePackage at(Path other) {
        return new NodePackage(other);
    }

    /** Installs what the lock file names, unless it is there; the mark is made only after all of it is. */
    Outcome install() {
        Path mark = folder.resolve("node_modules").resolve(".installed");
        try {
            String wanted = Files.readString(folder.resolve("package-lock.json"));
            if (Files.exists(mark) && Files.readString(mark).equals(wanted)) {
                return new Outcome(0, "");
            }
            Outcome outcome = run(List.of("npm", "ci"), Map.of(), MINUTES_TO_INSTALL);
            if (outcome.status() == 0) {
                Files.writeString(mark, wanted);
            }
            return outcome;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** Runs a program in the folder and waits for it. */
    Outcome run(Map<String, String> environment, String... command) {
        return run(List.of(command), environment, MINUTES_TO_RUN);
    }

    private Outcome run(List<String> command, Map<String, String> environment, long minutes) {
        try {
            Path output = Files.createTempFile("node", ".log");
            ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(minutes, TimeUnit.MINUTES);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            String said = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return new Outcome(ended ? process.exitValue() : -1, said);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
