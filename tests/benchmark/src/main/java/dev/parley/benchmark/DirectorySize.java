package dev.parley.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a directory of many accounts, with their people and opportunities, costs in a process with the server's options. */
final class DirectorySize {

    private final Path home;
    private final long accounts;

    DirectorySize(Path home, long accounts) {
        this.home = home;
        this.accounts = accounts;
    }

    List<Figure> measure() {
        JsonNode probe = probe();
        String of = " of %,d accounts and %,d records".formatted(accounts, new GeneratedCrm(accounts).size());
        return List.of(
                Figure.of("first load" + of, "s", probe.path("load").asDouble()),
                Figure.of("store and index" + of, "MB", probe.path("store").asDouble()),
                Figure.of(
                                "resident memory after the load" + of,
                                "MB",
                                probe.path("loadedResident").asDouble())
                        .atMost(300),
                Figure.of(
                        "most resident memory" + of,
                        "MB",
                        probe.path("peakResident").asDouble()),
                Figure.of(
                        "match of a known person, median" + of,
                        "ms",
                        probe.path("median").asDouble()),
                Figure.of(
                        "match of a known person, p99" + of,
                        "ms",
                        probe.path("p99").asDouble()));
    }

    private JsonNode probe() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + Path.of("integration", "jvm.options"));
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), DirectoryProbe.class.getName()));
        command.addAll(List.of(String.valueOf(accounts), home.toString()));
        try {
            Path log = Files.createDirectories(home).resolveSibling("directory.log");
            Process process =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            try (Stream<String> lines = process.inputReader().lines()) {
                String last = lines.reduce((one, next) -> next)
                        .orElseThrow(() -> new IllegalStateException("nothing was measured; see " + log));
                return new ObjectMapper().readTree(last);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
