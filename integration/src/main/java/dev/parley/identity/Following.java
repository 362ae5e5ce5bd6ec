package dev.parley.identity;

import dev.parley.crm.Change;
import dev.parley.crm.ChangeFeed;
import dev.parley.crm.CrmException;
import dev.parley.store.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the directory current: by the CRM's change events where it streams them, and by polling for what those do not
 * tell, or for everything where there are none.
 */
public final class Following {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    /** What an org streams unless it pays for more; roles are among the rest. */
    private static final List<String> STREAMED = List.of("Account", "Contact", "Lead", "Opportunity");

    /**
     * Salesforce keeps change events for 72 hours. To go on after an older one is refused, and what listens may need two
     * minutes to begin anew.
     */
    private static final Duration KEPT = Duration.ofHours(71);

    /** A restart hears so much again; what it knows already it passes over. */
    private static final Duration HEARD_AGAIN = Duration.ofSeconds(1);

    private final Map<String, Instant> saved = new ConcurrentHashMap<>();
    private final Directory directory;
    private final ChangeFeed feed;
    private final Tx tx;
    private final Duration poll;
    private final Clock clock;

    /**
     * Makes it.
     *
     * @param poll how often the CRM is read although change events flow
     */
    public Following(Directory directory, ChangeFeed feed, Tx tx, Duration poll, Clock clock) {
        this.directory = directory;
        this.feed = feed;
        this.tx = tx;
        this.poll = poll;
        this.clock = clock;
    }

    /** Called again and again: listens if it does not yet, and polls when it is time. Before the first load it waits. */
    public void follow() {
        if (directory.state() == Directory.State.LOADING) {
            return;
        }
        try {
            boolean told = feed.follow(STREAMED, this::seen, this::take);
            // What changed between the last poll and the first event was told by neither.
            boolean begins = told && !directory.isTold();
            directory.told(told ? poll : null);
            directory.refreshIfOlderThan(begins ? Duration.ZERO : poll);
        } catch (CrmException e) {
            LOG.warn("The CRM's changes cannot be read: {} ({})", e.getMessage(), e.kind());
        }
    }

    /** Takes one change in, and reads the CRM where the change does not tell enough. */
    void take(Change change) {
        directory.take(change);
        Instant now = clock.instant();
        Instant before = saved.get(change.sobject());
        // Whatever Parley writes comes back as a change: a commit for each would be most of the work.
        if (before == null || !now.isBefore(before.plus(HEARD_AGAIN))) {
            tx.run(em -> em.merge(new ReplayRow(change.sobject(), change.replayId(), change.at())));
            saved.put(change.sobject(), now);
        }
    }

    /** Null where the CRM cannot go on from there any more; what changed since then is read. */
    private Long seen(String sobject) {
        Instant oldest = clock.instant().minus(KEPT);
        return tx.call(em -> {
            ReplayRow row = em.find(ReplayRow.class, sobject);
            return row == null || row.stoodBefore(oldest) ? null : row.replayId();
        });
    }
}
