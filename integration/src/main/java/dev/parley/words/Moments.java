package dev.parley.words;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.SimpleTimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;

/**
 * Times as people of a language write them (CLDR), in the calendar that they live by: java.time has none of Iran's, which
 * browsers show and the chat's own pages with them.
 */
final class Moments {

    /** Who says no more than that they read English is spared the question whether noon is am or pm. */
    private static final Locale ENGLISH = Locale.UK;

    private static final int MILLIS = 1000;

    private final ULocale locale;
    private final ZoneId zone;

    Moments(Locale locale, ZoneId zone) {
        this.locale = ULocale.addLikelySubtags(ULocale.forLocale(locale.equals(Locale.ENGLISH) ? ENGLISH : locale));
        this.zone = zone;
    }

    /** The day and the time. */
    String moment(Instant at) {
        return write(DateFormat.getDateTimeInstance(DateFormat.LONG, DateFormat.SHORT, locale), at) + shownZone();
    }

    /** The day with its name, and the times from when to when. */
    String period(Instant from, Instant to) {
        String end = write(DateFormat.getTimeInstance(DateFormat.SHORT, locale), to);
        return day(from) + "–" + end + shownZone();
    }

    private String day(Instant at) {
        DateFormat whole = DateFormat.getDateTimeInstance(DateFormat.FULL, DateFormat.SHORT, locale);
        if (!locale.getLanguage().equals("fa")) {
            return write(whole, at);
        }
        // The data's own full style begins with the year, as nobody does in Persian.
        DateFormat date = DateFormat.getDateTimeInstance(DateFormat.LONG, DateFormat.SHORT, locale);
        return write(DateFormat.getInstanceForSkeleton("EEEE", locale), at) + " " + write(date, at);
    }

    private String write(DateFormat format, Instant at) {
        // The zone's rules are Java's: of a zone such as UTC+2 the other library knows nothing, and says so to nobody.
        int offset = zone.getRules().getOffset(at).getTotalSeconds() * MILLIS;
        format.setTimeZone(new SimpleTimeZone(offset, zone.getId()));
        return format.format(Date.from(at));
    }

    private String shownZone() {
        return " (" + (zone.getId().equals("Z") ? "UTC" : zone.getId()) + ")";
    }
}
