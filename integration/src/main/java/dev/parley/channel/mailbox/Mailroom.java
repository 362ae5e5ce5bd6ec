package dev.parley.channel.mailbox;

import dev.parley.channel.RawBody;
import dev.parley.channel.Unread;
import dev.parley.channel.UnreadReader;
import dev.parley.channel.Unreadable;
import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.Inbox;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sorts the mail: what it tells is stored, what cannot be read is kept with the reason, and the rest is left alone. */
final class Mailroom implements UnreadReader {

    /** RFC 2046 section 5.2.1. */
    static final String MAIL = "message/rfc822";

    /** RFC 6522 section 4: nothing to read anew. */
    static final String HEADERS = "text/rfc822-headers";

    private static final Logger LOG = LoggerFactory.getLogger(Mailroom.class);

    private final AutomaticMail automatic;
    private final InvitationMails invitations;
    private final TranscriptMails transcripts;
    private final Inbox inbox;
    private final Unread unread;

    Mailroom(
            AutomaticMail automatic,
            InvitationMails invitations,
            TranscriptMails transcripts,
            Inbox inbox,
            Unread unread) {
        this.automatic = automatic;
        this.invitations = invitations;
        this.transcripts = transcripts;
        this.inbox = inbox;
        this.unread = unread;
    }

    /** What became of a mail. */
    enum Outcome {
        /** Its events are durable. */
        TAKEN,
        /** It is none of our business. */
        LEFT,
        /** It could not be read, and is kept. */
        KEPT
    }

    /**
     * Takes a mail in.
     *
     * @return what became of it, once that is durable
     * @throws MailWaits if nothing could be made durable
     */
    public Outcome take(FetchedMail mail) {
        try {
            return takenOrKept(mail);
        } catch (RuntimeException e) {
            throw new MailWaits(e);
        }
    }

    private Outcome takenOrKept(FetchedMail mail) {
        try {
            if (!mail.whole()) {
                throw new UnreadableMail("the mail is longer than mailbox.largest; only its headers are kept here");
            }
            return read(mail.bytes());
        } catch (UnreadableMail e) {
            return kept(mail, e);
        } catch (RuntimeException e) {
            if (MailWaits.isFor(e)) {
                throw e;
            }
            // It would fail so for ever, and what waits behind it would too. Its words may quote the mail.
            String kind = e.getClass().getSimpleName();
            return kept(
                    mail, new UnreadableMail("Parley failed on it with " + kind + ": please report it to its makers"));
        }
    }

    private Outcome kept(FetchedMail mail, UnreadableMail why) {
        String type = mail.whole() ? MAIL : HEADERS;
        String id = unread.keep(why.source(), type, mail.bytes(), why.place(), why.getMessage());
        LOG.info("A mail could not be read and is kept as {}: {}", id, why.getMessage());
        return Outcome.KEPT;
    }

    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals(MAIL);
    }

    @Override
    public void read(RawBody delivery) {
        try {
            read(delivery.bytes());
        } catch (UnreadableMail e) {
            throw new Unreadable(e.place(), e.getMessage());
        }
    }

    private Outcome read(byte[] mail) {
        Letter letter = LetterReader.read(mail);
        Optional<String> loop = automatic.loop(letter);
        if (loop.isPresent()) {
            return left(loop.get());
        }
        // Calendars answer by themselves, without a return path at times: the answer counts all the same.
        if (!letter.calendars().isEmpty() && invitations.take(letter)) {
            return Outcome.TAKEN;
        }
        return transcript(letter);
    }

    private Outcome transcript(Letter letter) {
        Optional<String> answer = automatic.answer(letter);
        if (answer.isPresent()) {
            return left(answer.get());
        }
        Optional<List<ChatEvent>> events = transcripts.events(letter);
        if (events.isPresent()) {
            inbox.receive(events.get());
            return Outcome.TAKEN;
        }
        if (automatic.ofProgram(letter) || !letter.calendars().isEmpty()) {
            return left("nothing in it is for us");
        }
        throw new UnreadableMail("no file in transcripts is for this mail");
    }

    private static Outcome left(String why) {
        LOG.debug("A mail is left alone: {}", why);
        return Outcome.LEFT;
    }
}
