package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The laws of packing: nothing is lost, nothing is too long, and nobody has to read a transcript twice. */
class TranscriptPackerTest {

    /** A part's size in the laws, so that a handful of messages fills several; beside its text a message takes 16,384. */
    private static final int SMALL = 17_000;

    private final Talk talk = new Talk("web", "c");

    @Property(tries = 300)
    void everyMessageIsWholeAndNoPartTooLong(@ForAll("texts") List<String> texts) throws Exception {
        List<TranscriptPart> parts = packed(messages(texts), SMALL);

        assertThat(parts).allSatisfy(part -> assertThat(part.body()).hasSizeLessThanOrEqualTo(SMALL));
        assertThat(List.copyOf(joined(parts).values())).isEqualTo(texts);
    }

    @Property(tries = 300)
    void partsAreNumberedFromOneAndHashedByWhatTheyHold(@ForAll("texts") List<String> texts) {
        List<TranscriptPart> parts = packed(messages(texts), SMALL);

        for (int i = 0; i < parts.size(); i++) {
            assertThat(parts.get(i).sequence()).isEqualTo(i + 1);
            assertThat(parts.get(i).hash())
                    .isEqualTo(TranscriptPacker.hash(parts.get(i).body()));
        }
    }

    @Property(tries = 300)
    void whatIsWrittenSurvivesUtf8(@ForAll("texts") List<String> texts) {
        for (TranscriptPart part : packed(messages(texts), SMALL)) {
            byte[] bytes = part.body().getBytes(StandardCharsets.UTF_8);
            assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(part.body());
        }
    }

    @Test
    void aMegabyteOfEscapesFitsIntoPartsOfSalesforce() throws Exception {
        String text = "\u0001\"\\\n😀".repeat(100_000);
        List<TranscriptPart> parts =
                packed(messages(List.of("before", text, "after")), TranscriptPacker.MOST_CHARACTERS);

        assertThat(parts)
                .allSatisfy(part -> assertThat(part.body()).hasSizeLessThanOrEqualTo(TranscriptPacker.MOST_CHARACTERS));
        assertThat(joined(parts).values()).containsExactly("before", text, "after");
    }

    @Test
    void aLongTextWithAsManyAttachmentsAsFitStillFits() throws Exception {
        for (int name = 14_000; name < 16_400; name += 61) {
            ObjectNode data = Json.MAPPER.createObjectNode();
            data.put("id", "m")
                    .put("text", "y".repeat(200_000))
                    .putObject("author")
                    .put("role", "agent");
            data.putArray("attachments").addObject().put("url", "u".repeat(name));

            List<TranscriptPart> parts = packed(List.of(state(data)), TranscriptPacker.MOST_CHARACTERS);

            assertThat(parts).allSatisfy(part -> assertThat(part.body())
                    .hasSizeLessThanOrEqualTo(TranscriptPacker.MOST_CHARACTERS));
        }
    }

    @Test
    void aNameIsCutBetweenCharacters() throws Exception {
        ObjectNode data = Json.MAPPER.createObjectNode();
        data.put("id", "m")
                .put("text", "Hi")
                .putObject("author")
                .put("role", "agent")
                .put("name", "x" + "😀".repeat(200));

        JsonNode line = Json.MAPPER.readTree(packed(List.of(state(data)), TranscriptPacker.MOST_CHARACTERS)
                .get(0)
                .body());

        assertThat(line.path("name").asText()).isEqualTo("x" + "😀".repeat(127));
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> piece = Arbitraries.of("a", "ä", "😀", "\"", "\n", "\u0001", "گفتگو", "word ");
        Arbitrary<Integer> times = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, Arbitraries.integers().between(0, 40)),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(1_000, 6_000)));
        return Combinators.combine(piece, times).as(String::repeat).list().ofMaxSize(12);
    }

    private List<MessageState> messages(List<String> texts) {
        List<MessageState> messages = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            messages.add(state(talk.says(i % 2 == 0 ? "visitor" : "agent", i, "m" + i, texts.get(i))));
        }
        return messages;
    }

    private MessageState state(ObjectNode data) {
        return state(talk.event("chat.message.posted", 0, "e", data.toString()));
    }

    private static MessageState state(ChatEvent event) {
        MessageChange change = MessageChange.of(event).get(0);
        return change.change().apply(MessageState.unknown(change.messageId()));
    }

    private static List<TranscriptPart> packed(List<MessageState> messages, int most) {
        TranscriptPacker packer = new TranscriptPacker(0, most);
        messages.forEach(packer::add);
        return packer.parts();
    }

    private static Map<String, String> joined(List<TranscriptPart> parts) throws JsonProcessingException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (TranscriptPart part : parts) {
            for (String line : part.body().split("\n")) {
                JsonNode message = Json.MAPPER.readTree(line);
                texts.merge(message.path("id").asText(), message.path("text").asText(), String::concat);
            }
        }
        return texts;
    }
}
