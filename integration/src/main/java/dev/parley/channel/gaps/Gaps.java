package dev.parley.channel.gaps;

import com.google.common.hash.HashCode;
import dev.parley.channel.Unread;
import dev.parley.conversation.Inbox;
import dev.parley.mapping.GapMapping;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.SourceMapping;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks, again and again, for what services dropped; one that cannot be asked is left alone for longer each time. */
public final class Gaps {

    private static final Logger LOG = LoggerFactory.getLogger(Gaps.class);

    /** A delivery that was dropped may be older than one that came: each look goes back a little behind the last one. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    /** How far the first look goes back for a source that has told nothing yet. */
    private static final Duration FIRST_LOOK = Duration.ofDays(1);

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 6;

    private final List<GapSource> sources;
    private final Supplier<MappingSet> mappings;
    private final GapPositions positions;
    private final GapSearch search;
    private final Clock clock;
    private final Map<String, Standing> standings = new ConcurrentHashMap<>();

    /**
     * Makes it, and reads at once what each source told last: a webhook that comes before the first look would hide
     * what was missed before it.
     *
     * @param sources whom to ask
     * @param mappings the mapping files in force
     * @param positions up to when each was looked through
     * @param inbox where missed events go
     * @param unread where answers go that no events can be made of
     * @param clock tells how far to look back
     */
    public Gaps(
            List<GapSource> sources,
            Supplier<MappingSet> mappings,
            GapPositions positions,
            Inbox inbox,
            Unread unread,
            Clock clock) {
        this.sources = List.copyOf(sources);
        this.mappings = mappings;
        this.positions = positions;
        this.search = new GapSearch(new ServiceApi(), inbox, unread, clock);
        this.clock = clock;
        Instant now = clock.instant();
        this.sources.forEach(source -> standings.put(source.name(), first(positions.of(source.name()), now)));
    }

    /** How the looking goes: from when on to look, not before when, why not, or null; and what a failed look did. */
    private record Standing(Instant since, Instant notBefore, int failures, String trouble, Set<HashCode> done) {

        static Standing well(Instant since, Instant notBefore) {
            return new Standing(since, notBefore, 0, null, new HashSet<>());
        }
    }

    /** One look at every source whose time it is. */
    public void fill() {
        sources.forEach(this::fill);
    }

    private void fill(GapSource source) {
        Instant now = clock.instant();
        Standing before = standings.get(source.name());
        if (now.isBefore(before.notBefore())) {
            return;
        }
        try {
            SourceMapping mapping = mappings.get()
                    .source(source.name())
                    .orElseThrow(() -> new GapTrouble("there is no file sources/" + source.name() + ".yaml", null));
            GapMapping gaps =
                    mapping.gaps().orElseThrow(() -> new GapTrouble(mapping.place() + " says no 'gaps'", null));
            int missed = search.fill(source, mapping, gaps, before.since(), before.done());
            if (missed > 0) {
                LOG.info("{}: {} events that its webhooks had not brought", source.name(), missed);
            }
            positions.note(source.name(), now);
            standings.put(source.name(), Standing.well(now.minus(OVERLAP), now));
        } catch (GapTrouble e) {
            standings.put(source.name(), failed(source, before, now, e.getMessage(), e.retryAfter()));
        } catch (IllegalStateException e) {
            standings.put(source.name(), failed(source, before, now, e.getMessage(), Optional.empty()));
        } catch (RuntimeException e) {
            // By its class only: the message of a database or a parser may quote what people wrote.
            standings.put(
                    source.name(), failed(source, before, now, e.getClass().getName(), Optional.empty()));
        }
    }

    /** What lies in the future tells nothing of when the webhooks stopped. */
    private static Standing first(Optional<Instant> latest, Instant now) {
        Instant since = latest.filter(at -> !at.isAfter(now))
                .map(at -> at.minus(OVERLAP))
                .orElse(now.minus(FIRST_LOOK));
        return Standing.well(since, now);
    }

    private static Standing failed(
            GapSource source, Standing before, Instant now, String trouble, Optional<Duration> retryAfter) {
        LOG.warn("{} cannot be asked for what was missed: {}", source.name(), trouble);
        Duration wait = retryAfter.orElse(FIRST_WAIT.multipliedBy(1L << Math.min(before.failures(), MOST_DOUBLINGS)));
        return new Standing(before.since(), now.plus(wait), before.failures() + 1, trouble, before.done());
    }

    /** Who cannot be asked at present, and why; empty if all is well. */
    public Optional<String> trouble() {
        Map<String, String> troubles = new TreeMap<>();
        standings.forEach((name, standing) -> {
            if (standing.trouble() != null) {
                troubles.put(name, standing.trouble());
            }
        });
        return troubles.isEmpty()
                ? Optional.empty()
                : Optional.of(troubles.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining("; ")));
    }
}
