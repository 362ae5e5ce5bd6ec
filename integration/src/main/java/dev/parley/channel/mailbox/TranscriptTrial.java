package dev.parley.channel.mailbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.channel.Unreadable;
import dev.parley.mapping.TranscriptMail;
import dev.parley.mapping.TranscriptMapping;
import dev.parley.mapping.UnreadableTranscript;
import java.util.List;

/** Tries a file of {@code transcripts} on a mail, from the mail's bytes on, as the mailbox does. It keeps nothing. */
public final class TranscriptTrial {

    /** Who vouches for authors in mails that are tried: the {@code authserv-id} of RFC 8601. */
    public static final String SERVER = "trial.invalid";

    private static final Authentication AUTHENTICATION = new Authentication(SERVER);

    private TranscriptTrial() {}

    /**
     * The events that a mail becomes.
     *
     * @param mail as it would be fetched
     * @return in order, as JSON; none if the file is not for this mail
     * @throws Unreadable if the file is for it and cannot read it
     */
    public static List<ObjectNode> events(TranscriptMapping mapping, byte[] mail) {
        try {
            TranscriptMail letter = TranscriptMails.asSeen(LetterReader.read(mail), AUTHENTICATION);
            return mapping.isFor(letter) ? TranscriptEvents.of(mapping.source(), mapping.read(letter)) : List.of();
        } catch (UnreadableTranscript e) {
            throw new Unreadable(e.place(), e.getMessage());
        } catch (UnreadableMail e) {
            throw new Unreadable(e.place(), e.getMessage());
        }
    }
}
