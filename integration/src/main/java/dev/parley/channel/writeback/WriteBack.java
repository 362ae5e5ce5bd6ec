package dev.parley.channel.writeback;

import dev.parley.channel.writeback.Places.Later;
import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.DueOffers;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.OwnEvents;
import dev.parley.conversation.OwnEvents.Numbered;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.SourceMapping;
import dev.parley.store.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells chat services what became of their conversations, from Parley's own events as they stand in the store, in their
 * order within each conversation. What cannot be told is tried again, later each time, and holds up no other conversation;
 * after a day nobody needs it any more. A service that takes nothing is left alone for longer each time.
 */
public final class WriteBack {

    private static final Logger LOG = LoggerFactory.getLogger(WriteBack.class);

    /** Longer than one event may take; a server that ended in the middle is waited for so long. */
    private static final Duration HOLD = Session.WHOLE.plusSeconds(10);

    private static final Duration OF_USE = Duration.ofDays(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 7;

    private final Map<String, Account> accounts;
    private final Supplier<MappingSet> mappings;
    private final OwnEvents events;
    private final Notes notes;
    private final Function<ConversationKey, List<String>> languages;
    private final Places places;
    private final Clock clock;
    private final Map<String, Standing> standings = new ConcurrentHashMap<>();

    /**
     * Over the store.
     *
     * @param accounts whom to tell
     * @param mappings the mapping files in force: they say which service each is
     * @param languages in which a conversation's agents are told, the dearest first
     * @param tx of the store
     */
    public WriteBack(
            List<Account> accounts,
            Supplier<MappingSet> mappings,
            Function<ConversationKey, List<String>> languages,
            Tx tx,
            Clock clock) {
        this.accounts = accounts.stream().collect(Collectors.toMap(Account::source, account -> account));
        this.mappings = mappings;
        this.languages = languages;
        this.events = new OwnEvents(tx);
        this.notes = new Notes(new DueOffers(tx, clock)::data);
        this.places = new Places(tx);
        this.clock = clock;
    }

    /** How it goes with one service: not before when, after how many failures, and why, or null. */
    private record Standing(Instant notBefore, int failures, String trouble) {}

    /** Whom it tells. */
    public List<String> sources() {
        return accounts.keySet().stream().sorted().toList();
    }

    /** Tells one service what it does not know yet. */
    public void write(String source) {
        Standing standing = standings.get(source);
        if (standing != null && clock.instant().isBefore(standing.notBefore())) {
            return;
        }
        try {
            while (step(accounts.get(source))) {
                // One event after another, each under a hold of its own.
            }
        } finally {
            places.release(source);
        }
    }

    /** One event; false when nothing is left, or the service is to be left alone. */
    private boolean step(Account account) {
        Instant now = clock.instant();
        Optional<Long> place = places.hold(account.source(), events.last(), now, now.plus(HOLD));
        if (place.isEmpty()) {
            return false;
        }
        Optional<Later> later = places.due(account.source(), now);
        if (later.isPresent()) {
            return again(account, later.get());
        }
        List<Numbered> next = events.after(account.source(), place.get(), 1);
        return !next.isEmpty() && first(account, next.get(0));
    }

    private boolean again(Account account, Later later) {
        Optional<Numbered> event = events.of(later.number());
        if (event.isEmpty() || tell(account, event.get(), later.attempts())) {
            places.forget(later.number());
        }
        return goesOn(account);
    }

    private boolean first(Account account, Numbered event) {
        if (notes.tells(event.event())
                && places.waits(account.source(), event.event().subject())) {
            places.setAside(account.source(), event.number(), event.event().subject(), 0, clock.instant());
        } else if (tell(account, event, 0)) {
            places.passed(account.source(), event.number());
        }
        return goesOn(account);
    }

    private boolean goesOn(Account account) {
        Standing standing = standings.get(account.source());
        return standing == null || !clock.instant().isBefore(standing.notBefore());
    }

    /** Whether that event is done with; else it waits. */
    private boolean tell(Account account, Numbered event, int attempts) {
        if (!notes.tells(event.event())) {
            return true;
        }
        if (event.event().time().isBefore(clock.instant().minus(OF_USE))) {
            LOG.warn("{} was not told of event {}: it is a day old", account.source(), event.number());
            // What it fails by is of no use any more; the next one says whether the service can be told.
            standings.remove(account.source());
            return true;
        }
        try {
            tell(account, event.event());
            standings.remove(account.source());
            return true;
        } catch (WriteTrouble e) {
            later(account, event, attempts, e);
        } catch (RuntimeException e) {
            // By its class only: the message of a parser may quote what people wrote.
            later(account, event, attempts, WriteTrouble.ofOne(e.getClass().getName()));
        }
        return false;
    }

    private void tell(Account account, Envelope event) {
        String service = mappings.get()
                .source(account.source())
                .map(SourceMapping::service)
                .orElseThrow(() -> WriteTrouble.ofAll("there is no file sources/" + account.source() + ".yaml", null));
        Desk desk = Desk.of(service)
                .orElseThrow(() -> WriteTrouble.ofAll(
                        "'" + service + "' is none of Chatwoot, Rocket.Chat and Intercom: take "
                                + account.setting("writeBack") + " away",
                        null));
        Note note = notes.of(event, languages.apply(new ConversationKey(event.source(), event.subject())));
        desk.write(new Session(account, desk.headers(account.token()), Session.WHOLE), event.subject(), note);
    }

    private void later(Account account, Numbered event, int attempts, WriteTrouble trouble) {
        LOG.warn("{} could not be told of event {}: {}", account.source(), event.number(), trouble.getMessage());
        Instant now = clock.instant();
        Standing before = standings.getOrDefault(account.source(), new Standing(now, 0, null));
        Duration pause = trouble.retryAfter().orElse(wait(before.failures()));
        standings.put(
                account.source(),
                new Standing(
                        trouble.isOfAll() ? now.plus(pause) : now,
                        before.failures() + (trouble.isOfAll() ? 1 : 0),
                        trouble.getMessage()));
        places.setAside(
                account.source(),
                event.number(),
                event.event().subject(),
                attempts + 1,
                now.plus(trouble.isOfAll() ? pause : wait(attempts)));
    }

    private static Duration wait(int failures) {
        return FIRST_WAIT.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    }

    /** Who cannot be told at present, and why; empty if all is well. */
    public Optional<String> trouble() {
        Map<String, Standing> troubles = new TreeMap<>(standings);
        return troubles.isEmpty()
                ? Optional.empty()
                : Optional.of(troubles.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue().trouble())
                        .collect(Collectors.joining("; ")));
    }
}
