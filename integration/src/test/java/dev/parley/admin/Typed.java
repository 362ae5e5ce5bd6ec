package dev.parley.admin;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * What came of a command that was typed.
 *
 * @param exit its exit code
 * @param out what it printed
 * @param err what it complained of
 */
record Typed(int exit, String out, String err) {

    static Typed parley(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        CommandLine line = Parley.commandLine(words);
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exit = line.execute(words);
        return new Typed(exit, out.toString(), err.toString());
    }
}
