package dev.parley.rehearsal;

import java.time.Duration;

/**
 * What a preview adds up to. A record that several conversations want counts once.
 *
 * @param conversations how many there are
 * @param created records that would be made
 * @param updated records that would be changed
 * @param leads leads that would be made
 * @param links further people and opportunities that would be linked, and accounts that may be meant
 * @param tasks tasks that would be made
 * @param mails mails to sellers: to whoever is asked first to take a conversation, were it going on now, and to the
 *     owner of the account of somebody new
 * @param calls API calls that it takes to write all of it, if none is refused, and
 *     to ask the org for its users, queues and record types once
 * @param bytes storage of the records that would be made, as Salesforce counts it
 * @param span from the first event to the last
 */
public record Sums(
        long conversations,
        long created,
        long updated,
        long leads,
        long links,
        long tasks,
        long mails,
        long calls,
        long bytes,
        Duration span) {

    /** What Salesforce counts for each record of these object types, whatever it holds. */
    static final long BYTES_A_RECORD = 2_048;

    private static final Duration YEAR = Duration.ofDays(365);

    /** Less than this says nothing of a year. */
    private static final Duration SHORTEST = Duration.ofDays(1);

    /** The storage that as many conversations a day would take in 365 days; -1 if the events span less than a day. */
    public long bytesAYear() {
        return span.compareTo(SHORTEST) < 0 ? -1 : Math.round((double) bytes / span.toSeconds() * YEAR.toSeconds());
    }
}
