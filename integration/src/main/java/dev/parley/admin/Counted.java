package dev.parley.admin;

/** How many there are of something, in English. */
final class Counted {

    private Counted() {}

    /**
     * Such as {@code 1 lead} or {@code 2 leads}.
     *
     * @param one what one is called; several are called the same with an s
     */
    static String of(long count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }
}
