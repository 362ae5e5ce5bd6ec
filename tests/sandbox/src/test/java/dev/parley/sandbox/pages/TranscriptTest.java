package dev.parley.sandbox.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TranscriptTest {

    @Test
    void aLineIsAMessage() {
        Transcript transcript = Transcript.of(
                Stream.of(
                        """
                {"id":"m1","at":"2026-11-23T12:00:00Z","role":"visitor","name":"Maya","text":"Hello","mood":"good"}
                {"id":"m2","role":"bot","text":"Hi!\\nHow can I help?","edited":true}
                """));

        assertThat(transcript.messages()).hasSize(2);
        Message first = transcript.messages().get(0);
        assertThat(first.at()).isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
        assertThat(first.name()).isEqualTo("Maya");
        assertThat(first.edited()).isFalse();
        Message second = transcript.messages().get(1);
        assertThat(second.role()).isEqualTo("bot");
        assertThat(second.text()).isEqualTo("Hi!\nHow can I help?");
        assertThat(second.edited()).isTrue();
    }

    @Test
    void piecesAreJoinedAcrossPartsInWhateverOrderTheyCome() {
        Transcript transcript = Transcript.of(Stream.of(
                "{\"id\":\"m1\",\"piece\":1,\"of\":3,\"role\":\"agent\",\"name\":\"Ines\",\"text\":\"one \"}",
                "{\"id\":\"m1\",\"piece\":3,\"of\":3,\"text\":\"three\"}\n{\"id\":\"m2\",\"text\":\"next\"}",
                "",
                "{\"id\":\"m1\",\"piece\":2,\"of\":3,\"text\":\"two \"}"));

        assertThat(transcript.messages()).extracting(Message::text).containsExactly("one two three", "next");
        assertThat(transcript.messages().get(0).name()).isEqualTo("Ines");
        assertThat(transcript.messages().get(0).isWhole()).isTrue();
    }

    @Test
    void aMissingPieceIsToldAndTheRestIsShown() {
        Transcript transcript = Transcript.of(Stream.of("{\"id\":\"m1\",\"piece\":2,\"of\":3,\"text\":\"middle\"}"));

        assertThat(transcript.messages().get(0).text()).isEqualTo("middle");
        assertThat(transcript.messages().get(0).isWhole()).isFalse();
    }

    @Test
    void whatIsNoMessageIsCountedAndPassedOver() {
        Transcript transcript = Transcript.of(Stream.of("not json\n[1]\n{\"id\":\"m1\",\"text\":\"kept\"}\n\n"));

        assertThat(transcript.unreadable()).isEqualTo(2);
        assertThat(transcript.messages()).extracting(Message::text).containsExactly("kept");
    }

    @Test
    void messagesWithoutAnIdStandForThemselves() {
        Transcript transcript = Transcript.of(Stream.of("{\"text\":\"a\"}\n{\"text\":\"b\"}"));

        assertThat(transcript.messages()).extracting(Message::text).containsExactly("a", "b");
    }

    @Test
    void filesComeWithTheirMessage() {
        Transcript transcript = Transcript.of(Stream.of("{\"id\":\"m1\",\"text\":\"see\",\"private\":true,"
                + "\"attachments\":[{\"name\":\"plan.pdf\",\"url\":\"https://files.example/plan.pdf\"},{}]}"));

        Message message = transcript.messages().get(0);
        assertThat(message.isPrivate()).isTrue();
        assertThat(message.attachments())
                .containsExactly(
                        new Message.Attachment("plan.pdf", "https://files.example/plan.pdf"),
                        new Message.Attachment("", ""));
    }
}
