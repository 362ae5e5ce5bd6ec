package dev.parley.channel;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets deliveries that could not be read and that nobody has mended: what visitors wrote stands in them too. */
final class OldUnread {

    private static final Logger LOG = LoggerFactory.getLogger(OldUnread.class);

    private final Unread unread;
    private final Clock clock;
    private final Period keep;

    OldUnread(Unread unread, Clock clock, Period keep) {
        this.unread = unread;
        this.clock = clock;
        this.keep = keep;
    }

    /** Forgets all that have waited long enough. */
    public void forget() {
        Instant before = clock.instant().atZone(ZoneOffset.UTC).minus(keep).toInstant();
        int forgotten = unread.forgetBefore(before);
        if (forgotten > 0) {
            LOG.warn("{} deliveries that arrived before {} and could never be read were forgotten", forgotten, before);
        }
    }
}
