package dev.parley.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.Optional;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * A time as an invitation says it: in the zone of whoever reads it, with the description of that zone (RFC 5545 section
 * 3.6.5), so that their calendar shows the hour that was agreed whatever it knows of changes of clocks. The description
 * is of the change before the meeting and of the one after it, as Java knows them, and of no older one: what the
 * iCalendar library brings along begins a hundred years ago, and other programs read it wrong.
 */
final class ZonedTimes {

    private static final LocalDateTime EVER = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final int DAYS_OF_A_WEEK = 7;

    private final Slot slot;
    private final ZoneId zone;
    private final ZoneRules rules;

    ZonedTimes(Slot slot, ZoneId zone) {
        this.slot = slot;
        this.zone = zone;
        this.rules = zone.getRules();
    }

    DateProperty<?> start() {
        return inUtc() ? new DtStart<>(slot.start()) : zoned(new DtStart<>(local(slot.start())));
    }

    DateProperty<?> end() {
        return inUtc() ? new DtEnd<>(slot.end()) : zoned(new DtEnd<>(local(slot.end())));
    }

    private LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone);
    }

    /** The library would read a zoned time by its own copy of the zone's rules, which is another than Java's. */
    private DateProperty<?> zoned(DateProperty<?> property) {
        property.add(new TzId(zone.getId()));
        return property;
    }

    /**
     * In UTC where the zone has no name of its own, and about a change of its clocks: an hour comes twice then, and
     * programs differ in what holds on the rest of the day.
     */
    private boolean inUtc() {
        ZoneOffset before = rules.getOffset(slot.start().minus(1, ChronoUnit.DAYS));
        ZoneOffset after = rules.getOffset(slot.end().plus(12, ChronoUnit.HOURS));
        return !zone.getId().contains("/") || !before.equals(after);
    }

    /** The zone's description; empty where times are in UTC. */
    Optional<VTimeZone> description() {
        if (inUtc()) {
            return Optional.empty();
        }
        VTimeZone description = new VTimeZone();
        description.add(new net.fortuna.ical4j.model.property.TzId(zone.getId()));
        ZoneOffsetTransition change = rules.previousTransition(slot.start().plusNanos(1));
        if (change == null) {
            ZoneOffset offset = rules.getOffset(slot.start());
            description.add(observance(new Standard(), EVER, offset, offset));
        } else {
            description.add(observance(change));
            change = rules.nextTransition(change.getInstant());
        }
        while (change != null && !change.getInstant().isAfter(slot.end())) {
            description.add(observance(change));
            change = rules.nextTransition(change.getInstant());
        }
        if (change != null) {
            description.add(observance(change));
        }
        return Optional.of(description);
    }

    private Observance observance(ZoneOffsetTransition change) {
        Observance observance = observance(
                rules.isDaylightSavings(change.getInstant()) ? new Daylight() : new Standard(),
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter());
        rule(change).ifPresent(rule -> observance.add(new RRule<>("FREQ=YEARLY;" + rule)));
        return observance;
    }

    private static <O extends Observance> O observance(
            O observance, LocalDateTime from, ZoneOffset before, ZoneOffset after) {
        observance.add(new DtStart<>(from));
        observance.add(new TzOffsetFrom(before));
        observance.add(new TzOffsetTo(after));
        return observance;
    }

    /** Programs that take a zone to be what repeats each year want to hear that it does. */
    private Optional<String> rule(ZoneOffsetTransition change) {
        return rules.getTransitionRules().stream()
                .filter(rule -> rule.createTransition(change.getDateTimeBefore().getYear())
                        .equals(change))
                .flatMap(rule -> rule(rule, change.getDateTimeBefore().toLocalDate()).stream())
                .findFirst();
    }

    private static Optional<String> rule(ZoneOffsetTransitionRule rule, LocalDate day) {
        boolean weekly = rule.getDayOfWeek() != null && rule.getDayOfWeek() == day.getDayOfWeek();
        int which = which(rule.getDayOfMonthIndicator(), day);
        if (!weekly || day.getMonth() != rule.getMonth() || which == 0) {
            return Optional.empty();
        }
        String name = day.getDayOfWeek().name().substring(0, 2);
        return Optional.of("BYMONTH=" + day.getMonthValue() + ";BYDAY=" + which + name);
    }

    /** Which of the month's weekdays a rule means that looks for one from a day on: -1 for the last, 0 for none. */
    private static int which(int from, LocalDate day) {
        if (from == -1 || from == day.lengthOfMonth() - DAYS_OF_A_WEEK + 1) {
            return -1;
        }
        return from > 0 && from % DAYS_OF_A_WEEK == 1 ? from / DAYS_OF_A_WEEK + 1 : 0;
    }
}
