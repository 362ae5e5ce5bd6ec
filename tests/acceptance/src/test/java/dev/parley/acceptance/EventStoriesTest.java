package dev.parley.acceptance;

import static dev.parley.acceptance.Json.MAPPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Meetings stand in the seller's calendar in the CRM, each as one event in its present state. */
class EventStoriesTest {

    @RegisterExtension
    static final Installation PARLEY =
            Installation.with("source.default.mode", "create", "corrections.interval", "200ms");

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final Instant FRIDAY = NOW.plus(Duration.ofDays(3));

    private static final String EVENTS = "SELECT Id, OwnerId, WhoId, WhatId, Subject, StartDateTime, ShowAs,"
            + " Chat_Meeting_Status__c FROM Event WHERE Chat_Key__c = '";

    private static String olga;

    private final Org org = PARLEY.org();
    private final ChatService chats = PARLEY.chats();

    /** The org's users are read when they are first needed. */
    @BeforeAll
    static void theOrganizerIsAUser() {
        String address = "olga@company.example";
        olga = PARLEY.org()
                .create(
                        "User",
                        Map.of(
                                "Username",
                                address,
                                "Email",
                                address,
                                "LastName",
                                "Olga",
                                "Alias",
                                "olga",
                                // Below Parley's own user, as its guide says: else it may not change her Events.
                                "UserRoleId",
                                salesRole()));
    }

    /** Booked, moved to a new UID, cancelled; told twice, and each delivered before the next one comes. */
    @ParameterizedTest
    @ValueSource(strings = {"bmc", "bcm", "mbc", "mcb", "cbm", "cmb"})
    void aMeetingIsOneEventInItsRightStateInWhateverOrderAndHoweverOftenItIsTold(String order) {
        order.chars().forEach(letter -> {
            ObjectNode event = event((char) letter, order);
            chats.post(List.of(event));
            chats.post(List.of(event));
            chats.awaitDelivery();
        });

        JsonNode event = event("bookings:a-" + order);
        assertThat(event.path("Subject").asText()).isEqualTo("Cancelled: Prices");
        assertThat(time(event)).isEqualTo(FRIDAY);
        assertThat(event.path("ShowAs").asText()).isEqualTo("Free");
        assertThat(meeting("bookings:a-" + order).path("Event_Id__c").asText())
                .isEqualTo(event.path("Id").asText());
    }

    @Test
    void withALeadItStandsOnNothingElseAndAfterTheConversionItFollowsToContactAndOpportunity() {
        chats.post(List.of(booked("lead", "new@unknown.example")));
        chats.awaitDelivery();
        String lead = org.one("SELECT Id FROM Lead WHERE Email = 'new@unknown.example'")
                .path("Id")
                .asText();
        JsonNode before = event("bookings:lead");
        assertThat(before.path("WhoId").asText()).isEqualTo(lead);
        assertThat(before.path("WhatId").isNull()).isTrue();

        JsonNode converted = org.convert(lead, "A crane");
        chats.post(List.of(event("lead", "rescheduled", 5, Map.of("uid", "lead"), FRIDAY)));
        chats.awaitDelivery();

        JsonNode after = event("bookings:lead");
        assertThat(after.path("WhoId").asText())
                .isEqualTo(converted.path("contactId").asText());
        assertThat(after.path("WhatId").asText())
                .isEqualTo(converted.path("opportunityId").asText());
        assertThat(time(after)).isEqualTo(FRIDAY);
    }

    @Test
    void withAContactItStandsOnTheOpportunityInTheCalendarOfWhoHoldsIt() {
        String account = org.create("Account", Map.of("Name", "Kran AG"));
        String contact =
                org.create("Contact", Map.of("LastName", "Kran", "Email", "k@kran.example", "AccountId", account));
        String opportunity = org.create(
                "Opportunity",
                Map.of("Name", "Crane", "AccountId", account, "StageName", "Prospecting", "CloseDate", "2030-01-01"));

        chats.post(List.of(booked("contact", "k@kran.example")));
        chats.awaitDelivery();

        JsonNode event = event("bookings:contact");
        assertThat(event.path("WhoId").asText()).isEqualTo(contact);
        assertThat(event.path("WhatId").asText()).isEqualTo(opportunity);
        assertThat(event.path("OwnerId").asText()).isEqualTo(olga);
    }

    @Test
    void whatTheSellerSaysOfItInTheCrmIsTakenOverUntilTheMeetingIsMovedAgain() {
        chats.post(List.of(booked("seller", "s@seller.example")));
        chats.awaitDelivery();

        org.edit("Event", event("bookings:seller").path("Id").asText(), Map.of("Chat_Meeting_Status__c", "Missed"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        meeting("bookings:seller").path("Status__c").asText())
                .isEqualTo("Missed"));

        ObjectNode moved = event("seller", "rescheduled", 0, Map.of("uid", "seller"), FRIDAY);
        moved.put("time", Instant.now().plusSeconds(1).toString());
        chats.post(List.of(moved));
        chats.awaitDelivery();

        JsonNode event = event("bookings:seller");
        assertThat(event.path("Chat_Meeting_Status__c").asText()).isEqualTo("Rescheduled");
        assertThat(time(event)).isEqualTo(FRIDAY);
    }

    @Test
    void aTimeThatTheSellerChangedStays() {
        chats.post(List.of(booked("moved", "m@moved.example")));
        chats.awaitDelivery();
        Instant theirs = TOMORROW.plus(Duration.ofHours(2));
        org.edit(
                "Event",
                event("bookings:moved").path("Id").asText(),
                Map.of(
                        "StartDateTime",
                        theirs.toString(),
                        "EndDateTime",
                        theirs.plusSeconds(1800).toString()));

        chats.post(List.of(event("moved", "rescheduled", 5, Map.of("uid", "moved"), FRIDAY)));
        chats.awaitDelivery();

        assertThat(time(event("bookings:moved"))).isEqualTo(theirs);
    }

    private JsonNode event(String key) {
        return org.one(EVENTS + key + "'");
    }

    private JsonNode meeting(String key) {
        return org.one("SELECT Status__c, Event_Id__c FROM Chat_Meeting__c WHERE External_Id__c = '" + key + "'");
    }

    private static Instant time(JsonNode event) {
        return Instant.parse(event.path("StartDateTime").asText().replace("+0000", "Z"));
    }

    private static ObjectNode event(char letter, String meeting) {
        return switch (letter) {
            case 'b' -> booked("a-" + meeting, meeting + "@order.example");
            case 'm' -> event(
                    meeting, "rescheduled", 2, Map.of("uid", "b-" + meeting, "previousUid", "a-" + meeting), FRIDAY);
            default -> event(meeting, "cancelled", 3, Map.of("uid", "b-" + meeting), FRIDAY);
        };
    }

    private static ObjectNode booked(String uid, String attendee) {
        ObjectNode event = event(uid, "booked", 1, Map.of("uid", uid), TOMORROW);
        ((ObjectNode) event.path("data")).putArray("attendees").addObject().put("email", attendee);
        return event;
    }

    private static ObjectNode event(String id, String what, int second, Map<String, String> uids, Instant start) {
        ObjectNode data = MAPPER.valueToTree(uids);
        data.put("start", start.toString())
                .put("end", start.plus(Duration.ofMinutes(30)).toString())
                .put("subject", "Prices")
                .putObject("organizer")
                .put("name", "Olga")
                .put("email", "olga@company.example");
        ObjectNode event = MAPPER.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id + "-" + what)
                .put("source", "bookings")
                .put("type", "meeting." + what)
                .put("time", NOW.minusSeconds(60 - second).toString());
        return event.set("data", data);
    }

    private static String salesRole() {
        return PARLEY.org()
                .one("SELECT Id FROM UserRole WHERE DeveloperName = 'Sales'")
                .path("Id")
                .asText();
    }
}
