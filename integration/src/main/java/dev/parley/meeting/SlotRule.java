package dev.parley.meeting;

import dev.parley.mapping.MeetingPolicy;
import java.time.Duration;

/**
 * What a slot must be like.
 *
 * @param length of a meeting
 * @param buffer free time before and after it
 * @param notice least time from now to its start
 * @param horizon most time from now to its start
 * @param most how many are offered
 * @param mostADay how many of them within 24 hours
 */
public record SlotRule(Duration length, Duration buffer, Duration notice, Duration horizon, int most, int mostADay) {

    /** Meetings start at multiples of it, whatever the time zone. */
    static final Duration STEP = Duration.ofMinutes(15);

    static SlotRule of(MeetingPolicy policy) {
        return new SlotRule(
                policy.length(),
                policy.buffer(),
                policy.notice(),
                policy.horizon(),
                policy.offered(),
                policy.offeredADay());
    }
}
