package dev.parley.qualification;

import java.util.List;

/**
 * What a conversation comes to.
 *
 * @param stage how the company stands to the visitor
 * @param functions what the visitor uses the conversation for, the primary one first
 * @param presence kinds of social presence that the visitor shows; they count for nothing else
 * @param shown its signs, each with the first message that shows it
 * @param score how promising it is
 * @param missing what should be known and is not, in the order of the file
 * @param plays what to do with an existing customer
 * @param mentions what the visitor mentions, each thing once
 * @param brief needs, open questions, promises and the next step
 * @param referredBy what the visitor says of who recommended us to them: the message and the sentence
 * @param recommended whom the visitor names as somebody to talk to, each address or number once
 * @param courtesies ids of the messages of visitors and peers that ask for nothing, such as a thank-you
 * @param orientation what it is kept up for, or null where no message tells
 * @param language what the visitor speaks most, as a BCP 47 tag, or null
 */
public record Assessment(
        Stage stage,
        List<Function> functions,
        List<String> presence,
        List<Presence> shown,
        Score score,
        List<Missing> missing,
        List<Play> plays,
        List<Mentioned> mentions,
        Brief brief,
        List<Evidence> referredBy,
        List<Recommended> recommended,
        List<String> courtesies,
        Orientation orientation,
        String language) {

    public Assessment {
        functions = List.copyOf(functions);
        presence = List.copyOf(presence);
        shown = List.copyOf(shown);
        missing = List.copyOf(missing);
        plays = List.copyOf(plays);
        mentions = List.copyOf(mentions);
        referredBy = List.copyOf(referredBy);
        recommended = List.copyOf(recommended);
        courtesies = List.copyOf(courtesies);
    }

    /**
     * A function of the conversation.
     *
     * @param confidence the best one, from 0 to 1
     * @param evidence the message that shows it
     * @param because the rule that says so or the phrase that it is like, and where that stands; null if nobody tells
     */
    public record Function(String name, double confidence, Evidence evidence, String because) {}

    /** A sign of social presence, the message that shows it first, and its words. */
    public record Presence(String kind, String indicator, String message, String words) {}

    /** What is not known, and how to ask for it in the visitor's language; {@code ask} may be null. */
    public record Missing(String name, String ask) {}

    /** A play, and what calls for it. */
    public record Play(String name, List<Evidence> evidence) {}

    /** Something mentioned, and the message that mentions it first. */
    public record Mentioned(String kind, String value, String message, String quote) {}
}
