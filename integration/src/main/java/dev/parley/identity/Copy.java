package dev.parley.identity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Sets;
import dev.parley.company.CompanyMatcher;
import dev.parley.crm.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The records in the store and the index of their keys beside it. */
final class Copy implements AutoCloseable {

    /** Salesforce's recycle bin forgets deletions after 15 days: a copy that is older must be loaded anew. */
    private static final Duration TOO_OLD = Duration.ofDays(10);

    /** A record that was merged into one that was merged, and so on. */
    private static final int MOST_MERGES = 10;

    /** Saving the index costs a few writes to the disk; what a crash takes of it is read again. */
    private static final int SAVED_TOGETHER = 50_000;

    private final Records records;
    private final PersonalKeys personal;
    private final KeyIndex index;
    private final Moves moves = new Moves();
    private final AccountIndex accounts;
    private final AtomicLong changes = new AtomicLong();
    private int unsaved;
    private volatile Consumer<Collection<Known>> watcher = records -> {};

    Copy(Records records, PersonalKeys personal, KeyIndex index, AccountIndex accounts) {
        this.records = records;
        this.personal = personal;
        this.index = index;
        this.accounts = accounts;
    }

    PersonalKeys personal() {
        return personal;
    }

    Moves moves() {
        return moves;
    }

    /**
     * Says from where to go on for each object type.
     *
     * @param leftOut fields that are not kept all the same
     * @param open those that go on as they are, as far as they still keep the right fields
     */
    synchronized List<Follower> open(
            Map<String, Set<String>> furtherFields, LeftOut leftOut, List<Follower> open, Instant now) {
        Map<String, CrmPosition> positions = records.positions();
        List<Follower> followers = new ArrayList<>();
        for (Followed followed : Followed.values()) {
            Set<String> fields = leftOut.without(
                    followed, followed.fieldsWith(furtherFields.getOrDefault(followed.sobject(), Set.of())));
            followers.add(open.stream()
                    .filter(f -> f.followed() == followed && f.fields().equals(fields))
                    .findFirst()
                    .orElseGet(() -> new Follower(followed, fields, start(followed, fields, positions, now))));
        }
        return List.copyOf(followers);
    }

    void watch(Consumer<Collection<Known>> other) {
        watcher = other;
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
            if (Rows.deleted(row) && record.text(Followed.MASTER) == null) {
                gone.add(record.id());
            } else {
                live.put(record.id(), record);
            }
        }
        if (!page.isEmpty()) {
            List<Known> before = follower.position().loaded() ? held(follower, live.keySet(), gone) : null;
            put(follower.followed(), live.values(), gone, row(follower, follower.positionAfter(page)));
            if (before != null) {
                moves.between(follower.followed(), before, live.values());
            }
        }
        if (follower.position().loaded() && !live.isEmpty()) {
            watcher.accept(live.values());
        }
        return follower.took(page);
    }

    private List<Known> held(Follower follower, Set<String> live, Set<String> gone) {
        return records.find(follower.followed().sobject(), Sets.union(live, gone));
    }

    private void put(Followed followed, Collection<Known> readable, Set<String> gone, CrmPosition position) {
        List<Known> live = readable.stream().map(personal::hashed).toList();
        records.put(live, gone, position, followed.sobject());
        live.forEach(index::add);
        index.remove(followed.sobject(), gone);
        live.forEach(accounts::add);
        accounts.remove(followed, gone);
        unsaved += live.size() + gone.size();
        changes.incrementAndGet();
        gone.forEach(id -> forgetMergedInto(followed, id));
    }

    /** How often something came in from the CRM since the start. */
    long changes() {
        return changes.get();
    }

    /** A record as it is; empty where it, or what it was merged into, is not there. */
    Optional<Known> present(Known record) {
        Optional<Known> now = Optional.of(record);
        for (int merges = 0; merges < MOST_MERGES && now.map(Copy::master).isPresent(); merges++) {
            now = records.find(record.sobject(), master(now.get()));
        }
        return now.filter(found -> master(found) == null);
    }

    private static String master(Known record) {
        return record.text(Followed.MASTER);
    }

    /** Puts one record in, whatever the CRM may say of it later. */
    private void put(Known readable) {
        put(List.of(readable));
    }

    /** The same with some of one object type. */
    synchronized void put(Collection<Known> readable) {
        List<Known> live = readable.stream().map(personal::hashed).toList();
        records.put(live);
        live.forEach(index::add);
        live.forEach(accounts::add);
        unsaved += live.size();
    }

    /** Takes a change in; false if the change does not tell enough of the records. */
    synchronized boolean take(Follower follower, Change change) {
        List<Known> before = records.find(change.sobject(), change.ids());
        // Whether a record was merged, and into which one, says only the record itself.
        boolean merged =
                change.kind() == Change.Kind.DELETED && follower.followed().merges() && !before.isEmpty();
        boolean enough = change.kind() != Change.Kind.GAP && !merged;
        changes.incrementAndGet();
        List<Known> readable = new ArrayList<>();
        for (String id : change.ids()) {
            enough &= take(follower, id, change, readable::add);
        }
        if (!change.own()) {
            moves.between(follower.followed(), before, records.find(change.sobject(), change.ids()));
        }
        watcher.accept(readable);
        return enough;
    }

    private boolean take(Follower follower, String id, Change change, Consumer<Known> taken) {
        Optional<Known> held = records.find(change.sobject(), id);
        if (held.filter(known -> known.stamp().isAfter(change.at())).isPresent()) {
            return true;
        }
        switch (change.kind()) {
            case DELETED -> forget(follower.followed(), id);
            case CREATED, UNDELETED -> put(
                    Told.over(JsonNodeFactory.instance.objectNode(), follower, id, change), taken);
            case UPDATED -> held.ifPresent(known -> put(Told.over(known.fields(), follower, id, change), taken));
            case GAP -> {
                return false;
            }
        }
        return held.isPresent() || change.kind() != Change.Kind.UPDATED;
    }

    private void put(Known readable, Consumer<Known> taken) {
        put(readable);
        taken.accept(readable);
    }

    private void forget(Followed followed, String id) {
        records.remove(followed.sobject(), id);
        index.remove(followed.sobject(), Set.of(id));
        accounts.remove(followed, Set.of(id));
        unsaved++;
        forgetMergedInto(followed, id);
    }

    private void forgetMergedInto(Followed followed, String id) {
        By.mergedInto(followed).ifPresent(by -> find(by, id).forEach(merged -> forget(followed, merged.id())));
    }

    /** All object types have been read to the end. */
    synchronized void note(List<Follower> followers) {
        records.note(followers.stream().map(f -> row(f, f.position())).toList());
        if (unsaved > 0) {
            save(followers);
        }
    }

    /** Saves the index once much has come in since the last time. */
    synchronized void saveNowAndThen(List<Follower> followers) {
        if (unsaved > SAVED_TOGETHER) {
            save(followers);
        }
    }

    private void save(List<Follower> followers) {
        Map<String, Position> reached = new HashMap<>();
        followers.forEach(follower -> reached.put(follower.followed().sobject(), follower.position()));
        // First: what the index of the keys says has been read must not be lost here.
        accounts.commit();
        index.save(reached);
        unsaved = 0;
    }

    Optional<Known> find(String sobject, String id) {
        return records.find(sobject, id);
    }

    /** Between the store's change and the index's a record may stand under a key that is its own no more. */
    List<Known> find(By by, String text) {
        String key = by.key(text, personal);
        return records.find(by.followed().sobject(), index.find(by, key)).stream()
                .filter(record -> By.keysOf(record).containsEntry(by, key))
                .toList();
    }

    Optional<CompanyMatcher> companies(Set<String> furtherProviders) {
        return accounts.matcher(furtherProviders);
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
        if (readAt != null && readAt.plus(TOO_OLD).isBefore(now)) {
            records.forget(followed.sobject());
            index.clear(followed);
            accounts.clear(followed);
            return Position.START;
        }
        // Records that lack a field stay while they are read anew: who has one of them is still found.
        return Set.of(held.fields().split(",")).containsAll(Sets.union(fields, Set.of(personal.word())))
                ? indexed(followed, held.position())
                : Position.START;
    }

    /** The index may be younger than the store, or come from another machine, or be lost. */
    private Position indexed(Followed followed, Position stored) {
        if (followed == Followed.ACCOUNT && accounts.isEmpty()) {
            records.each(followed.sobject(), accounts::add);
            accounts.commit();
        }
        Position indexed = index.position(followed);
        if (indexed != null) {
            return stored.orEarlier(indexed);
        }
        records.each(followed.sobject(), index::add);
        index.save(Map.of(followed.sobject(), stored));
        return stored;
    }

    /** Beside the fields stands which key their hashes were made with: under another one they are of no use. */
    private CrmPosition row(Follower follower, Position position) {
        String fields = String.join(",", follower.fields()) + "," + personal.word();
        return new CrmPosition(follower.followed().sobject(), fields, position);
    }

    @Override
    public void close() {
        accounts.close();
        index.close();
    }
}
