package dev.parley.sandbox.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * Where the demo prints, in UTF-8 whatever the locale: its conversations are in many languages.
 *
 * @param out the standard output
 * @param interactive whether a person looks at a terminal, which can show a moving bar
 * @param width columns that a line may have
 */
record Screen(PrintStream out, boolean interactive, int width) {

    private static final int WIDTH_OF_A_FILE = 200;

    /** The terminal that the demo was started in; where there is none, lines may be long. */
    static Screen detect() {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try (Terminal terminal = TerminalBuilder.builder().dumb(true).build()) {
            boolean interactive = !terminal.getType().startsWith(Terminal.TYPE_DUMB) && terminal.getWidth() > 0;
            return new Screen(out, interactive, interactive ? terminal.getWidth() : WIDTH_OF_A_FILE);
        } catch (IOException e) {
            return new Screen(out, false, WIDTH_OF_A_FILE);
        }
    }

    void print(String line) {
        out.println(line);
    }

    void print(List<String> lines) {
        lines.forEach(out::println);
    }

    /** Shows how far a task has come. */
    Progress progress(String task, int total) {
        return interactive ? new ProgressInBar(task, total) : new ProgressInLines(task, total, out);
    }
}
