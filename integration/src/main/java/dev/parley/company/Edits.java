package dev.parley.company;

/** How many slips of the pen lie between two texts: a character more, less, another one, or two neighbours swapped. */
final class Edits {

    private Edits() {}

    /** The number of edits (optimal string alignment), or {@code most + 1} if there are more. */
    static int between(String a, String b, int most) {
        if (a.equals(b)) {
            return 0;
        }
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            if (fill(a, b, i, most, row, last, beforeLast) > most) {
                return most + 1;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return Math.min(last[b.length()], most + 1);
    }

    /** Fills a row as far as it can still count, and says what its least value is. */
    private static int fill(String a, String b, int i, int most, int[] row, int[] last, int[] beforeLast) {
        int from = Math.max(1, i - most);
        int to = Math.min(b.length(), i + most);
        row[from - 1] = from == 1 ? i : most + 1;
        int least = row[from - 1];
        for (int j = from; j <= to; j++) {
            boolean same = a.charAt(i - 1) == b.charAt(j - 1);
            int up = j == i + most ? most + 1 : last[j];
            int value = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(up, row[j - 1]) + 1);
            if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                value = Math.min(value, beforeLast[j - 2] + 1);
            }
            row[j] = value;
            least = Math.min(least, value);
        }
        return least;
    }
}
