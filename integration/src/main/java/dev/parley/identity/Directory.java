package dev.parley.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.company.CompanyMatcher;
import dev.parley.crm.Change;
import dev.parley.crm.Crm;
import dev.parley.crm.CrmException;
import dev.parley.store.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A local copy of the CRM's accounts, contacts, leads, opportunities and contact roles, so that a conversation is
 * matched without a call of its own. It stands in the store, with an index of its keys beside it; nothing of the org's
 * size is kept in memory.
 *
 * <p>Personal data: of contacts and leads it holds the name, job title, visitor key and whatever further fields the
 * mapping files name, as the CRM has them; of e-mail addresses and telephone numbers keyed hashes alone, and an address's
 * domain. A record deleted there is deleted here by the next refresh; of one that was merged stays, as long as its master
 * does, by what it was found. Nothing that a visitor said is in it.
 *
 * <p>Safe for use by many threads; one refreshes at a time and the others wait for it.
 */
public final class Directory implements AutoCloseable {

    /** What the directory is good for at the moment. */
    public enum State {
        /** Not all records have come in yet: who is not found may be there all the same. */
        LOADING,
        /** It was up to date a short while ago. */
        CURRENT,
        /** It could not be brought up to date for some time. */
        STALE
    }

    private final Clock clock;
    private final Duration staleAfter;
    private final Copy copy;
    private final Reading reading;
    private final Followers followers;
    private volatile Duration told;
    private volatile boolean behind;

    /**
     * Makes one; it reads nothing yet.
     *
     * @param tx transactions on a database that knows {@link IdentityEntities}
     * @param crm where the records come from
     * @param clock for how old the copy is, not for what is in it
     * @param staleAfter how long it may go without a refresh before {@link State#STALE}
     * @param furtherFields by object type, the fields to keep besides those that matching needs; object types that the
     *     directory does not follow are passed over
     * @param keys where the index of the keys stands
     */
    public Directory(
            Tx tx,
            Crm crm,
            Clock clock,
            Duration staleAfter,
            Map<String, Set<String>> furtherFields,
            DirectoryKeys keys) {
        this(tx, crm, clock, staleAfter, furtherFields, keys, LeftOut.NOTHING);
    }

    /**
     * The same without some fields.
     *
     * @param leftOut fields that are not kept all the same: what is found by them is not found
     */
    public Directory(
            Tx tx,
            Crm crm,
            Clock clock,
            Duration staleAfter,
            Map<String, Set<String>> furtherFields,
            DirectoryKeys keys,
            LeftOut leftOut) {
        this.clock = clock;
        this.staleAfter = staleAfter;
        this.copy = new Copy(new Records(tx), keys.personal(), keys.open(), keys.openAccounts());
        this.reading = new Reading(crm, copy);
        this.followers = new Followers(copy, new WantedFields(crm, furtherFields), leftOut);
    }

    /** The same with its keys in memory: for a small org, and for as long as the program runs. */
    public Directory(Tx tx, Crm crm, Clock clock, Duration staleAfter, Map<String, Set<String>> furtherFields) {
        this(tx, crm, clock, staleAfter, furtherFields, DirectoryKeys.inMemory());
    }

    /**
     * Brings in what the store holds and then, from the CRM, what it lacks: everything at the first start, the changes
     * at a later one. A load that broke off goes on where it was.
     *
     * @throws CrmException if the CRM cannot be asked; what came in until then is kept
     */
    public synchronized void load(Progress progress) {
        followers.open(clock.instant());
        AtomicLong done = new AtomicLong(copy.size());
        long total = state() == State.LOADING ? reading.total(followers.all()) : done.get();
        progress.at(done.get(), total);
        follow(rows -> progress.at(done.addAndGet(rows), total));
    }

    /**
     * Brings the copy up to date: one call, unless more than {@value Follower#PAGE} records of a type have changed.
     *
     * @throws CrmException if the CRM cannot be asked; the copy is then as it was, or a part of the way on
     */
    public synchronized void refresh() {
        followers.open(clock.instant());
        boolean wasBehind = behind;
        behind = false;
        try {
            follow(rows -> {});
        } catch (CrmException e) {
            behind = wasBehind || behind;
            throw e;
        }
    }

    /**
     * {@link #refresh}, unless the copy was read less than that long ago. While the CRM tells of its changes by itself it
     * may be older, unless it must not be old at all.
     */
    public synchronized void refreshIfOlderThan(Duration younger) {
        Duration poll = told;
        Duration age = poll == null || younger.isZero() || poll.compareTo(younger) < 0 ? younger : poll;
        // A change that was not told in full is read soon, and once for all such: a bulk load brings thousands.
        if (behind
                || Position.readAt(followers.all()).isEmpty()
                || !Position.readAt(followers.all()).get().plus(age).isAfter(clock.instant())) {
            refresh();
        }
    }

    /**
     * Keeps other fields from now on. Object types that get fields which they did not have are read anew by the next
     * refresh; until then the directory is {@link State#LOADING}.
     *
     * @param fields as in the constructor
     */
    public synchronized void keep(Map<String, Set<String>> fields) {
        followers.keep(fields, clock.instant());
    }

    /** Looks whether the org has by now what it did not have before, and keeps that again. */
    public synchronized void lookForMissingFields() {
        followers.lookForMissing(clock.instant());
    }

    /**
     * Whether the CRM tells of its changes by itself now.
     *
     * @param poll how often it is read all the same; null if it does not tell
     */
    void told(Duration poll) {
        told = poll;
    }

    boolean isTold() {
        return told != null;
    }

    /**
     * Takes in what the CRM tells of a change by itself; a change that is older than what is held is passed over. Where it
     * does not tell enough, the next {@link #refreshIfOlderThan} reads the CRM.
     */
    void take(Change change) {
        Optional<Follower> follower = followers.of(change.sobject());
        boolean loading = follower.filter(f -> f.position().loaded()).isEmpty();
        // A load goes by the time of change: it has yet to come to this one.
        if (!loading && !copy.take(follower.get(), change)) {
            behind = true;
        }
    }

    /** A number that is another one after something has come in from the CRM. */
    public long changes() {
        return copy.changes();
    }

    /**
     * Tells somebody of the records that stand elsewhere from now on, for they were converted, merged, deleted, restored,
     * given to another or moved; by any change but Parley's own.
     *
     * @param whom gets the id of each, with the ids of the records that it became, of which some may be told of only later;
     *     what it throws stops the reading
     */
    public void onMove(Consumer<Map<String, Set<String>>> whom) {
        copy.moves().tell(whom);
    }

    /**
     * Tells of records that come in or change once the first load is over.
     *
     * @param watcher must not ask the directory; it is told while the directory takes them in
     */
    public void watch(Consumer<Collection<Known>> watcher) {
        copy.watch(watcher);
    }

    /** Decides by host, telephone and name which account a visitor's company is; empty for a directory in memory. */
    Optional<CompanyMatcher> companies(Set<String> furtherProviders) {
        return copy.companies(furtherProviders);
    }

    /** What the directory is good for now. */
    public State state() {
        if (!followers.loaded()) {
            return State.LOADING;
        }
        boolean fresh = Position.readAt(followers.all())
                .filter(at -> at.plus(staleAfter).isAfter(clock.instant()))
                .isPresent();
        return fresh ? State.CURRENT : State.STALE;
    }

    /**
     * Reads what goes together: until it is done the directory goes on keeping the fields that it keeps, and no record is
     * forgotten to be read anew. Whoever wants other fields waits meanwhile.
     *
     * @param reading must neither load nor refresh the directory
     * @return what it came to; empty, without having read, while the directory is {@link State#LOADING}
     */
    public <T> Optional<T> whileWhole(Supplier<T> reading) {
        return followers.whileTheyStay(() -> state() == State.LOADING ? Optional.empty() : Optional.of(reading.get()));
    }

    /**
     * The values that a record last had: JSON null for a field that is blank, a hash for what is a person's
     * ({@link #recognise}); a field that the directory does not keep is not among them, for nobody knows what it holds.
     * Empty if the directory does not hold the record.
     */
    public Optional<ObjectNode> current(String sobject, String id) {
        return copy.find(sobject, id)
                .filter(known -> known.text(Followed.MASTER) == null)
                .map(known -> {
                    ObjectNode fields = JsonNodeFactory.instance.objectNode();
                    followers.of(sobject).ifPresent(follower -> follower.fields()
                            .forEach(fields::putNull));
                    known.fields().fields().forEachRemaining(field -> fields.replace(field.getKey(), field.getValue()));
                    return fields;
                });
    }

    /**
     * Puts an e-mail address or a telephone number back in the place of its hash, where it is one of the given ones.
     *
     * @param current what {@link #current} gave
     */
    public void recognise(ObjectNode current, String field, Collection<JsonNode> guesses) {
        copy.personal().recognise(current, field, guesses);
    }

    PersonalKeys personal() {
        return copy.personal();
    }

    /** Whether the account has an opportunity that was won. */
    public boolean hasWon(String accountId) {
        return !find(By.WON_OPPORTUNITY, accountId).isEmpty();
    }

    /** The contact, else the lead, that carries that visitor key; the smallest id where several do. */
    public Optional<Known> byVisitorKey(String key) {
        return Stream.of(By.CONTACT_KEY, By.LEAD_KEY)
                .flatMap(by -> find(by, key).stream())
                .findFirst();
    }

    /**
     * Puts in what Parley itself has just written, so that the next conversation finds it before the CRM is read again: one
     * commit for each object type.
     *
     * @param written of a record that is there twice the last values count; fields that the directory does not keep, and
     *     objects that it does not follow, are passed over
     */
    public void noteWritten(Collection<OwnWrite> written) {
        OwnWrite.byRecord(written)
                .forEach((sobject, records) ->
                        followers.of(sobject).ifPresent(follower -> noteWritten(follower, records)));
    }

    private void noteWritten(Follower follower, Collection<OwnWrite> records) {
        Instant now = clock.instant();
        synchronized (copy) {
            copy.put(records.stream()
                    .map(record -> new Written(this, follower, record.id()).with(record.fields(), now))
                    .toList());
        }
    }

    /**
     * The records under a key, in the order of their ids, at most {@value KeyIndex#MOST}; instead of one that was merged
     * the one that it was merged into.
     */
    List<Known> find(By by, String key) {
        if (key == null) {
            return List.of();
        }
        Map<String, Known> present = new TreeMap<>();
        copy.find(by, key).forEach(known -> copy.present(known).ifPresent(now -> present.put(now.id(), now)));
        return List.copyOf(present.values());
    }

    /** The record of that id, or what it was merged into. */
    Optional<Known> find(Followed followed, String id) {
        return id == null ? Optional.empty() : copy.find(followed.sobject(), id).flatMap(copy::present);
    }

    private void follow(LongConsumer read) {
        try {
            reading.pass(followers.all(), clock.instant(), read);
        } catch (CrmException e) {
            if (e.kind() != CrmException.Kind.PERMANENT || !followers.leaveOutMissing(clock.instant())) {
                throw e;
            }
            reading.pass(followers.all(), clock.instant(), read);
        }
    }

    /** Gives the index back; what is in it stays. */
    @Override
    public void close() {
        copy.close();
    }
}
