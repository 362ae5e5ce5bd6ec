package dev.parley.mapping;

import dev.parley.mapping.MailedTranscript.Line;
import dev.parley.mapping.TranscriptLines.Parts;
import dev.parley.mapping.TranscriptLines.Raw;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file of {@code transcripts}, compiled: says which mails it is for, and reads a conversation out of one. */
public final class TranscriptMapping {
    /** The most messages of one conversation. */
    public static final int MOST_LINES = 100_000;

    private final String source;
    private final String channel;
    private final boolean enabled;
    private final TranscriptEnvelope envelope;
    private final List<MailPattern> find;
    private final TranscriptLines lines;
    private final TranscriptRoles roles;
    private final MailMoments moments;

    TranscriptMapping(
            String source,
            String channel,
            boolean enabled,
            TranscriptEnvelope envelope,
            List<MailPattern> find,
            TranscriptLines lines,
            TranscriptRoles roles,
            MailMoments moments) {
        this.source = source;
        this.channel = channel;
        this.enabled = enabled;
        this.envelope = envelope;
        this.find = find;
        this.lines = lines;
        this.roles = roles;
        this.moments = moments;
    }

    /** The source that its conversations have. */
    public String source() {
        return source;
    }

    /** Whether it reads mails that come in; its tests try it all the same. */
    boolean enabled() {
        return enabled;
    }

    /** Where the file says how messages begin. */
    public Place place() {
        return lines.place();
    }

    /** Whether it is for a mail. */
    public boolean isFor(TranscriptMail mail) {
        return envelope.fits(mail);
    }

    /**
     * The conversation that a mail tells of. The same mail gives the same, always.
     *
     * @throws UnreadableTranscript if the mail is not as the file says
     */
    public MailedTranscript read(TranscriptMail mail) {
        Parts parts = lines.in(envelope.text(mail));
        if (parts.messages().isEmpty()) {
            throw new UnreadableTranscript(lines.place(), "no line of the mail begins a message as 'lines' says");
        }
        if (parts.messages().size() > MOST_LINES) {
            throw new UnreadableTranscript(lines.place(), "the mail has more than " + MOST_LINES + " messages");
        }
        return transcript(
                TranscriptDetails.in("Subject: " + mail.subject() + "\n" + parts.around(), find),
                parts.messages(),
                mail.date());
    }

    private MailedTranscript transcript(TranscriptDetails details, List<Raw> messages, Instant date) {
        MailMoments zoned = details.zoned(moments);
        Optional<ZonedDateTime> began = details.date("started", zoned);
        List<Line> said = said(messages, details.get("name"), new TranscriptClock(zoned, began, date));
        Instant first = said.get(0).time();
        Instant last = said.get(said.size() - 1).time();
        Instant started = began.map(ZonedDateTime::toInstant).orElse(first);
        Instant ended =
                details.date("ended", zoned).map(ZonedDateTime::toInstant).orElse(last);
        return new MailedTranscript(
                details.get("id"),
                channel,
                details.visitor(),
                details.page(),
                details.get("department"),
                started.isAfter(first) ? first : started,
                ended.isBefore(last) ? last : ended,
                said);
    }

    private List<Line> said(List<Raw> messages, String visitor, TranscriptClock clock) {
        List<Line> said = new ArrayList<>(messages.size());
        for (Raw raw : messages) {
            Instant written = clock.next(raw.groups().get("time"))
                    .orElseThrow(() -> new UnreadableTranscript(
                            raw.beginning().pattern().place(), "what 'time' finds fits none of 'times'"));
            said.add(new Line(
                    written,
                    raw.beginning().role() == null
                            ? roles.of(raw.mark(), visitor)
                            : raw.beginning().role(),
                    raw.author(),
                    raw.text().toString().strip()));
        }
        return List.copyOf(said);
    }
}
