package dev.parley.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.ChatEvents;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.DueRule;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Inbox;
import dev.parley.crm.Crm;
import dev.parley.mail.Alerts;
import dev.parley.mail.Outbox;
import dev.parley.mail.Redelivery;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingSet;
import dev.parley.store.Database;
import dev.parley.store.Stores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Visitors ask for a meeting, choose, and have it; each answer is an event of their conversation. */
class BookingsTest {

    /** A Monday. */
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final DueRule DUE = new DueRule(Duration.ZERO, Duration.ZERO, true, Duration.ZERO);

    private final Database database = Stores.h2();
    private final Conversations conversations = new Conversations(database.tx(), CLOCK, DUE, Duration.ofHours(24));
    private final List<ChatEvent> said = new ArrayList<>();
    private final Outbox outbox = new Outbox(database.tx(), CLOCK, Redelivery.SIX_HOURS);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoAsksIsOfferedTimesOfTheOwnerInTheirOwnZoneAndGetsTheOneTheyChoose() {
        ask("m1", "c1", "America/New_York", null);
        JsonNode offered = answer("", "ada@company.example").get(0);

        assertThat(offered.path("organizer").path("name").asText()).isEqualTo("Ada");
        assertThat(offered.path("timezone").asText()).isEqualTo("America/New_York");
        assertThat(offered.path("until").asText()).isEqualTo("2026-01-05T08:15:00Z");
        assertThat(offered.path("slots")).hasSize(3);
        assertThat(offered.at("/slots/0/start").asText()).isEqualTo("2026-01-05T07:00:00-05:00");

        choose("m1", "c1", offered.path("slots").get(1));
        List<JsonNode> booked = answer("", "ada@company.example");

        assertThat(said)
                .extracting(event -> event.envelope().type())
                .containsExactly("meeting.slots.offered", "meeting.confirmed", "meeting.booked");
        assertThat(booked.get(0).path("start")).isEqualTo(offered.at("/slots/1/start"));
        assertThat(booked.get(1).at("/organizer/email").asText()).isEqualTo("ada@company.example");
        assertThat(booked.get(1).at("/attendees/0/email").asText()).isEqualTo("lena@oberg.example");
        assertThat(answer("", "ada@company.example"))
                .as("nobody waits any more")
                .isEmpty();
    }

    @Test
    void twoWhoChooseTheSameTimeDoNotBothGetIt() {
        ask("m1", "c1", null, null);
        JsonNode wanted = answer("", null).get(0).path("slots").get(0);
        ask("m2", "c2", null, null);
        assertThat(answer("", null).get(0).path("slots")).doesNotContain(wanted);

        choose("m2", "c2", wanted);
        JsonNode instead = answer("", null).get(0);

        assertThat(instead.path("reason").asText()).isEqualTo("taken");
        assertThat(instead.path("slots")).isNotEmpty().doesNotContain(wanted);
    }

    @Test
    void aTimeThatIsOverIsSaidToBeAndAZoneThatDoesNotExistIsTheCompanys() {
        ask("m1", "c1", "Mars/Olympus", null);
        JsonNode offered = answer("", null).get(0);
        assertThat(offered.path("timezone").asText()).isEqualTo("Europe/Stockholm");
        assertThat(offered.path("unknownTimezone").asText()).isEqualTo("Mars/Olympus");

        ask("m1", "c1", null, NOW.minus(Duration.ofHours(1)));
        assertThat(answer("", null).get(0).path("reason").asText()).isEqualTo("past");
    }

    @Test
    void whatABookingServiceIsAskedForIsItsOwnAffair() {
        ask("m1", "c1", null, NOW.plus(Duration.ofDays(1)));
        assertThat(answer("", null)).isEmpty();
    }

    @Test
    void whileTheCalendarIsDownNothingIsOfferedTheVisitorStaysWaitingAndTheAdminIsTold() {
        ask("m1", "c1", null, null);

        assertThat(answer("calendar: http://127.0.0.1:1/ada/", null)).isEmpty();

        assertThat(outbox.waiting()).as("the alert").isEqualTo(1);
        List<JsonNode> later = answer("", null, NOW.plusSeconds(31));
        assertThat(later).hasSize(1);
    }

    private void ask(String uid, String conversation, String zone, Instant start) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("uid", uid);
        data.putArray("attendees").addObject().put("name", "Lena").put("email", "lena@oberg.example");
        data.put("timezone", zone);
        if (start != null) {
            data.put("start", start.toString())
                    .put("end", start.plusSeconds(1800).toString());
        }
        receive(uid + said.size() + start, conversation, data);
    }

    private void choose(String uid, String conversation, JsonNode slot) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("uid", uid);
        data.set("start", slot.path("start"));
        data.set("end", slot.path("end"));
        receive(uid + "-choice", conversation, data);
    }

    private void receive(String id, String conversation, ObjectNode data) {
        conversations.receive(List.of(ChatEvents.read(
                new Envelope(id, "web", "meeting.requested", conversation, NOW.plusMillis(said.size()), "", data))));
    }

    private List<JsonNode> answer(String calendar, String owner) {
        return answer(calendar, owner, NOW);
    }

    /** What is said when it is looked who waits. */
    private List<JsonNode> answer(String calendar, String owner, Instant now) {
        int before = said.size();
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        Inbox inbox = events -> {
            said.addAll(events);
            return conversations.receive(events);
        };
        new Bookings(
                        database.tx(),
                        () -> files(calendar),
                        conversation -> new Party(owner, null),
                        source -> true,
                        new SellerTime(noCrm(), email -> Optional.empty(), name -> Optional.empty()),
                        inbox,
                        new Sender(outbox, "parley@mail.example", "en"),
                        new Alerts(outbox, "admin@company.example", new SimpleMeterRegistry()),
                        new CalendarWatch(clock, new SimpleMeterRegistry()),
                        Runnable::run,
                        clock)
                .answer();
        return said.subList(before, said.size()).stream()
                .map(event -> (JsonNode) event.envelope().data())
                .toList();
    }

    /** No seller here is a user, so it is not asked. */
    private static Crm noCrm() {
        return (Crm) Proxy.newProxyInstance(
                Crm.class.getClassLoader(), new Class<?>[] {Crm.class}, (proxy, method, args) -> {
                    throw new AssertionError("the CRM is asked");
                });
    }

    private static MappingSet files(String calendar) {
        return MappingFiles.load(Map.of(
                        "meetings.yaml",
                        """
                timezone: Europe/Stockholm
                offered: 3
                offeredADay: 3
                sellers:
                  bob: { name: Bob, email: bob@company.example %s }
                  ada: { name: Ada, email: ada@company.example %s }
                """
                                .formatted(
                                        calendar.isEmpty() ? "" : ", " + calendar,
                                        calendar.isEmpty() ? "" : ", " + calendar)))
                .mappings();
    }
}
