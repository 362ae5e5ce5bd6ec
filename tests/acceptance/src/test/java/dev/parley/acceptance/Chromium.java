package dev.parley.acceptance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Finds a browser: the one that {@code CHROME_PATH} names, else one of the machine, else the one inside a package of npm.
 * There is no story without a browser: where none is found the stories fail, and say what to do.
 */
final class Chromium {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome");
    private static final List<Path> PLACES = Stream.of(
                    "/usr/lib/chromium/chromium",
                    "/opt/google/chrome/chrome",
                    "/snap/bin/chromium",
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                    "/Applications/Chromium.app/Contents/MacOS/Chromium",
                    "C:/Program Files/Google/Chrome/Application/chrome.exe",
                    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe")
            .map(Path::of)
            .toList();
    private static final Path PACKAGE = Plugin.project("tests/acceptance/browser");

    private Chromium() {}

    /** The browser's program. */
    static Path find() {
        return named().or(Chromium::onPath)
                .or(() -> PLACES.stream().filter(Files::isExecutable).findFirst())
                .or(Chromium::packaged)
                .orElseThrow(
                        () -> new AssertionError("No Chromium or Chrome is on this machine, and npm could not bring"
                                + " one (tests/acceptance/target/browser.log). Name one in CHROME_PATH, or run"
                                + " tests/system/browser.sh as root on Debian or Ubuntu."));
    }

    private static Optional<Path> named() {
        return Optional.ofNullable(System.getenv("CHROME_PATH"))
                .filter(path -> !path.isBlank())
                .map(Path::of);
    }

    private static Optional<Path> onPath() {
        List<Path> folders = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList();
        return NAMES.stream()
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Two test processes may ask at the same time; the second waits for what the first has brought. */
    private static synchronized Optional<Path> packaged() {
        try (var channel = Lock.of(Path.of("target", "browser.lock"))) {
            Path log = Path.of("target", "browser.log");
            if (!Files.exists(PACKAGE.resolve("node_modules/@sparticuz/chromium/package.json"))) {
                run(log, "npm", "ci", "--no-audit", "--no-fund");
            }
            return run(log, "node", "find.mjs").map(Path::of).filter(Files::isExecutable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last line that a program printed, if it ended well. */
    private static Optional<String> run(Path log, String... command) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(PACKAGE.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException notInstalled) {
            Files.writeString(log, notInstalled.getMessage());
            return Optional.empty();
        }
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
    }
}
