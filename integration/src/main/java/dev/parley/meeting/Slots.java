package dev.parley.meeting;

import dev.parley.hours.WorkingHours;
import dev.parley.mapping.MeetingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds the free times of one seller: in working hours, clear of what is in the calendar, and neither too soon nor too late. */
public final class Slots {

    private final SlotRule rule;
    private final WorkingHours hours;
    private final Collection<Slot> busy;
    private final Instant now;

    /** @param busy what takes the seller's time, in any order; pieces may overlap */
    Slots(SlotRule rule, WorkingHours hours, Collection<Slot> busy, Instant now) {
        this.rule = rule;
        this.hours = hours;
        this.busy = List.copyOf(busy);
        this.now = now;
    }

    /**
     * What a visitor would be offered, for trying {@code meetings.yaml}.
     *
     * @param hours of the seller
     * @param busy what takes the seller's time
     * @param now when the visitor asks
     */
    public static List<Slot> offered(MeetingPolicy policy, WorkingHours hours, Collection<Slot> busy, Instant now) {
        return new Slots(SlotRule.of(policy), hours, busy, now).first();
    }

    /** The first free ones, in order; none overlaps another, buffers counted in. */
    List<Slot> first() {
        List<Slot> found = new ArrayList<>();
        Instant last = now.plus(rule.horizon());
        Instant start = onGrid(now.plus(rule.notice()));
        while (found.size() < rule.most() && !start.isAfter(last)) {
            Slot slot = new Slot(start, start.plus(rule.length()));
            Instant tooMany = dayIsFull(found, start);
            if (tooMany != null) {
                start = tooMany;
            } else if (isFree(slot)) {
                found.add(slot);
                start = onGrid(slot.end().plus(rule.buffer()));
            } else {
                start = onGrid(later(start.plus(SlotRule.STEP), hours.nextOpening(start)));
            }
        }
        return List.copyOf(found);
    }

    /** Whether a meeting may be then. */
    boolean isFree(Slot slot) {
        boolean inTime =
                !slot.start().isBefore(now.plus(rule.notice())) && !slot.start().isAfter(now.plus(rule.horizon()));
        Slot wide = new Slot(slot.start().minus(rule.buffer()), slot.end().plus(rule.buffer()));
        return inTime && isShort(slot) && isWorkingTime(slot) && busy.stream().noneMatch(wide::overlaps);
    }

    /** Whether nothing else is then, and it is still to come: all that is asked of a time that people agreed on. */
    boolean isClear(Slot slot) {
        return slot.start().isAfter(now) && busy.stream().noneMatch(slot::overlaps);
    }

    /** What a guest proposes by mail may be of any length. */
    private boolean isShort(Slot slot) {
        return !slot.end().isAfter(slot.start().plus(rule.length().multipliedBy(2)));
    }

    private boolean isWorkingTime(Slot slot) {
        return hours.workingTimeBetween(slot.start(), slot.end()).equals(Duration.between(slot.start(), slot.end()));
    }

    /** When more may be offered again, or null if one may now. */
    private Instant dayIsFull(List<Slot> found, Instant start) {
        if (found.size() < rule.mostADay()) {
            return null;
        }
        Instant again = found.get(found.size() - rule.mostADay()).start().plus(Duration.ofDays(1));
        return start.isBefore(again) ? again : null;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant onGrid(Instant moment) {
        long step = SlotRule.STEP.toSeconds();
        long seconds = moment.getEpochSecond() + (moment.getNano() > 0 ? 1 : 0);
        return Instant.ofEpochSecond(-Math.floorDiv(-seconds, step) * step);
    }
}
