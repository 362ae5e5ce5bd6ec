package dev.parley.admin;

/**
 * What became of some lines.
 *
 * @param accepted events that were new
 * @param duplicates events that had been there
 * @param bad lines that could not be loaded
 * @param silent lines that tell nothing that Parley knows of
 */
record Sent(long accepted, long duplicates, long bad, long silent) {

    static final Sent NOTHING = new Sent(0, 0, 0, 0);

    Sent and(Sent other) {
        return new Sent(
                accepted + other.accepted, duplicates + other.duplicates, bad + other.bad, silent + other.silent);
    }
}
