package dev.parley.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Texts that must stand in whatever a regular expression finds. To look for them first is hundreds of times
 * quicker than to run the expression, and most expressions fit hardly any sentence.
 */
final class Needles {
    /** More than these are no quicker to look for than the expression itself. */
    private static final int MOST = 64;

    /**
     * Flags that are taken back, or that stand within: a count behind them counts what stands before. As quotations they
     * change what characters mean; such expressions are rare, and always run.
     */
    private static final Pattern FLAGS = Pattern.compile("\\(\\?[a-zA-Z]*-|(?s:.)\\(\\?[a-zA-Z]+\\)");

    private final String expression;
    private int at;

    private Needles(String expression) {
        this.expression = expression;
    }

    /**
     * Finds them without running the expression.
     *
     * @param expression one that compiles, in RE2's syntax
     * @return empty if none is known, and then only the expression itself can tell
     */
    static Optional<Need> of(String expression) {
        boolean plain =
                !expression.contains("\\Q") && !FLAGS.matcher(expression).find();
        return plain ? new Needles(expression).alternatives() : Optional.empty();
    }

    private Optional<Need> alternatives() {
        List<Optional<Need>> all = new ArrayList<>();
        all.add(sequence());
        while (isNext('|')) {
            at++;
            all.add(sequence());
        }
        if (all.size() == 1) {
            return all.get(0);
        }
        Need any = new Need.Any(all.stream().flatMap(Optional::stream).toList());
        return all.stream().allMatch(Optional::isPresent) && any.texts() <= MOST ? Optional.of(any) : Optional.empty();
    }

    /** All that the parts in a row promise. */
    private Optional<Need> sequence() {
        List<Need> parts = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        while (at < expression.length() && !isNext('|') && !isNext(')')) {
            boolean group = isNext('(');
            Optional<Need> inner = group ? group() : Optional.empty();
            char literal = group ? 0 : literal();
            Count count = count();
            if (literal != 0 && count != Count.PERHAPS) {
                run.append(literal);
            }
            if (literal == 0 || count != Count.ONCE) {
                end(run, parts);
            }
            if (count != Count.PERHAPS) {
                inner.ifPresent(parts::add);
            }
        }
        end(run, parts);
        return Need.All.of(parts);
    }

    private static void end(StringBuilder run, List<Need> parts) {
        if (!run.isEmpty()) {
            parts.add(Need.Text.of(run));
            run.setLength(0);
        }
    }

    private Optional<Need> group() {
        at++;
        if (isNext('?')) {
            while (!isNext(':') && !isNext('>') && !isNext(')')) {
                at++;
            }
            at += isNext(')') ? 0 : 1;
        }
        Optional<Need> inner = alternatives();
        at++;
        return inner;
    }

    /** The character that stands for itself, or 0 for whatever else is next; goes behind it. */
    private char literal() {
        char c = expression.charAt(at++);
        if (c == '\\') {
            return escape();
        }
        if (c == '[') {
            skipClass();
            return 0;
        }
        return ".^$".indexOf(c) >= 0 || hasOtherForms(c) ? 0 : c;
    }

    private char escape() {
        char c = expression.charAt(at++);
        if ("pPx".indexOf(c) >= 0) {
            at = isNext('{') ? expression.indexOf('}', at) + 1 : at + (c == 'x' ? 2 : 1);
        }
        return Character.isLetterOrDigit(c) ? 0 : c;
    }

    private void skipClass() {
        at += isNext('^') ? 1 : 0;
        at += isNext(']') ? 1 : 0;
        while (!isNext(']')) {
            if (expression.startsWith("[:", at)) {
                at = expression.indexOf(":]", at) + 2;
            } else {
                at += isNext('\\') ? 2 : 1;
            }
        }
        at++;
    }

    /** Letters that lower case does not bring into one form, while expressions take them for the same. */
    private static boolean hasOtherForms(char c) {
        return Character.UnicodeBlock.of(c) == Character.UnicodeBlock.GREEK || "İıſẞßµ".indexOf(c) >= 0;
    }

    private enum Count {
        ONCE,
        REPEATED,
        PERHAPS
    }

    private Count count() {
        Count count = Count.ONCE;
        if (isNext('?') || isNext('*')) {
            count = Count.PERHAPS;
            at++;
        } else if (isNext('+')) {
            count = Count.REPEATED;
            at++;
        } else if (expression
                .substring(at, Math.min(at + 12, expression.length()))
                .matches("(?s)\\{\\d+(,\\d*)?}.*")) {
            count = expression.charAt(at + 1) == '0' ? Count.PERHAPS : Count.REPEATED;
            at = expression.indexOf('}', at) + 1;
        }
        at += count != Count.ONCE && isNext('?') ? 1 : 0;
        return count;
    }

    private boolean isNext(char c) {
        return at < expression.length() && expression.charAt(at) == c;
    }
}
