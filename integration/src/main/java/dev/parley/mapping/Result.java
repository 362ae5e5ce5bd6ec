package dev.parley.mapping;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an expression gives, as far as that is certain before it is evaluated.
 *
 * @param kind what sort of value
 * @param always whether it gives a value for every conversation
 * @param longest most characters of a text; {@link Integer#MAX_VALUE} where nothing bounds it
 * @param words the only values there can be; empty where there can be others
 * @param format of a text: {@code date-time} by the dossier's schema, {@code free} if certainly none, else empty
 */
record Result(Kind kind, boolean always, int longest, List<String> words, String format) {

    /** Sorts of values. */
    enum Kind {
        TEXT("text"),
        NUMBER("a number"),
        TRUTH("true or false"),
        LIST("a list"),
        OBJECT("an object"),
        UNKNOWN("a value");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** In an admin's words. */
        @Override
        public String toString() {
            return words;
        }
    }

    static final Result UNKNOWN = new Result(Kind.UNKNOWN, false, Integer.MAX_VALUE, List.of(), "");

    static Result of(Kind kind, boolean always) {
        return new Result(kind, always, Integer.MAX_VALUE, List.of(), "");
    }

    static Result literal(Kind kind, String value) {
        return new Result(kind, !value.isBlank(), value.codePointCount(0, value.length()), List.of(value), "");
    }

    /** The same, if it is text of at most so many characters. */
    Result atMost(int characters) {
        return new Result(kind, always, Math.min(longest, characters), words, format);
    }

    /** The same where it is known from elsewhere that there is a value. */
    Result certain() {
        return new Result(kind, true, longest, words, format);
    }

    /** A value as it is written in a file: text, a number, true or false. */
    static Result ofLiteral(Object value) {
        Kind kind = value instanceof Boolean ? Kind.TRUTH : value instanceof Number ? Kind.NUMBER : Kind.TEXT;
        return literal(kind, value.toString());
    }

    Result sometimes() {
        return new Result(kind, false, longest, words, format);
    }

    /** Either this or the other. */
    Result or(Result other) {
        boolean open = words.isEmpty() || other.words.isEmpty();
        return new Result(
                kind == other.kind ? kind : Kind.UNKNOWN,
                always && other.always,
                Math.max(longest, other.longest),
                open
                        ? List.of()
                        : Stream.concat(words.stream(), other.words.stream())
                                .distinct()
                                .toList(),
                format.equals(other.format) ? format : "");
    }

    /** Whether a field could never take it, or only as text. */
    boolean is(Kind... kinds) {
        return List.of(kinds).contains(kind);
    }
}
