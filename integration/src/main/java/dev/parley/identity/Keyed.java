package dev.parley.identity;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a person's e-mail address or telephone number: keyed hashes.
 *
 * @param hash of the address, or of how the number ends
 * @param other of the address without its tag, or of the whole number (E.164); empty where there is none
 * @param domain of the address; empty for a number
 */
record Keyed(String hash, String other, String domain) {

    private static final char BETWEEN = ':';
    private static final char MARK = '~';
    private static final Splitter PARTS = Splitter.on(BETWEEN).limit(4);

    /** How {@link #text} begins under a key that goes by that word. */
    static String beginning(String word) {
        return String.valueOf(MARK) + word + BETWEEN;
    }

    /** As a field's value in the store. */
    String text(String beginning) {
        return beginning + hash + BETWEEN + other + BETWEEN + domain;
    }

    /** What {@link #text} said; empty for a blank field and for one that is kept as it is. */
    static Optional<Keyed> of(String text) {
        if (text == null || text.isEmpty() || text.charAt(0) != MARK) {
            return Optional.empty();
        }
        List<String> parts = PARTS.splitToList(text);
        return parts.size() < 4 ? Optional.empty() : Optional.of(new Keyed(parts.get(1), parts.get(2), parts.get(3)));
    }

    /** The hash of the address without its tag, or of the whole number. */
    Optional<String> further() {
        return other.isEmpty() ? Optional.empty() : Optional.of(other);
    }
}
