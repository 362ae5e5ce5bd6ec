package dev.parley.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Texts of which one must stand in whatever a regular expression finds. To look for them first is hundreds of times
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
     * @return in lower case; empty if none is known, and then only the expression itself can tell
     */
    static List<String> of(String expression) {
        boolean plain =
                !expression.contains("\\Q") && !FLAGS.matcher(expression).find();
        return plain ? List.copyOf(new Needles(expression).alternatives()) : List.of();
    }

    private Set<String> alternatives() {
        Set<String> all = new LinkedHashSet<>(sequence());
        boolean known = !all.isEmpty();
        while (isNext('|')) {
            at++;
            Set<String> other = sequence();
            known &= !other.isEmpty();
            all.addAll(other);
        }
        return known && all.size() <= MOST ? all : Set.of();
    }

    /** The best that one of the parts in a row promises. */
    private Set<String> sequence() {
        Set<String> best = Set.of();
        StringBuilder run = new StringBuilder();
        while (at < expression.length() && !isNext('|') && !isNext(')')) {
            boolean group = isNext('(');
            Set<String> inner = group ? group() : Set.of();
            char literal = group ? 0 : literal();
            Count count = count();
            if (literal != 0 && count != Count.PERHAPS) {
                run.append(literal);
            }
            if (literal == 0 || count != Count.ONCE) {
                best = better(best, text(run));
                run.setLength(0);
            }
            best = count == Count.PERHAPS ? best : better(best, inner);
        }
        return better(best, text(run));
    }

    private static Set<String> text(StringBuilder run) {
        return run.isEmpty() ? Set.of() : Set.of(run.toString().toLowerCase(Locale.ROOT));
    }

    /** Long ones are rare in what people say. */
    private static Set<String> better(Set<String> one, Set<String> other) {
        return shortest(other) > shortest(one) ? other : one;
    }

    private static int shortest(Set<String> texts) {
        return texts.stream().mapToInt(String::length).min().orElse(0);
    }

    private Set<String> group() {
        at++;
        if (isNext('?')) {
            while (!isNext(':') && !isNext('>') && !isNext(')')) {
                at++;
            }
            at += isNext(')') ? 0 : 1;
        }
        Set<String> inner = alternatives();
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
