package dev.parley.mapping;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Tells when each message was written, in the order of the messages. */
final class TranscriptClock {
    /** A mail follows its chat: where nothing says the day, no message is later than the mail, give or take. */
    private static final Duration BEFORE_MAIL = Duration.ofHours(23);

    private final MailMoments moments;
    private final ZonedDateTime untimed;
    private ZonedDateTime before;

    /** @param started when the conversation began, or empty if the mail does not say it */
    TranscriptClock(MailMoments moments, Optional<ZonedDateTime> started, Instant mail) {
        this.moments = moments;
        this.untimed = started.orElse(mail.atZone(moments.zone()));
        this.before = started.orElse(untimed.minus(BEFORE_MAIL));
    }

    /**
     * When the next message was written; empty if its time cannot be read.
     *
     * @param time as it stands in the mail, or null if the message has none: then it is that of the one before
     */
    Optional<Instant> next(String time) {
        if (time == null) {
            return Optional.of((before.isBefore(untimed) ? untimed : before).toInstant());
        }
        Optional<ZonedDateTime> next = moments.time(time, before);
        next.ifPresent(found -> before = found);
        return next.map(ZonedDateTime::toInstant);
    }
}
