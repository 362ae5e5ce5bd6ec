package dev.parley.qualification;

import java.util.List;

/**
 * What a conversation comes to.
 *
 * @param stage how the company stands to the visitor
 * @param functions what the visitor uses the conversation for, the primary one first
 * @param presence kinds of social presence that the visitor shows; they count for nothing else
 * @param score how promising it is
 * @param missing what should be known and is not, in the order of the file
 * @param plays what to do with an existing customer
 * @param mentions what the visitor mentions, each thing once
 * @param brief needs, open questions, promises and the next step
 * @param language what the visitor speaks most, as a BCP 47 tag, or null
 */
public record Assessment(
        Stage stage,
        List<Function> functions,
        List<String> presence,
        Score score,
        List<Missing> missing,
        List<Play> plays,
        List<Mentioned> mentions,
        Brief brief,
        String language) {

    public Assessment {
        functions = List.copyOf(functions);
        presence = List.copyOf(presence);
        missing = List.copyOf(missing);
        plays = List.copyOf(plays);
        mentions = List.copyOf(mentions);
    }

    /** A function of the conversation: its best confidence, from 0 to 1, and the message that shows it. */
    public record Function(String name, double confidence, Evidence evidence) {}

    /** What is not known, and how to ask for it in the visitor's language; {@code ask} may be null. */
    public record Missing(String name, String ask) {}

    /** A play, and what calls for it. */
    public record Play(String name, List<Evidence> evidence) {}

    /** Something mentioned, and the message that mentions it first. */
    public record Mentioned(String kind, String value, String message, String quote) {}
}
