package dev.parley.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How a command prints a table: for people, or as JSON for programs. */
final class Output {

    /** Where it goes elsewhere than to a terminal a line is searched and cut by programs: few are broken there. */
    private static final int WIDEST = 240;

    @Option(names = "--json", description = "Print JSON for programs.")
    private boolean json;

    @Spec(Target.MIXEE)
    private CommandSpec command;

    /** Prints the rows as a table or as a JSON array. */
    void print(Table table) {
        print(table, table.toJson());
    }

    /** Prints the table, of which an empty one is nothing, or in its place JSON that says more. */
    void print(Table table, JsonNode full) {
        if (json) {
            out().println(full.toPrettyString());
        } else if (!table.isEmpty()) {
            out().print(table.toText(width()));
        }
        out().flush();
    }

    /** Prints a line for people; JSON goes without it. */
    void say(String line) {
        if (!json) {
            out().println(line);
            out().flush();
        }
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }

    private int width() {
        return System.console() == null ? WIDEST : command.usageMessage().width();
    }
}
