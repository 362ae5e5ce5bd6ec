package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What of a conversation comes to stand in the CRM, and what never does. */
class TranscriptStoriesTest {

    private static final int LONGEST_PART = 131_072;

    @RegisterExtension
    static final Installation PARLEY = Installation.with();

    private final Org org = PARLEY.org();
    private final ChatService chats = PARLEY.chats();

    @Test
    void privateNotesStayOutAndDoNotCount() {
        Chat chat = begun("note-1")
                .visitor("Hello")
                .note("This one is difficult")
                .agent("Hello!")
                .closed();
        chats.tell(chat);

        assertThat(Transcript.texts(org, chat)).containsExactly("Hello", "Hello!");
        assertThat(messages(chat)).isEqualTo(2);
    }

    @Test
    void cardNumbersAccountsAndSecretsAreMaskedBeforeAnythingIsStored() {
        Chat chat = begun("card-1")
                .visitor("My card is 4111 1111 1111 1111, order 4111 1111 1111 1112")
                .visitor("or take DE89 3704 0044 0532 0130 00")
                .visitor("password: hunter2hunter2")
                .closed();
        chats.tell(chat);

        assertThat(Transcript.texts(org, chat))
                .containsExactly(
                        "My card is [card number removed], order 4111 1111 1111 1112",
                        "or take [IBAN removed]",
                        "password: [secret removed]");
        assertThat(chats.view(chat).toString()).doesNotContain("4111 1111 1111 1111", "DE89", "hunter2");
    }

    @Test
    void editedAndDeletedMessagesAreMended() {
        Chat chat = begun("mend-1").visitor("I want ten").agent("Ten it is").visitor("Oops");
        chats.tell(chat);
        assertThat(messages(chat)).isEqualTo(3);

        chats.tell(chat.edited("m1", "I want twelve").deleted("m3").closed());

        assertThat(messages(chat)).isEqualTo(2);
        assertThat(Transcript.texts(org, chat)).startsWith("I want twelve", "Ten it is");
        assertThat(Transcript.parts(org, chat).toString()).doesNotContain("I want ten\"", "Oops");
    }

    @Test
    void aTranscriptBeyondOnePartIsSplitBetweenMessages() {
        List<String> said = IntStream.range(0, 400)
                .mapToObj(i -> i + " " + "å€🙂 \"x\" ".repeat(60))
                .map(String::strip)
                .toList();
        Chat chat = begun("long-1");
        said.forEach(chat::visitor);
        chats.tell(chat.closed());

        assertThat(Transcript.parts(org, chat)).hasSizeGreaterThan(1).allSatisfy(part -> assertThat(
                        part.path("Body__c").asText().length())
                .isLessThanOrEqualTo(LONGEST_PART));
        assertThat(Transcript.texts(org, chat)).isEqualTo(said);
        assertThat(messages(chat)).isEqualTo(400);
    }

    @Test
    void aMessageLongerThanAPartIsCutIntoPieces() {
        String text = "🙂\n\"quoted\" ".repeat(25_000).strip();
        Chat chat =
                begun("huge-1").visitor("before").visitor(text).visitor("after").closed();
        chats.tell(chat);

        List<JsonNode> lines = Transcript.lines(org, chat);
        assertThat(lines.get(0).path("text").asText()).isEqualTo("before");
        assertThat(lines.get(lines.size() - 1).path("text").asText()).isEqualTo("after");
        List<JsonNode> pieces = lines.subList(1, lines.size() - 1);
        assertThat(pieces)
                .hasSizeGreaterThan(1)
                .allMatch(piece -> piece.path("of").asInt() == pieces.size());
        assertThat(pieces.stream().map(piece -> piece.path("text").asText()).collect(Collectors.joining()))
                .isEqualTo(text);
        assertThat(messages(chat)).isEqualTo(3);
    }

    @Test
    void aTranscriptThatShrinksLeavesNothingBehind() {
        Chat chat = begun("shrink-1");
        IntStream.range(0, 300).forEach(i -> chat.visitor(i + "-" + "x".repeat(900)));
        chats.tell(chat);
        IntStream.rangeClosed(2, 300).forEach(i -> chat.deleted("m" + i));

        chats.tell(chat.closed());

        assertThat(Transcript.lines(org, chat))
                .filteredOn(line -> !line.path("text").asText().isEmpty())
                .hasSize(1);
        assertThat(Transcript.parts(org, chat).toString()).doesNotContain("299-");
        assertThat(messages(chat)).isEqualTo(1);
    }

    @Test
    void aWishAboutOnesDataIsNeverASilentYes() {
        Chat erasure = begun("erase-1")
                .visitor("Please forget me")
                .event("chat.erasure.requested", Map.of("visitor", Map.of("email", "erase@people.example")))
                .closed();
        Chat consent = begun("consent-1")
                .visitor("No mail, please")
                .event("chat.consent.changed", Map.of("purpose", "marketing", "given", false))
                .closed();
        Chat silent = begun("erase-2")
                .event("chat.erasure.requested", Map.of("visitor", Map.of("email", "erase@people.example")));
        chats.tell(erasure, consent, silent);

        assertThat(codes(erasure)).containsExactly("erasure-not-carried-out");
        assertThat(codes(consent)).containsExactly("consent-not-carried-out");
        assertThat(codes(silent)).containsExactly("erasure-not-carried-out");
    }

    private static Chat begun(String id) {
        return Chat.of(id).started(Map.of("id", id, "name", "Somebody"));
    }

    private List<String> codes(Chat chat) {
        return chats.deadLetters(chat).stream()
                .map(letter -> letter.path("code").asText())
                .toList();
    }

    private int messages(Chat chat) {
        return org.one("SELECT Message_Count__c FROM Chat_Conversation__c WHERE External_Id__c = '" + chat.externalId()
                        + "'")
                .path("Message_Count__c")
                .asInt();
    }
}
