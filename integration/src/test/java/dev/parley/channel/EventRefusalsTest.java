package dev.parley.channel;

import static dev.parley.channel.Samples.MANY;
import static dev.parley.channel.Samples.ONE;
import static dev.parley.channel.Samples.bytes;
import static dev.parley.channel.Samples.event;
import static dev.parley.channel.Samples.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.conversation.ChatEvents;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A chat service sends what is wrong; it is refused with the place that is. */
class EventRefusalsTest {

    private final EventReader reader = new EventReader(Samples.CLOCK);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"specversion\":\"1.0\"  | \"specversion\":\"0.3\"        | /specversion",
                "\"id\":\"e-1\"           | \"id\":\"\"                    | /id",
                "\"id\":\"e-1\"           | \"id\":\"a\\u0000b\"           | /id",
                "\"id\":\"e-1\"           | \"id\":\"a\\ud800\"            | /id",
                "\"id\":\"e-1\"           | \"id\":7                       | /id",
                "\"source\":\"web\"       | \"source\":\"my web\"          | /source",
                "\"subject\":\"c-1\"      | \"subject\":null               | /subject",
                "\"subject\":\"c-1\"      | \"Subject\":\"c-1\"            | /Subject",
                "2026-03-02T09            | 2026-03-04T09                  | /time",
                "2026-03-02T09            | 1969-12-31T09                  | /time",
                "2026-03-02T09            | 2026-02-30T09                  | /time",
                "09:30:00Z                | 09:30:60Z                      | /time",
                "09:30:00Z                | 09:30:00                       | /time",
                "\"time\":                | \"sequence\":\"\",\"time\":    | /sequence",
                "\"time\":                | \"data_base64\":\"e30=\",\"time\": | /data_base64",
                "\"time\":                | \"datacontenttype\":\"text/xml\",\"time\": | /datacontenttype",
                "\"id\":\"m-e-1\",        | ''                             | /data/id",
                "\"role\":\"visitor\"     | \"role\":\"Visitor\"           | /data/author/role",
                "\"name\":\"Ada\"         | \"name\":{}                    | /data/author/name",
                "\"text\":                | \"private\":\"no\",\"text\":   | /data/private",
                "\"text\":                | \"attachments\":[null],\"text\": | /data/attachments/0",
                "\"text\":                | \"attachments\":[{\"size\":1e300}],\"text\": | /data/attachments/0/size",
                "\"text\":                | \"big\":1e999,\"text\":        | /data/big",
            })
    void whatIsWrongIsPointedTo(String right, String wrong, String pointer) {
        Problem problem = refuse(message("e-1").replace(right, wrong), ONE);

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.errors()).extracting(Fault::pointer).contains(pointer);
    }

    @Test
    void everyWrongPlaceOfABatchIsToldAtOnceButNotMoreThanTwenty() {
        String wrong = message("e-1").replace("\"text\"", "\"txt\"");

        Problem two = refuse("[" + wrong + "," + message("e-2") + "," + wrong + "]", MANY);
        Problem hundred = refuse("[" + String.join(",", Collections.nCopies(100, wrong)) + "]", MANY);

        assertThat(two.errors()).extracting(Fault::pointer).containsExactly("/0/data/text", "/2/data/text");
        assertThat(hundred.errors()).hasSize(20);
    }

    @Test
    void aMisspeltTypeIsMetWithTheRightOne() {
        Problem problem = refuse(event("e-1", "chat.mesage.posted", "{}"), ONE);

        assertThat(problem.errors()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/type");
            assertThat(fault.detail()).contains("Did you mean 'chat.message.posted'?");
        });
    }

    @Test
    void aTypeThatIsLikeNoneIsMetWithAllThereAre() {
        Problem problem = refuse(event("e-1", "message", "{}"), ONE);

        assertThat(problem.errors()).singleElement().satisfies(fault -> assertThat(fault.detail())
                .contains("There are: chat.callback.requested, ", "meeting.requested"));
    }

    @Test
    void theExampleOfATimeIsShownWhole() {
        Problem problem = refuse(message("e-1").replace("2026-03-02T09:30:00Z", "yesterday"), ONE);

        assertThat(problem.errors())
                .extracting(Fault::detail)
                .contains("must be an RFC 3339 date-time with an offset, from 1970 to 9999,"
                        + " such as 2026-03-01T09:30:00Z");
    }

    @Test
    void nobodyElseSpeaksForParley() {
        List<String> own = ChatEvents.types().stream()
                .filter(type -> !new EventSchema().types().contains(type))
                .toList();

        assertThat(own)
                .containsExactlyInAnyOrder(
                        "handoff.offered",
                        "handoff.accepted",
                        "handoff.declined",
                        "handoff.expired",
                        "crm.context.changed",
                        "meeting.slots.offered",
                        "meeting.confirmed",
                        "follow-up.due",
                        "service.breached");
        assertThat(own).allSatisfy(type -> assertThat(
                        refuse(event("e-1", type, "{}"), ONE).errors())
                .extracting(Fault::pointer)
                .containsExactly("/type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{}x", "nul", "{\"a\":1,\"a\":2}", "[1]", "\"\\ud800\"", "{\"a\":NaN}", "7"})
    void whatIsNoEventIsSaidToBeNone(String body) {
        assertThat(refuse(body, ONE).status()).isEqualTo(400);
    }

    @Test
    void jsonThatBreaksOffIsPointedToWhereItDoes() {
        Problem problem = refuse("[" + message("e-1") + ",{\"data\":{\"text\":tru}}]", MANY);

        assertThat(problem.errors()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/1/data/text");
            assertThat(fault.detail()).contains("line 1");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ | The body is no valid JSON at line 1, column 2: it ends before all that it opens is closed.",
                "{\"a\":\"x | /a is no valid JSON at line 1, column 8: it ends before all that it opens is closed",
                "{\"a\":nul} | /a is no valid JSON at line 1, column 6: texts stand in double quotes; the only bare words are null, true, false",
                "{\"a\":1,\"a\":2} | /a is no valid JSON at line 1, column 11: this name stands twice in its object",
                "{\"\\ud800\":1,\"\\ud800\":2} | /\ufffd is no valid JSON at line 1, column 21: this name stands twice in its object",
                "{\"a\":[1}} | /a/0 is no valid JSON at line 1, column 8: this closes something else than what was opened last",
                "{\"a\":NaN} | /a is no valid JSON at line 1, column 9: NaN and Infinity are no numbers",
                "{\"a\":01} | /a is no valid JSON at line 1, column 7: no number is written so",
                "{\"a\":\"\\q\"} | /a is no valid JSON at line 1, column 8: no escape is written so",
                "{\"a\":\"\u0000\"} | /a is no valid JSON at line 1, column 7: a control character in a text is written as \\u and four digits",
                "{\u0000} | The body is no valid JSON at line 1, column 3: a control character stands between the values.",
                "{a:1} | The body is no valid JSON at line 1, column 2: something stands here that JSON does not know."
            })
    void whatIsNoJsonIsSaidInASendersWords(String body, String detail) {
        assertThat(refuse(body, ONE).detail()).isEqualTo(detail);
    }

    @Test
    void whatIsTooLargeSaysHowLargeItMayBe() {
        assertThat(refuse("[".repeat(100_000), ONE).detail())
                .isEqualTo("The body is nested deeper than the 64 levels allowed at line 1, column 66.");
        assertThat(refuse("{\"a\":" + "9".repeat(100_000) + "}", ONE).detail())
                .isEqualTo("/a has a number of more than the 100 digits allowed at line 1, column 100006");
        assertThat(refuse("{\"" + "n".repeat(100_000) + "\":1}", ONE).detail())
                .contains("has a name of more than the 1000 characters allowed");
        String twice = "\"" + "n".repeat(900) + "\":1";
        assertThat(refuse("{" + twice + "," + twice + "}", ONE).detail()).startsWith("The body is no valid JSON");
    }

    @Test
    void nestingWithoutEndIsStopped() {
        String deep = "[".repeat(100_000);

        assertThat(refuse(event("e-1", "chat.form.submitted", deep), ONE).status())
                .isEqualTo(400);
    }

    @Test
    void countlessTinyValuesAreStopped() {
        String many = "{\"x\":[" + "[],".repeat(300_000) + "[]]}";

        assertThat(refuse(event("e-1", "chat.form.submitted", many), ONE).status())
                .isEqualTo(400);
    }

    @Test
    void onlyWellFormedUtf8IsRead() {
        byte[] latin = message("e-1").replace("Ada", "Åda").getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide = message("e-1").getBytes(StandardCharsets.UTF_16);

        assertThat(refuse(latin, ONE).status()).isEqualTo(400);
        assertThat(refuse(wide, ONE).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "text/plain",
                "nonsense",
                "application/cloudevents+json; charset=latin1",
                "application/cloudevents+json; charset=no-such",
                "application/cloudevents+json; charset=utf-8; charset=utf-16"
            })
    void anotherContentTypeIsRefused(String contentType) {
        assertThat(refuse(message("e-1"), contentType).status()).isEqualTo(415);
    }

    @Test
    void aMissingContentTypeIsRefused() {
        assertThat(refuse(message("e-1"), null).status()).isEqualTo(415);
    }

    @Test
    void whatIsTooLongIsRefused() {
        String mebibyte = "x".repeat(1 << 20);
        String endless = event("e-1", "chat.callback.requested", "{\"note\":\"" + mebibyte + "\"}");

        assertThat(refuse(endless, ONE).status()).isEqualTo(413);
        assertThat(refuse("[" + endless + "]", MANY).errors())
                .extracting(Fault::pointer)
                .containsExactly("/0");
        assertThat(refuse(new byte[(8 << 20) + 1], MANY).status()).isEqualTo(413);
    }

    @Test
    void aBatchOfTooManyEventsIsRefused() {
        String tiny = IntStream.rangeClosed(0, EventReader.MOST_EVENTS)
                .mapToObj(i -> "{}")
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(refuse(tiny, MANY).status()).isEqualTo(413);
    }

    private Problem refuse(String body, String contentType) {
        return refuse(bytes(body), contentType);
    }

    private Problem refuse(byte[] body, String contentType) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> reader.read(body, contentType));
        assertThat(refusal).as("a refusal of the body").isNotNull();
        return refusal.problem();
    }
}
