package dev.parley.meeting;

import dev.parley.mail.Alerts;
import dev.parley.mapping.MeetingPolicy.Seller;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets one answer at a time use a seller's calendar, and tells the admin of one that cannot be used. */
final class CalendarTurns {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarTurns.class);

    private final CalendarWatch watch;
    private final Alerts alerts;
    private final Clock clock;

    CalendarTurns(CalendarWatch watch, Alerts alerts, Clock clock) {
        this.watch = watch;
        this.alerts = alerts;
        this.clock = clock;
    }

    /**
     * Finds an answer in a seller's time.
     *
     * @return what the answer returns
     * @throws InUse while another one is being found there
     * @throws CalendarTrouble if the calendar cannot be used now
     */
    boolean use(Seller seller, BooleanSupplier answer) {
        if (seller.calendar() == null) {
            return answer.getAsBoolean();
        }
        String name = seller.key();
        watch.resting(name).ifPresent(why -> {
            throw new CalendarTrouble(why);
        });
        if (!watch.enter(name)) {
            throw new InUse();
        }
        try {
            boolean more = answer.getAsBoolean();
            watch.works(name);
            return more;
        } catch (CalendarTrouble e) {
            LOG.warn("The calendar of seller {} cannot be used: {}", name, e.getMessage());
            watch.failed(name, e.getMessage());
            alert(seller, e);
            throw e;
        } finally {
            watch.leave(name);
        }
    }

    private void alert(Seller seller, CalendarTrouble trouble) {
        alerts.raise(
                "calendar:" + seller.key() + ":" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                "The calendar of seller '" + seller.key() + "' cannot be used",
                trouble.getMessage() + ". Visitors who ask for a meeting wait, and are answered once it can. Look at"
                        + " meetings.yaml and the setting calendar." + seller.key() + ".password.\n");
    }
}
