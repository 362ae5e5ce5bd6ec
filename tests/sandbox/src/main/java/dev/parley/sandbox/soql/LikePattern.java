package dev.parley.sandbox.soql;

import java.util.Arrays;
import java.util.Locale;

/** A pattern of {@code LIKE}: percent for any text, underscore for any one character. Upper and lower case are one. */
final class LikePattern {
    private static final int ANY_TEXT = -1;
    private static final int ANY_CHARACTER = -2;

    private final int[] parts;

    /** Reads a pattern whose escaped wildcards and backslashes have a backslash. */
    LikePattern(String pattern) {
        int[] folded = folded(pattern);
        int[] read = new int[folded.length];
        int size = 0;
        for (int i = 0; i < folded.length; i++) {
            boolean escaped = folded[i] == '\\' && i + 1 < folded.length;
            read[size++] = escaped ? folded[++i] : part(folded[i]);
        }
        parts = Arrays.copyOf(read, size);
    }

    private static int[] folded(String text) {
        return text.toLowerCase(Locale.ROOT).codePoints().toArray();
    }

    private static int part(int c) {
        return switch (c) {
            case '%' -> ANY_TEXT;
            case '_' -> ANY_CHARACTER;
            default -> c;
        };
    }

    /** Whether the whole text fits; the time is at most the product of both lengths. */
    boolean matches(String written) {
        int[] text = folded(written);
        int at = 0;
        int part = 0;
        int resumePart = -1;
        int resumeAt = 0;
        while (at < text.length) {
            if (part < parts.length && parts[part] == ANY_TEXT) {
                resumePart = ++part;
                resumeAt = at;
            } else if (part < parts.length && (parts[part] == ANY_CHARACTER || parts[part] == text[at])) {
                part++;
                at++;
            } else if (resumePart >= 0) {
                part = resumePart;
                at = ++resumeAt;
            } else {
                return false;
            }
        }
        return onlyAnyTextFrom(part);
    }

    private boolean onlyAnyTextFrom(int part) {
        for (int i = part; i < parts.length; i++) {
            if (parts[i] != ANY_TEXT) {
                return false;
            }
        }
        return true;
    }
}
