package dev.parley.mapping;

/**
 * A sentence in lower case, and which pairs of characters stand in it. Hundreds of expressions are looked for in one
 * sentence; that it lacks a pair of what they need rules most of them out at the cost of one bit.
 */
public final class Haystack {
    private static final int KINDS = 1 << 12;

    private final String text;
    private final long[] pairs = new long[KINDS / Long.SIZE];

    /** @param lower a sentence in lower case */
    public Haystack(String lower) {
        this.text = lower;
        for (int i = 1; i < lower.length(); i++) {
            int pair = pair(lower, i);
            pairs[pair / Long.SIZE] |= 1L << pair;
        }
    }

    /** The sentence in lower case. */
    public String text() {
        return text;
    }

    /** The pairs of a text, each as a number; several pairs may have the same one. */
    static int[] pairsOf(String text) {
        int[] all = new int[Math.max(0, text.length() - 1)];
        for (int i = 0; i < all.length; i++) {
            all[i] = pair(text, i + 1);
        }
        return all;
    }

    /** Whether it may hold a text of these pairs; if not, it surely does not. */
    boolean mayHold(int... wanted) {
        for (int pair : wanted) {
            if ((pairs[pair / Long.SIZE] & 1L << pair) == 0) {
                return false;
            }
        }
        return true;
    }

    private static int pair(String text, int second) {
        return (text.charAt(second - 1) * 61 + text.charAt(second)) % KINDS;
    }
}
