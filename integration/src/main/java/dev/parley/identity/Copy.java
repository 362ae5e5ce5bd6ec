package dev.parley.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The records in the store and their keys in memory, kept in step. */
final class Copy {

    /** Salesforce's recycle bin forgets deletions after 15 days: a copy that is older must be loaded anew. */
    private static final Duration TOO_OLD = Duration.ofDays(10);

    private final Records records;
    private final Index index = new Index();

    Copy(Records records) {
        this.records = records;
    }

    /**
     * Builds the index from the store and says from where to go on for each object type.
     *
     * @param open those that go on as they are, as far as they still keep the right fields
     */
    synchronized List<Follower> open(Map<String, Set<String>> furtherFields, List<Follower> open, Instant now) {
        Map<String, CrmPosition> positions = records.positions();
        List<Follower> followers = new ArrayList<>();
        for (Followed followed : Followed.values()) {
            Set<String> fields = followed.fieldsWith(furtherFields.getOrDefault(followed.sobject(), Set.of()));
            followers.add(open.stream()
                    .filter(f -> f.followed() == followed && f.fields().equals(fields))
                    .findFirst()
                    .orElseGet(() -> opened(followed, fields, positions, now)));
        }
        return List.copyOf(followers);
    }

    private Follower opened(Followed followed, Set<String> fields, Map<String, CrmPosition> positions, Instant now) {
        Follower follower = new Follower(followed, fields, start(followed, fields, positions, now));
        index.clear(followed);
        records.each(followed.sobject(), index::add);
        return follower;
    }

    /** Takes a page of the CRM's answer in; true if there may be another one. */
    synchronized boolean take(Follower follower, List<ObjectNode> rows) {
        List<Known> page = new ArrayList<>();
        Map<String, Known> live = new LinkedHashMap<>();
        Set<String> gone = new TreeSet<>();
        for (ObjectNode row : rows) {
            Known record = Rows.known(follower.followed(), follower.fields(), row);
            page.add(record);
            live.remove(record.id());
            gone.remove(record.id());
            if (Rows.deleted(row)) {
                gone.add(record.id());
            } else {
                live.put(record.id(), record);
            }
        }
        if (!page.isEmpty()) {
            put(follower.followed(), live.values(), gone, row(follower, follower.positionAfter(page)));
        }
        return follower.took(page);
    }

    /** Puts one record in, whatever the CRM may say of it later. */
    synchronized void put(Known record) {
        records.put(record).ifPresent(index::remove);
        index.add(record);
    }

    synchronized void note(List<Follower> followers) {
        records.note(followers.stream().map(f -> row(f, f.position())).toList());
    }

    Optional<Known> find(String sobject, String id) {
        return records.find(sobject, id);
    }

    List<Known> find(By by, String key) {
        return records.find(by.followed().sobject(), index.find(by, key));
    }

    long size() {
        return records.count();
    }

    private Position start(Followed followed, Set<String> fields, Map<String, CrmPosition> positions, Instant now) {
        CrmPosition held = positions.get(followed.sobject());
        if (held == null) {
            return Position.START;
        }
        Instant readAt = held.position().readAt();
        boolean tooOld = readAt != null && readAt.plus(TOO_OLD).isBefore(now);
        if (tooOld || !Set.of(held.fields().split(",")).containsAll(fields)) {
            records.forget(followed.sobject());
            return Position.START;
        }
        return held.position();
    }

    private void put(Followed followed, Collection<Known> live, Set<String> gone, CrmPosition position) {
        List<Known> before = records.put(live, gone, position, followed.sobject());
        before.forEach(index::remove);
        live.forEach(index::add);
    }

    private static CrmPosition row(Follower follower, Position position) {
        return new CrmPosition(follower.followed().sobject(), String.join(",", follower.fields()), position);
    }
}
