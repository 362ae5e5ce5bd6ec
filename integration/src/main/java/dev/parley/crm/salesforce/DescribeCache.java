package dev.parley.crm.salesforce;

import dev.parley.crm.Describe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Keeps descriptions for a while: they cost a call each and change when an administrator changes the org. */
final class DescribeCache {

    static final Duration KEPT = Duration.ofHours(1);

    private record Entry(Describe describe, Instant until) {}

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Function<String, Describe> source;
    private final Clock clock;

    DescribeCache(Function<String, Describe> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    Describe get(String sobject) {
        Entry entry = entries.get(sobject);
        if (entry != null && clock.instant().isBefore(entry.until())) {
            return entry.describe();
        }
        return renewed(sobject);
    }

    Describe renewed(String sobject) {
        // An object that is gone must not live on here.
        entries.remove(sobject);
        // No lock is held during the call: two threads may both ask, and both are answered.
        Describe describe = source.apply(sobject);
        entries.put(sobject, new Entry(describe, clock.instant().plus(KEPT)));
        return describe;
    }
}
