package dev.parley.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The program's first class. A short command it hands to a second JVM, which finds the classes ready in the archive that
 * the build lays down beside the jar and compiles no more than such a command is worth: both together take half the
 * time of one that reads 1,500 classes. On JDK 17 only an option names an archive, and a short command should need none.
 * This class uses nothing but the JDK, for what it loads is loaded twice.
 */
public final class Start {
    private static final Set<String> SHORT = Set.of("check", "test", "preview");

    /** Whoever sets one of these has a wish of their own for the JVM, such as a debugger's port, which is not for two. */
    private static final Set<String> OPTIONS = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private Start() {}

    /** Runs the command that the arguments name, and ends the program with its exit code. */
    public static void main(String[] arguments) throws InterruptedException {
        String[] given = ProcessHandle.current().info().arguments().orElse(new String[0]);
        Path jar = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
        if (isPlain(given, arguments)
                && isShort(arguments)
                && noOptions(System.getenv())
                && Files.exists(archive(jar))) {
            handOver(jar, arguments);
        }
        Parley.main(arguments);
    }

    /** Whether the JVM was told nothing but the jar; systems that do not tell how it was started count as no. */
    static boolean isPlain(String[] given, String... arguments) {
        return given.length == arguments.length + 2
                && given[0].equals("-jar")
                && Arrays.equals(given, 2, given.length, arguments, 0, arguments.length);
    }

    static boolean isShort(String... arguments) {
        return arguments.length > 1 && arguments[0].equals("mappings") && SHORT.contains(arguments[1]);
    }

    static boolean noOptions(Map<String, String> environment) {
        for (String name : OPTIONS) {
            if (environment.containsKey(name)) {
                return false;
            }
        }
        return true;
    }

    /** The classes of a start; one that does not fit this JDK or this jar is passed over by the JVM, without a word. */
    static Path archive(Path jar) {
        return jar.resolveSibling("parley.jsa");
    }

    static List<String> command(Path jar, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:SharedArchiveFile=" + archive(jar),
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                jar.toString()));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /** Returns only if there is no second JVM to be had. */
    private static void handOver(Path jar, String... arguments) throws InterruptedException {
        Process second;
        try {
            second = new ProcessBuilder(command(jar, arguments)).inheritIO().start();
        } catch (IOException e) {
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread("end-second") {
            @Override
            public void run() {
                // Whoever ends this JVM means the command; after its end this does nothing.
                second.destroy();
            }
        });
        System.exit(second.waitFor());
    }
}
