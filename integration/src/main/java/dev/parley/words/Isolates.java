package dev.parley.words;

import java.text.Bidi;

/**
 * Keeps what is put into a sentence from turning the words around it (UAX 9): it stands between a first-strong isolate
 * and its end.
 */
final class Isolates {
    private static final String APART = "\u2068%s\u2069";

    private Isolates() {}

    /**
     * Where all goes one way nothing is set apart, for who copies an id would copy the signs with it. An address stays as
     * it is too: programs make a link of it, and of all that sticks to it.
     *
     * @param rightToLeft how the sentence runs
     */
    static String apart(String text, boolean rightToLeft) {
        boolean mixed = rightToLeft || Bidi.requiresBidi(text.toCharArray(), 0, text.length());
        return mixed && !text.contains("://") ? APART.formatted(text) : text;
    }
}
