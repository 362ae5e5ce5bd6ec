package dev.parley.channel;

import static dev.parley.channel.Samples.MANY;
import static dev.parley.channel.Samples.ONE;
import static dev.parley.channel.Samples.bytes;
import static dev.parley.channel.Samples.event;
import static dev.parley.channel.Samples.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.ChatEvent.MeetingBooked;
import dev.parley.conversation.ChatEvent.MeetingCancelled;
import dev.parley.conversation.ChatEvent.MessagePosted;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A chat service sends events; what is well-formed is read. */
class EventReaderTest {

    private final EventReader reader = new EventReader(Samples.CLOCK);

    @Test
    void aMessageComesWithItsEnvelopeAndItsText() {
        ChatEvent event = readOne(message("e-1"));

        assertThat(event).isInstanceOfSatisfying(MessagePosted.class, posted -> {
            assertThat(posted.envelope().subject()).isEqualTo("c-1");
            assertThat(posted.envelope().sequence()).isEmpty();
            assertThat(posted.message().text()).isEqualTo("How much for 200 seats?");
            assertThat(posted.message().author().name()).isEqualTo("Ada");
        });
    }

    @Test
    void aBatchComesInItsOrder() {
        List<ChatEvent> events = reader.read(bytes("[" + message("b") + "," + message("a") + "]"), MANY);

        assertThat(events).extracting(event -> event.envelope().id()).containsExactly("b", "a");
    }

    @Test
    void anEmptyBatchHoldsNothing() {
        assertThat(reader.read(bytes("[]"), MANY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/cloudevents+json; charset=utf-8",
                "Application/CloudEvents+JSON;charset=\"UTF-8\"",
                "application/cloudevents+json; profile=x"
            })
    void parametersOfTheContentTypeAreTolerated(String contentType) {
        assertThat(reader.read(bytes(message("e-1")), contentType)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:30:00Z, 2026-03-02T09:30:00Z",
        "2026-03-02t09:30:00z, 2026-03-02T09:30:00Z",
        "2026-03-02T10:30:00.123456789+01:00, 2026-03-02T09:30:00.123456789Z",
        "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
        "1990-12-31T15:59:60-08:00, 1991-01-01T00:00:00Z"
    })
    void timesAreReadAsRfc3339HasThem(String time, Instant moment) {
        ChatEvent event = readOne(message("e-1").replace("2026-03-02T09:30:00Z", time));

        assertThat(event.envelope().time()).isEqualTo(moment);
    }

    @Test
    void aMeetingBookedDuringALeapSecondStillHasAStart() {
        String data =
                """
                {"uid":"u-1","start":"1990-12-31T15:59:60-08:00","end":"1991-01-01T01:00:00Z"}""";

        assertThat(readOne(event("e-1", "meeting.booked", data)))
                .isInstanceOfSatisfying(
                        MeetingBooked.class,
                        booked -> assertThat(booked.meeting().start()).isEqualTo("1991-01-01T00:00:00Z"));
    }

    @Test
    void aMeetingNeedNotNameItsConversation() {
        String cancelled = event("e-1", "meeting.cancelled", "{\"uid\":\"u-2\",\"previousUid\":\"u-1\"}")
                .replace("\"subject\":\"c-1\",", "");

        assertThat(readOne(cancelled)).isInstanceOf(MeetingCancelled.class);
        assertThat(readOne(cancelled).envelope().subject())
                .as("the store finds it")
                .isNull();
    }

    @Test
    void dataThatNeedNotBeThereMayBeLeftOut() {
        ChatEvent event = readOne(event("e-1", "chat.conversation.closed", "null"));

        assertThat(event.envelope().data()).isEmpty();
    }

    @Test
    void fieldsThatParleyDoesNotKnowAreKept() {
        ChatEvent event = readOne(event("e-1", "chat.conversation.closed", "{\"by\":\"agent\",\"tags\":[\"vip\"]}"));

        assertThat(event.envelope().data().at("/tags/0").textValue()).isEqualTo("vip");
    }

    @Test
    void brokenCharactersInATextAreReplacedAsNoDatabaseTakesThem() {
        String data = "{\"id\":\"m\",\"author\":{\"role\":\"visitor\"},\"text\":\"a\\u0000b\\ud83dc\\ud83d\\ude00\"}";

        assertThat(readOne(event("e-1", "chat.message.posted", data)))
                .isInstanceOfSatisfying(
                        MessagePosted.class,
                        posted -> assertThat(posted.message().text()).isEqualTo("a\uFFFDb\uFFFDc\uD83D\uDE00"));
    }

    private ChatEvent readOne(String json) {
        return reader.read(bytes(json), ONE).get(0);
    }
}
