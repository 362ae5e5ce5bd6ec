package dev.parley.mapping;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts roughly, and without compiling it, how many steps a regular expression has once it is compiled: counts within
 * counts are multiplied, and must not fill the memory before their size is known.
 */
final class Repetitions {

    /** Most steps of a compiled expression: repetitions of repetitions would make memory, not time, the bound. */
    private static final int LARGEST = 5_000;

    /** The rough count is never so far above the true one. */
    private static final int ROUGHLY = 10;

    private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");
    private static final Pattern CLASS =
            Pattern.compile("\\[\\^?\\]?(?:\\[:\\^?\\w+:\\]|\\\\.|[^\\]\\\\])*\\]?", Pattern.DOTALL);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:[pPx]\\{[^}]*\\}|.)?", Pattern.DOTALL);

    private final String expression;
    private final Deque<Double> outer = new ArrayDeque<>();
    private double before;
    private double last;

    private Repetitions(String expression) {
        this.expression = expression;
    }

    /** Whether an expression is so large that it must not even be compiled. */
    static boolean areTooMany(String expression) {
        return new Repetitions(expression).steps() > (double) LARGEST * ROUGHLY;
    }

    /** Whether a compiled expression of that many steps is too large. */
    static boolean areTooMany(int steps) {
        return steps > LARGEST;
    }

    private double steps() {
        int at = 0;
        while (at < expression.length()) {
            at = step(at);
        }
        while (!outer.isEmpty()) {
            close();
        }
        return before + last;
    }

    /** Counts what stands at a place; gives the place behind it. */
    private int step(int at) {
        switch (expression.charAt(at)) {
            case '(' -> {
                outer.push(before + last);
                before = 0;
                last = 0;
                return at + 1;
            }
            case ')' -> {
                close();
                return at + 1;
            }
            case '{' -> {
                return count(at);
            }
            case '[' -> {
                return atom(CLASS, at);
            }
            case '\\' -> {
                return atom(ESCAPE, at);
            }
            default -> {
                return atom(1, at + 1);
            }
        }
    }

    private int atom(Pattern pattern, int at) {
        Matcher matcher = pattern.matcher(expression).region(at, expression.length());
        return atom(1, matcher.lookingAt() ? matcher.end() : at + 1);
    }

    private int atom(double steps, int end) {
        before += last;
        last = steps;
        return end;
    }

    private void close() {
        double group = before + last + 2;
        before = outer.isEmpty() ? 0 : outer.pop();
        last = group;
    }

    private int count(int at) {
        Matcher matcher = COUNT.matcher(expression).region(at, expression.length());
        if (!matcher.lookingAt()) {
            return atom(1, at + 1);
        }
        last *= Math.max(1, Math.max(number(matcher.group(1)), number(matcher.group(2))));
        return matcher.end();
    }

    private static double number(String digits) {
        return digits == null || digits.isEmpty() ? 0 : Double.parseDouble(digits);
    }
}
