package dev.parley.handoff;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.ChatEvents;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.DueOffers;
import dev.parley.conversation.DueRule;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.MeetingClues;
import dev.parley.conversation.Receipt;
import dev.parley.conversation.Snapshot;
import dev.parley.crm.Crm;
import dev.parley.identity.Owners;
import dev.parley.mail.Alerts;
import dev.parley.mail.Outbox;
import dev.parley.mail.Redelivery;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingSet;
import dev.parley.store.Database;
import dev.parley.store.Stores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.threeten.extra.MutableClock;

/** A company in test time: visitors say something, sellers answer, and the program may end at any moment. */
final class Shop implements AutoCloseable {
    private static final String RECORD =
            "{sobject: A__c, externalId: B__c, key: conversation.externalId, fields: {C__c: conversation.source}}";
    /** Is told of files that fail. */
    static final String ADMIN = "admin@company.example";

    private static final DueRule DUE =
            new DueRule(Duration.ofSeconds(30), Duration.ofMinutes(5), false, Duration.ofMinutes(2));

    final Database database = Stores.h2();
    final OfferTokens tokens = OfferTokens.signedWith("a secret");
    final OfferLinks links = new OfferLinks(tokens, "https://parley.example");

    /** In force; other ones can be taken up at any time. */
    MappingSet files;

    /** Where users are looked for; a new program heeds it. */
    Crm crm = new NoUsers();

    /** How long what sellers answer in the CRM stays unread; a new program heeds it. */
    Duration reading = Duration.ZERO;

    final MutableClock clock;

    /** Ids of messages that ask for nothing. */
    final Set<String> courtesies = new HashSet<>();

    /** Conversations of which somebody was asked, in the order in which that was written down. */
    final Deque<ConversationKey> asked = new ArrayDeque<>();

    DueOffers due;
    Outbox outbox;
    private Conversations conversations;
    private Desk desk;
    private Answering answering;
    private OfferPage page;
    private Death death = Death.NONE;

    /** When the program ends. */
    enum Death {
        NONE,
        BEFORE_IT_IS_WRITTEN,
        AFTER_IT_WAS_WRITTEN
    }

    /** The program ended here. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** @param hours null where everybody always works */
    Shop(Instant now, String hours, String routing) {
        clock = MutableClock.of(now, ZoneOffset.UTC);
        takesUp(hours, routing);
        restart();
    }

    /** Other files come into force. */
    void takesUp(String hours, String routing) {
        Map<String, String> texts = new HashMap<>(Map.of("salesforce/a.yaml", RECORD, "routing.yaml", routing));
        if (hours != null) {
            texts.put("hours.yaml", hours);
        }
        files = MappingFiles.load(texts).orThrow();
    }

    /** A program that knows nothing but what stands in the store. */
    void restart() {
        death = Death.NONE;
        due = new DueOffers(database.tx(), clock);
        outbox = new Outbox(database.tx(), clock, Redelivery.SIX_HOURS);
        MeetingClues clues = new MeetingClues(token -> Optional.empty(), Optional::of, Duration.ZERO);
        conversations = new Conversations(database.tx(), clock, DUE, Duration.ofHours(24), clues);
        Inbox mortal = this::receive;
        Alerts alerts = new Alerts(outbox, ADMIN, new SimpleMeterRegistry());
        Desk.Company company =
                new Desk.Company(() -> files, new Owners(crm, clock), "https://org.example", "en", alerts);
        desk = new Desk(
                mortal, due, this::known, source -> true, company, new Desk.Letters(outbox, links), reading, clock);
        answering = new Answering(mortal, due, clock);
        page = new OfferPage(answering, due, company, tokens, clock);
    }

    private Receipt receive(List<ChatEvent> events) {
        if (death == Death.BEFORE_IT_IS_WRITTEN) {
            throw new Killed();
        }
        Receipt receipt = conversations.receive(events);
        events.stream()
                .filter(ChatEvent.HandoffOffered.class::isInstance)
                .map(event -> new ConversationKey(
                        event.envelope().source(), event.envelope().subject()))
                .forEach(asked::add);
        if (death == Death.AFTER_IT_WAS_WRITTEN) {
            throw new Killed();
        }
        return receipt;
    }

    /** The next thing that is written down is the last, or would have been. */
    void kill(Death when) {
        death = when;
    }

    private Case known(Snapshot snapshot) {
        ObjectNode dossier = JsonNodeFactory.instance.objectNode().put("mode", "handoff");
        dossier.putObject("conversation").put("status", snapshot.status());
        ObjectNode judged = dossier.putObject("qualification").put("grade", "A").put("score", 80);
        judged.putArray("needs").add("<b>We need 40 seats</b>");
        ObjectNode visitor = dossier.putObject("visitor").put("name", "Ann Öberg");
        visitor.put("email", snapshot.conversation().visitor().email());
        return new Case(snapshot, dossier, null, courtesies);
    }

    /** A visitor says something. */
    void says(String conversation, String message) {
        says("web", conversation, message);
    }

    /** The same in some source. */
    void says(String source, String conversation, String message) {
        ObjectNode data =
                JsonNodeFactory.instance.objectNode().put("id", message).put("text", "We need 40 seats");
        data.putObject("author").put("role", "visitor");
        hears(source, conversation, message, "chat.message.posted", data);
    }

    /** Something happens in a conversation. */
    void hears(String source, String conversation, String id, String type, ObjectNode data) {
        hears(source, conversation, id, type, data, clock.instant());
    }

    /** The same, though it happened at another time. */
    void hears(String source, String conversation, String id, String type, ObjectNode data, Instant at) {
        conversations.receive(List.of(
                ChatEvents.read(new Envelope(conversation + ":" + id, source, type, conversation, at, "", data))));
    }

    /**
     * Works off what is due; the program may end on the way, and is started again then.
     *
     * @return when there is something to do again
     */
    Optional<Instant> work() {
        for (int rounds = 0; rounds < 1_000; rounds++) {
            Optional<Instant> next = due.next();
            if (next.filter(at -> !at.isAfter(clock.instant())).isEmpty()) {
                return next;
            }
            try {
                desk.watch();
            } catch (Killed e) {
                restart();
            }
        }
        throw new AssertionError("it never comes to rest");
    }

    void passes(Duration time) {
        clock.add(time);
        work();
    }

    /** That of the program which was started last. */
    Desk desk() {
        return desk;
    }

    OfferPage page() {
        return page;
    }

    Answering answering() {
        return answering;
    }

    Offers offers(String conversation) {
        return offers(key(conversation));
    }

    Offers offers(ConversationKey conversation) {
        return Offers.of(due.look(conversation).orElseThrow().conversation());
    }

    static ConversationKey key(String conversation) {
        return new ConversationKey("web", conversation);
    }

    Map<Long, Conversation> all() {
        return due.look(due.offered(Instant.EPOCH).keySet()).stream()
                .collect(Collectors.toMap(DueOffers.Due::rowId, DueOffers.Due::conversation));
    }

    Answering.Answer answers(String conversation, boolean accept) {
        Offer last = offers(conversation).last().orElseThrow();
        return answering.answer(key(conversation), last.rank(), last.seller().email(), accept);
    }

    @Override
    public void close() {
        database.close();
    }
}
