package dev.parley.meeting;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import dev.parley.conversation.AskedMeetings;
import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.ChatEvents;
import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.DueConversations;
import dev.parley.conversation.DueRule;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.MeetingState;
import dev.parley.crm.Crm;
import dev.parley.mail.Alerts;
import dev.parley.mail.Outbox;
import dev.parley.mail.Redelivery;
import dev.parley.mapping.MappingFiles;
import dev.parley.store.Database;
import dev.parley.store.Stores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.threeten.extra.MutableClock;

/** A company whose visitors book meetings in the chat, in a time that tests let pass. */
final class Shop implements AutoCloseable {

    /** A Monday. */
    static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

    static final ConversationKey CHAT = new ConversationKey("web", "c1");

    private static final DueRule DUE = new DueRule(Duration.ZERO, Duration.ZERO, true, Duration.ZERO);

    final Database database = Stores.h2();
    final Outbox outbox;
    final List<ChatEvent> said = new ArrayList<>();

    private final Conversations conversations;
    private final MutableClock clock = MutableClock.of(MONDAY, ZoneOffset.UTC);
    private String sellers = "ada: { name: Ada, email: ada@company.example }";
    private String login = "";
    /** How often the inbox fails before it takes anything more. */
    private int failures;

    private int told;

    final CalendarWatch watch;

    /** What stands in the CRM of each seller's time; while it is empty, no seller is a user there. */
    final List<Slot> events = new ArrayList<>();

    /** The end of the time that the CRM was asked for last. */
    Instant askedUntil;

    /** Happens while it is being found out what takes a seller's time. */
    Runnable meanwhile = () -> {};

    /** The UID that the chat service gives the meeting. */
    String uid = "m1";

    /** Who does the work; it is done at once where a test does not say otherwise. */
    Executor workers = Runnable::run;

    /** What the visitor speaks, or null where nobody knows. */
    String language;

    /** Whether the source's mode lets meetings be made. */
    boolean open = true;

    /** A mail as it stands in the outbox. */
    record Letter(String to, String subject, String method, String calendar) {}

    Shop() {
        this.watch = new CalendarWatch(clock, new SimpleMeterRegistry());
        this.conversations = new Conversations(database.tx(), clock, DUE, Duration.ofHours(24));
        this.outbox = new Outbox(database.tx(), clock, Redelivery.SIX_HOURS);
    }

    /** With sellers as {@code meetings.yaml} names them. */
    Shop with(String... lines) {
        sellers = String.join("\n  ", lines);
        return this;
    }

    Shop withLogin(String password) {
        login = password;
        return this;
    }

    void passes(Duration time) {
        clock.add(time);
    }

    Instant now() {
        return clock.instant();
    }

    /** The next event that is to be stored fails, as if the program ended there. */
    void failsNext() {
        failures = 1;
    }

    /** The chat service says something of the meeting m1 of the visitor Lena. */
    void tells(String type, Map<String, Object> more) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("uid", uid);
        more.forEach((name, value) -> data.put(name, value.toString()));
        if (type.equals("meeting.requested")) {
            data.putArray("attendees").addObject().put("name", "Lena").put("email", "lena@oberg.example");
        }
        receive(type, data);
    }

    void receive(String type, ObjectNode data) {
        passes(Duration.ofSeconds(1));
        conversations.receive(List.of(
                ChatEvents.read(new Envelope("chat-" + ++told, CHAT.source(), type, CHAT.id(), now(), "", data))));
    }

    /** Lena asks for times and takes one of those that are offered; when that is. */
    Slot books(int which) {
        tells("meeting.requested", Map.of("timezone", "Europe/Stockholm"));
        return chooses(which);
    }

    Slot chooses(int which) {
        JsonNode slot = last(answers()).path("slots").get(which);
        tells(
                "meeting.requested",
                Map.of(
                        "start",
                        slot.path("start").asText(),
                        "end",
                        slot.path("end").asText()));
        answers();
        return slot(slot);
    }

    static Slot slot(JsonNode times) {
        return new Slot(
                java.time.OffsetDateTime.parse(times.path("start").asText()).toInstant(),
                java.time.OffsetDateTime.parse(times.path("end").asText()).toInstant());
    }

    private static JsonNode last(List<ChatEvent> events) {
        return events.get(events.size() - 1).envelope().data();
    }

    /** What Parley says once it has looked at whatever waits, as often as there is something to look at. */
    List<ChatEvent> answers() {
        int before = said.size();
        Bookings bookings = bookings();
        for (int look = 0; look < 4; look++) {
            bookings.answer();
        }
        return said.subList(before, said.size());
    }

    /** As after a start of the program: nothing of it is kept but the store. */
    Bookings bookings() {
        Inbox inbox = events -> {
            if (failures > 0) {
                failures--;
                throw new IllegalStateException("the program ends here");
            }
            said.addAll(events);
            return conversations.receive(events);
        };
        var files = MappingFiles.load(Map.of(
                        "meetings.yaml",
                        "timezone: Europe/Stockholm\noffered: 3\nofferedADay: 3\nsellers:\n  " + sellers + "\n"))
                .mappings();
        return new Bookings(
                database.tx(),
                () -> files,
                conversation -> new Party(null, language),
                source -> open,
                new SellerTime(crm(), email -> user(), name -> Optional.of(login)),
                inbox,
                new Sender(outbox, "parley@mail.example", "en"),
                new Alerts(outbox, "admin@company.example", new SimpleMeterRegistry()),
                watch,
                workers,
                clock);
    }

    /** The mails to attendees, in the order in which they came into the outbox. */
    List<Letter> letters() {
        return database.tx().call(em -> em.createQuery(
                        "select m.recipient, m.subject, m.calendarMethod, m.calendarText from MailRow m"
                                + " where m.calendarMethod is not null order by m.createdAt, m.key",
                        Letter.class)
                .getResultList());
    }

    MeetingState meeting() {
        return new DueConversations(database.tx(), clock, DUE, Duration.ofMinutes(5), false)
                .look(List.of(CHAT))
                .get(0)
                .conversation()
                .meetingStates()
                .get(0);
    }

    /** Lena answers the invitation by mail, as the mailbox tells of it. */
    void replies(String status, int revision, Slot proposed) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("uid", "m1");
        data.putArray("attendees").addObject().put("email", "Lena@oberg.example");
        ObjectNode answers = data.putObject("answers").put("status", status).put("sequence", revision);
        if (proposed != null) {
            answers.put("start", proposed.start().toString())
                    .put("end", proposed.end().toString());
        }
        receive("meeting.answered", data);
    }

    Invited invited() {
        return new Invited(database.tx(), new Sender(outbox, "parley@mail.example", "en"), clock);
    }

    Holds holds() {
        return new Holds(database.tx(), clock);
    }

    List<AskedMeetings.Waiting> waiting() {
        return new AskedMeetings(database.tx(), clock).waiting(CHAT);
    }

    @Override
    public void close() {
        database.close();
    }

    private Optional<String> user() {
        meanwhile.run();
        return events.isEmpty() ? Optional.empty() : Optional.of("005000000000001AAA");
    }

    /** Knows the events of its one user that overlap the time it is asked for. */
    private Crm crm() {
        return (Crm) Proxy.newProxyInstance(
                Crm.class.getClassLoader(), new Class<?>[] {Crm.class}, (proxy, method, args) -> {
                    if (!method.getName().equals("query")) {
                        throw new AssertionError("the CRM is asked to " + method.getName());
                    }
                    String soql = ((List<?>) args[0]).get(0).toString();
                    askedUntil = time(soql, "StartDateTime < ");
                    Slot range = new Slot(time(soql, "EndDateTime > "), askedUntil);
                    return List.of(events.stream()
                            .filter(range::overlaps)
                            .map(slot -> JsonNodeFactory.instance
                                    .objectNode()
                                    .put("StartDateTime", slot.start().toString())
                                    .put("EndDateTime", slot.end().toString()))
                            .toList());
                });
    }

    private static Instant time(String soql, String after) {
        String rest = soql.substring(soql.indexOf(after) + after.length());
        int end = rest.indexOf(' ');
        return Instant.parse(end < 0 ? rest : rest.substring(0, end));
    }

    /** The meeting's UID in calendars. */
    static String uid() {
        return Hashing.sha256()
                        .hashString("web\nm1", StandardCharsets.UTF_8)
                        .toString()
                        .substring(0, 40)
                + "@mail.example";
    }

    /** What a letter holds, read by another library than the one that wrote it. */
    static VEvent event(Letter letter) {
        return Biweekly.parse(letter.calendar()).first().getEvents().get(0);
    }

    static Instant start(VEvent event) {
        return event.getDateStart().getValue().toInstant();
    }

    static Slot later(Slot slot, Duration by) {
        return new Slot(slot.start().plus(by), slot.end().plus(by));
    }
}
