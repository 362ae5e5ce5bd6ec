package dev.parley.admin;

import dev.parley.mapping.BrokenMappings;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says why a command failed: what is to be expected in its own words, only a defect of the program with its trace. */
final class Failures implements IExecutionExceptionHandler {

    static final int EXIT_CODE = 1;

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        PrintWriter err = command.getErr();
        if (isExpected(failure)) {
            err.println(failure.getMessage());
        } else {
            err.println("This is a defect of Parley; please report it with the lines below.");
            failure.printStackTrace(err);
        }
        err.flush();
        return EXIT_CODE;
    }

    private static boolean isExpected(Exception failure) {
        return failure instanceof SettingsProblem
                || failure instanceof BrokenMappings
                || failure instanceof CommandFailed;
    }
}
