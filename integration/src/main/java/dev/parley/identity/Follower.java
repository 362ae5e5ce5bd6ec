package dev.parley.identity;

import com.google.common.collect.Sets;
import dev.parley.crm.Soql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Says what to ask of one object type next. A page begins where the last one ended, in the order of SystemModstamp and
 * id, so that nothing is left out however many records carry the same stamp.
 *
 * <p>A transaction's records carry the time at which they were written but show only when it commits: so every pass
 * begins a little before the newest stamp seen, and now and then one begins before the longest transaction. Only the
 * CRM's stamps are compared with each other, and only this machine's times: a wrong clock on either side does no harm.
 */
final class Follower {

    /** Salesforce's page: more would come in a further call anyway. */
    static final int PAGE = 2000;

    private static final Duration SHORT_OVERLAP = Duration.ofSeconds(10);
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(5);

    /** Salesforce ends a transaction after ten minutes; with the time between two sweeps that makes fifteen. */
    private static final Duration LONG_OVERLAP = Duration.ofMinutes(15);

    private final Followed followed;
    private final Set<String> fields;
    private volatile Position position;
    private Instant begunAt;
    private Instant sweptAt;
    private Instant newestSeenAt;
    private boolean sweeping;
    private boolean settled;
    private String where;

    Follower(Followed followed, Set<String> fields, Position position) {
        this.followed = followed;
        this.fields = fields;
        this.position = position;
    }

    Followed followed() {
        return followed;
    }

    Set<String> fields() {
        return fields;
    }

    /** Those that matching can do without. */
    Set<String> furtherFields() {
        return Set.copyOf(Sets.difference(fields, followed.fieldsWith(Set.of())));
    }

    Position position() {
        return position;
    }

    /** Begins a pass at that time. */
    void begin(Instant now) {
        begunAt = now;
        where = position.stamp() == null
                ? ""
                : position.loaded() ? changes(now) : after(position.stamp(), position.id());
    }

    /** The query for the next page of the pass. */
    String soql() {
        return "SELECT Id, SystemModstamp, IsDeleted, " + String.join(", ", fields) + " FROM " + followed.sobject()
                + where + " ORDER BY SystemModstamp, Id LIMIT " + PAGE;
    }

    /** Where the type will have been read to when that page is in. */
    Position positionAfter(List<Known> page) {
        return page.isEmpty() ? position : position.advancedTo(page.get(page.size() - 1));
    }

    /**
     * Takes note of a page that is in; true if there may be another one.
     *
     * @throws IllegalStateException if the CRM gives the same full page again, which would go on for ever
     */
    boolean took(List<Known> page) {
        Position next = positionAfter(page);
        if (!Objects.equals(next.stamp(), position.stamp())) {
            newestSeenAt = begunAt;
        }
        position = next;
        return page.size() >= PAGE && goOnAfter(page.get(page.size() - 1));
    }

    /** The pass has come to the end. */
    void end() {
        settled = newestSeenAt != null && longerAgo(newestSeenAt, SHORT_OVERLAP, begunAt);
        sweptAt = sweeping ? begunAt : sweptAt;
        position = position.atTheEnd(begunAt);
    }

    private boolean goOnAfter(Known last) {
        String next = after(last.stamp(), last.id());
        if (next.equals(where)) {
            throw new IllegalStateException("the CRM's records of " + followed.sobject()
                    + " do not come in the order of SystemModstamp and Id: page after" + where + " came twice");
        }
        where = next;
        return true;
    }

    private String changes(Instant now) {
        Instant newest = position.stamp();
        sweeping = sweptAt == null || longerAgo(sweptAt, SWEEP_EVERY, now);
        if (sweeping) {
            return " WHERE SystemModstamp >= " + Soql.time(newest.minus(LONG_OVERLAP));
        }
        return settled
                ? " WHERE SystemModstamp > " + Soql.time(newest)
                : " WHERE SystemModstamp >= " + Soql.time(newest.minus(SHORT_OVERLAP));
    }

    private static String after(Instant stamp, String id) {
        String time = Soql.time(stamp);
        return " WHERE (SystemModstamp > " + time + " OR (SystemModstamp = " + time + " AND Id > " + Soql.text(id)
                + "))";
    }

    private static boolean longerAgo(Instant then, Duration than, Instant now) {
        return then.plus(than).isBefore(now);
    }
}
