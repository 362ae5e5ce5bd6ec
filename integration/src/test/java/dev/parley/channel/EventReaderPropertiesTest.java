package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.ChatEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Whatever comes: it is read, or it is refused with a reason. There is no third way. */
class EventReaderPropertiesTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String[] FIELDS = {
        "id",
        "author",
        "role",
        "text",
        "private",
        "attachments",
        "size",
        "messages",
        "time",
        "uid",
        "previousUid",
        "start",
        "end",
        "organizer",
        "attendees",
        "subject",
        "answers",
        "visitor",
        "participant",
        "name",
        "email",
        "page",
        "url",
        "value",
        "scale",
        "given",
        "proactive",
        "when",
        "reason",
        "x/~"
    };

    private static final EventReader READER = new EventReader(Samples.CLOCK);

    @Property(tries = 1_500)
    void whateverTheDataItIsReadOrRefusedWithPlaces(@ForAll("types") String type, @ForAll("objects") JsonNode data) {
        Optional<Problem> refusal = readOrRefuse(Samples.bytes(Samples.event("e-1", type, data.toString())));

        Statistics.collect(refusal.isEmpty() ? "read" : "refused");
        Statistics.coverage(outcomes -> outcomes.check("read").percentage(share -> share > 5));
        refusal.ifPresent(problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.errors()).isNotEmpty().allSatisfy(fault -> assertThat(fault.pointer())
                    .startsWith("/data"));
        });
    }

    @Property(tries = 1_000)
    void aValidEventThatWasDamagedIsReadOrRefused(
            @ForAll("valid") String event, @ForAll int place, @ForAll byte damage) {
        byte[] bytes = Samples.bytes(event);
        bytes[Math.floorMod(place, bytes.length)] = damage;

        readOrRefuse(bytes).ifPresent(problem -> assertThat(problem.status()).isEqualTo(400));
    }

    @Property(tries = 1_000)
    void anyBytesAtAllAreRefusedAtMost(@ForAll byte[] bytes, @ForAll String contentType) {
        readOrRefuse(bytes).ifPresent(problem -> assertThat(problem.status()).isEqualTo(400));
        assertThat(refusal(bytes, contentType)).map(Problem::status).hasValue(415);
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of(new EventSchema().types());
    }

    @Provide
    Arbitrary<String> valid() {
        return Arbitraries.of(
                Samples.message("e-1"),
                Samples.event(
                        "e-2",
                        "meeting.booked",
                        "{\"uid\":\"u\",\"start\":\"2026-03-02T09:30:00Z\",\"end\":\"2026-03-02T10:30:00+00:00\","
                                + "\"attendees\":[{\"name\":\"Ada\"}]}"),
                Samples.event("e-3", "chat.rating.given", "{\"value\":4.5,\"scale\":5,\"comment\":\"\\u00e5\"}"));
    }

    @Provide
    Arbitrary<JsonNode> objects() {
        return values().filter(JsonNode::isObject).map(data -> completed((ObjectNode) data));
    }

    /** Fills in some of what is required, or hardly anything would get past the first check. */
    private static JsonNode completed(ObjectNode data) {
        if (data.size() % 4 != 0) {
            data.put("id", "m-1").put("text", "Hello").put("uid", "u-1");
            data.putObject("author").put("role", "bot");
        }
        return data;
    }

    private static Arbitrary<JsonNode> values() {
        return Arbitraries.recursive(
                EventReaderPropertiesTest::scalars,
                inner -> Arbitraries.oneOf(
                        scalars(),
                        inner.list().ofMaxSize(3).map(items -> JSON.arrayNode().addAll(items)),
                        Arbitraries.maps(Arbitraries.of(FIELDS), inner)
                                .ofMaxSize(5)
                                .map(fields -> (JsonNode) JSON.objectNode().setAll(Map.copyOf(fields)))),
                3);
    }

    private static Arbitrary<JsonNode> scalars() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12).map(JSON::textNode),
                moments().map(JSON::textNode),
                Arbitraries.of("visitor", "agent", "peer", "VISITOR").map(JSON::textNode),
                Arbitraries.doubles().map(JSON::numberNode),
                Arbitraries.longs().map(JSON::numberNode),
                Arbitraries.of(true, false).map(JSON::booleanNode),
                Arbitraries.just(JSON.nullNode()));
    }

    private static Arbitrary<String> moments() {
        return Combinators.combine(
                        Arbitraries.of("2026-03-02", "2016-12-31", "9999-12-31", "1970-01-01", "2026-02-29"),
                        Arbitraries.of("T", "t", " "),
                        Arbitraries.of("00:00:00", "23:59:60", "24:00:00", "18:59:60", "12:00:61"),
                        Arbitraries.of("", ".1", ".123456789", ".1234567890"),
                        Arbitraries.of("Z", "z", "+00:00", "-00:00", "-05:00", "+18:30", "+1:00", ""))
                .as((date, t, time, fraction, offset) -> date + t + time + fraction + offset);
    }

    private Optional<Problem> readOrRefuse(byte[] body) {
        return refusal(body, Samples.ONE);
    }

    private Optional<Problem> refusal(byte[] body, String contentType) {
        try {
            List<ChatEvent> events = READER.read(body, contentType);
            assertThat(events).hasSize(1).doesNotContainNull();
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        }
    }
}
