package dev.parley.channel.mailbox;

import dev.parley.conversation.ChatEvent;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.TranscriptMail;
import dev.parley.mapping.TranscriptMapping;
import dev.parley.mapping.UnreadableTranscript;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads transcripts by the mapping file that is for their mail. */
final class TranscriptMails {

    private final Supplier<MappingSet> mappings;
    private final Authentication authentication;
    private final EventCheck check;

    TranscriptMails(Supplier<MappingSet> mappings, Authentication authentication, EventCheck check) {
        this.mappings = mappings;
        this.authentication = authentication;
        this.check = check;
    }

    /**
     * The events of a mail; empty if no file is for it.
     *
     * @throws UnreadableMail if one is, and the mail is not as it says
     */
    Optional<List<ChatEvent>> events(Letter letter) {
        TranscriptMail mail = asSeen(letter, authentication);
        return mappings.get().transcripts().stream()
                .filter(mapping -> mapping.isFor(mail))
                .findFirst()
                .map(mapping -> events(mapping, mail));
    }

    /** A letter as files of {@code transcripts} see it. */
    static TranscriptMail asSeen(Letter letter, Authentication authentication) {
        return new TranscriptMail(
                letter.from(),
                letter.subject(),
                letter.headers(),
                letter.plain(),
                letter.html(),
                letter.date(),
                authentication.vouches(letter));
    }

    private List<ChatEvent> events(TranscriptMapping mapping, TranscriptMail mail) {
        try {
            return check.check(
                    TranscriptEvents.of(mapping.source(), mapping.read(mail)), mapping.source(), mapping.place());
        } catch (UnreadableTranscript e) {
            throw new UnreadableMail(mapping.source(), e.place(), e.getMessage());
        }
    }
}
