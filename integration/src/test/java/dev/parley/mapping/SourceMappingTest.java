package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.mapping.SourceTranslation.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A shop's chat tells of messages and of closed conversations; the source file makes events of them. */
class SourceMappingTest {
    private static final Instant RECEIVED = Instant.parse("2026-03-02T10:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEAD =
            """
            service: Shop chat
            verify: { scheme: hmac, header: X-Shop-Signature }
            events:
            """;
    private static final String MESSAGE = HEAD
            + """
              - when: body.kind = "message"
                type: chat.message.posted
                id: '"message-" & body.id'
                subject: body.chat
                time: '$fromMillis(body.at * 1000)'
                sequence: '$pad($string(body.id), -8, "0")'
                data:
                  id: body.id
                  author: { role: 'body.staff ? "agent" : "visitor"', name: body.who.name, id: body.who.id }
                  text: 'body.text ? body.text : ""'
                  private: false
                  attachments:
                    each: body.files
                    item: { url: item.href, name: item.title, size: item.bytes }
            """;

    @Test
    void aBodyBecomesACloudEvent() {
        SourceTranslation translation = translate(
                MESSAGE,
                """
                {"body": {"kind": "message", "id": 7, "chat": 41, "at": 1772445600, "text": "Hello",
                  "who": {"name": "Ada"}, "files": [{"href": "https://shop.example/a", "bytes": 5}, {"title": "b"}]}}
                """);

        assertThat(translation.failures()).isEmpty();
        assertThat(translation.events())
                .containsExactly(
                        json(
                                """
                {"specversion": "1.0", "id": "message-7", "source": "shop", "type": "chat.message.posted",
                 "subject": "41", "time": "2026-03-02T10:00:00.000Z", "sequence": "00000007",
                 "data": {"id": "7", "author": {"role": "visitor", "name": "Ada"}, "text": "Hello", "private": false,
                   "attachments": [{"url": "https://shop.example/a", "size": 5}, {"name": "b"}]}}
                """));
    }

    @Test
    void whatDoesNotApplyMakesNothing() {
        SourceTranslation translation = translate(MESSAGE, "{\"body\": {\"kind\": \"typing\"}}");

        assertThat(translation.events()).isEmpty();
        assertThat(translation.failures()).isEmpty();
    }

    @Test
    void whatIsNotThereIsLeftOutAndTheTimeIsThatOfReceipt() {
        SourceTranslation translation = translate(
                HEAD
                        + """
                  - type: chat.conversation.started
                    id: '"started-" & body.id'
                    subject: body.id
                    time: body.at
                    data: { visitor: { email: body.mail, name: body.name }, page: { url: headers.referer } }
                """,
                "{\"body\": {\"id\": \"c\"}, \"headers\": {\"referer\": \"https://shop.example\"}}");

        assertThat(translation.events())
                .containsExactly(
                        json(
                                """
                {"specversion": "1.0", "id": "started-c", "source": "shop", "type": "chat.conversation.started",
                 "subject": "c", "time": "2026-03-02T10:00:00Z", "data": {"page": {"url": "https://shop.example"}}}
                """));
    }

    @Test
    void eachElementBecomesAnEventAndTheSameTwiceIsOne() {
        SourceTranslation translation = translate(
                HEAD
                        + """
                  - each: body.entry.changes.messages
                    when: item.text
                    type: chat.message.posted
                    id: item.id
                    subject: item.from
                    data: { id: item.id, author: { role: '"visitor"' }, text: item.text }
                """,
                """
                {"body": {"entry": [
                  {"changes": [{"messages": [{"id": "a", "from": "1", "text": "x"}, {"id": "b", "from": "1"}]}]},
                  {"changes": [{"messages": [{"id": "c", "from": "2", "text": "y"}, {"id": "a", "from": "1", "text": "x"}]}]}
                ]}}
                """);

        assertThat(translation.failures()).isEmpty();
        assertThat(translation.events())
                .extracting(event -> event.get("id").textValue())
                .containsExactly("a", "c");
    }

    @Test
    void oneIdForTwoThingsIsAFailureAndSoIsNone() {
        String file = HEAD
                + """
                  - each: body.list
                    type: chat.visitor.identified
                    id: item.id
                    subject: '"c"'
                    data: { visitor: { name: item.name } }
                """;

        assertThat(failures(
                        file, "{\"body\": {\"list\": [{\"id\": 1, \"name\": \"a\"}, {\"id\": 1, \"name\": \"b\"}]}}"))
                .containsExactly("sources/shop.yaml:6:9 'id' is the same for two different events of one body");
        assertThat(failures(file, "{\"body\": {\"list\": [{\"name\": \"a\"}]}}"))
                .containsExactly("sources/shop.yaml:6:9 'id' gives no value");
    }

    @Test
    void aFailureNamesTheLineAndQuotesNobody() {
        assertThat(failures(MESSAGE, "{\"body\": {\"kind\": \"message\", \"id\": 7, \"at\": \"my secret\"}}"))
                .singleElement()
                .asString()
                .startsWith("sources/shop.yaml:8:11")
                .doesNotContain("my secret");
    }

    @Test
    void eachPartOfAnEventKnowsItsLine() {
        SourceTranslation translation = translate(
                MESSAGE,
                "{\"body\": {\"kind\": \"message\", \"id\": 7, \"chat\": 4, \"files\": [{\"title\": \"b\"}]}}");

        assertThat(Stream.of(
                                "/subject",
                                "/data/author/role",
                                "/data/attachments/0/name",
                                "/data/attachments",
                                "",
                                "/data/x")
                        .map(pointer -> translation.place(0, pointer).toString()))
                .containsExactly(
                        "sources/shop.yaml:7:5",
                        "sources/shop.yaml:12:17",
                        "sources/shop.yaml:17:33",
                        "sources/shop.yaml:15:7",
                        "sources/shop.yaml:4:5",
                        "sources/shop.yaml:10:5");
    }

    @Test
    void aBodyThatMakesTooManyEventsOrTooMuchTextFails() {
        String file = HEAD
                + """
                  - each: body.list
                    type: chat.message.posted
                    id: $string(item)
                    subject: '"c"'
                    data: { id: $string(item), author: { role: '"visitor"' }, text: body.text }
                """;

        assertThat(failures(file, "{\"body\": {\"list\": [" + "1,".repeat(10_000) + "1]}}"))
                .containsExactly("sources/shop.yaml:4:11 'each' gives more than 10000 elements");
        assertThat(failures(
                        file,
                        "{\"body\": {\"list\": [" + numbers(500) + "], \"text\": \"" + "x".repeat(100_000) + "\"}}"))
                .containsExactly("sources/shop.yaml:8:69 the events hold more than 8388608 characters of text");
    }

    @Test
    void expressionsThatTogetherTakeTooLongEndInAFailure() {
        String file = HEAD
                + """
                  - each: body.list
                    type: chat.message.posted
                    id: $string(item)
                    subject: $string($count(body.list[$ > 0]))
                    data: { id: $string(item), author: { role: '"visitor"' }, text: '""' }
                """;

        assertThat(failures(file, "{\"body\": {\"list\": [" + numbers(9_000) + "]}}"))
                .singleElement()
                .asString()
                .contains("take too much work for so large a body");
    }

    @Test
    void theFileSaysHowToVerify() {
        SourceMapping source = SourceFiles.source(
                """
                service: Shop chat
                verify:
                  scheme: hmac
                  header: X-Sign
                  algorithm: sha512
                  encoding: base64
                  value: "t={timestamp},v1={signature}"
                  signed: "{timestamp}.{body}"
                  tolerance: 5m
                  unsigned: accept
                body: form
                success: 204
                events: [{ type: meeting.cancelled, id: body.id, data: { uid: body.id } }]
                """);

        assertThat(source.verification())
                .isEqualTo(new Verification.Hmac(
                        "X-Sign",
                        "HmacSHA512",
                        Verification.Encoding.BASE64,
                        "t={timestamp},v1={signature}",
                        "{timestamp}.{body}",
                        null,
                        Duration.ofMinutes(5),
                        true));
        assertThat(source.body()).isEqualTo(BodyFormat.FORM);
        assertThat(source.success()).isEqualTo(204);
        assertThat(source.service()).isEqualTo("Shop chat");
        assertThat(source.uses("headers")).isFalse();
        assertThat(source.hasChallenge()).isFalse();
    }

    @Test
    void aTokenStandsInOnePlace() {
        String events = "\nservice: s\nevents: [{ type: meeting.cancelled, id: headers.x, data: { uid: body.id } }]";
        SourceMapping source = SourceFiles.source("verify: { scheme: token, body: /a/secret }" + events);

        assertThat(source.verification())
                .isEqualTo(new Verification.Token(null, JsonPointer.compile("/a/secret"), null));
        assertThat(source.uses("headers")).isTrue();
        assertThat(SourceFiles.source("verify: { scheme: token, query: key }" + events)
                        .verification())
                .isEqualTo(new Verification.Token(null, null, "key"));
    }

    @Test
    void aChallengeIsReadFromTheQuery() {
        SourceMapping source = SourceFiles.source(
                MESSAGE
                        + """
                challenge:
                  when: query.`hub.mode` = "subscribe"
                  secret: query.`hub.verify_token`
                  answer: query.`hub.challenge`
                """);

        assertThat(
                        source.challenge(
                                json(
                                        "{\"query\": {\"hub.mode\": \"subscribe\", \"hub.verify_token\": \"s\", \"hub.challenge\": \"17\"}}")))
                .contains(new Challenge("s", "17"));
        assertThat(source.challenge(json("{\"query\": {}}"))).isEmpty();
    }

    private static String numbers(int count) {
        return Stream.iterate(1, n -> n + 1)
                .limit(count)
                .map(String::valueOf)
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
    }

    private static SourceTranslation translate(String file, String scope) {
        return SourceFiles.source(file).translate(json(scope), RECEIVED);
    }

    private static Stream<String> failures(String file, String scope) {
        return translate(file, scope).failures().stream().map(Failure::toString);
    }

    private static ObjectNode json(String text) {
        try {
            JsonNode value = JSON.readTree(text);
            return (ObjectNode) value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
