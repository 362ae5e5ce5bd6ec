package dev.parley.conversation;

import java.util.List;

/**
 * A transcript, cut into parts: those that may have changed since it was last written, with their text, and the hashes
 * of all.
 *
 * @param changed the parts to look at; those that are no longer needed among them, with an empty body
 * @param hashes of all parts that hold text, in order
 */
public record Transcript(List<TranscriptPart> changed, List<String> hashes) {

    /** Nothing was said. */
    public static final Transcript EMPTY = new Transcript(List.of(), List.of());

    /** Whether every part that holds text is to be looked at. */
    boolean isWhole() {
        return changed.size() >= hashes.size();
    }

    /** One hash over all parts; null if nothing was said. */
    public String hash() {
        return hashes.isEmpty() ? null : TranscriptPacker.hash(String.join("\n", hashes));
    }
}
