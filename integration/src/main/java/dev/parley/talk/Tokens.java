package dev.parley.talk;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/** The words of a sentence: in scripts without spaces each character is one; numbers are all the same. */
final class Tokens {
    static final String NUMBER = "0";

    private Tokens() {}

    static List<String> of(String sentence) {
        List<String> tokens = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        sentence.codePoints().forEach(c -> {
            if (isAlone(c)) {
                flush(word, tokens);
                tokens.add(Character.toString(c));
            } else if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                word.appendCodePoint(c);
            } else if (c != '\'' || word.isEmpty()) {
                flush(word, tokens);
            }
        });
        flush(word, tokens);
        return tokens;
    }

    private static boolean isAlone(int c) {
        return c == '?'
                || c == '!'
                || UnicodeScript.of(c) == UnicodeScript.HAN
                || Character.getType(c) == Character.OTHER_SYMBOL;
    }

    private static void flush(StringBuilder word, List<String> tokens) {
        if (!word.isEmpty()) {
            tokens.add(Character.isDigit(word.charAt(0)) ? NUMBER : word.toString());
            word.setLength(0);
        }
    }
}
