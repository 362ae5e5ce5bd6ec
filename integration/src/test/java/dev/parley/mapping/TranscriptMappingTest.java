package dev.parley.mapping;

import static dev.parley.conversation.Role.AGENT;
import static dev.parley.conversation.Role.BOT;
import static dev.parley.conversation.Role.SYSTEM;
import static dev.parley.conversation.Role.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.mapping.MailedTranscript.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shipped files, and some of our own, read out of mails. */
class TranscriptMappingTest {
    private static final Path SHIPPED = Path.of("..", "mappings");
    private static final Instant SENT = Instant.parse("2026-03-02T14:30:00Z");

    @TempDir
    private Path dir;

    @Test
    void aZendeskTranscriptBecomesAConversation() {
        MailedTranscript read = shipped("zendesk")
                .read(
                        mail(
                                "chat@acme.zendesk.com",
                                "Chat with Ann Berg",
                                """
                Chat started: 2026-03-02 09:58 AM UTC

                (09:58:12 AM) Ann Berg: Do you ship to Norway?
                And to Sweden?
                (09:58:20 AM) *** Maja joined the chat ***
                (09:58:41 AM) Maja: We do: within three days.
                (10:02:00 AM) *** Ann Berg has left ***

                --------------------------------
                This email is a service from Acme.
                """));

        assertThat(read.started()).isEqualTo("2026-03-02T09:58:00Z");
        assertThat(read.ended()).isEqualTo("2026-03-02T10:02:00Z");
        assertThat(read.visitor().name()).isEqualTo("Ann Berg");
        assertThat(read.lines())
                .extracting(line -> line.time().toString(), Line::role, Line::author, Line::text)
                .containsExactly(
                        tuple("2026-03-02T09:58:12Z", VISITOR, "Ann Berg", "Do you ship to Norway?\nAnd to Sweden?"),
                        tuple("2026-03-02T09:58:20Z", SYSTEM, null, "Maja joined the chat"),
                        tuple("2026-03-02T09:58:41Z", AGENT, "Maja", "We do: within three days."),
                        tuple("2026-03-02T10:02:00Z", SYSTEM, null, "Ann Berg has left"));
    }

    @Test
    void aChatOverMidnightGoesOnTheNextDay() {
        MailedTranscript read = shipped("zendesk")
                .read(
                        mail(
                                "chat@acme.zendesk.com",
                                "Chat transcript",
                                """
                Chat started on Monday, March 2, 2026 11:58:00 PM
                (11:58:12 PM) Visitor 61408552: Still there?
                (12:01:05 AM) Maja: Always.
                """));

        assertThat(read.lines())
                .extracting(line -> line.time().toString(), Line::role)
                .containsExactly(tuple("2026-03-02T23:58:12Z", VISITOR), tuple("2026-03-03T00:01:05Z", AGENT));
    }

    @Test
    void aTawktoTranscriptBecomesAConversationInTheZoneThatItNames() {
        MailedTranscript read = shipped("tawkto")
                .read(
                        mail(
                                "noreply@tawk.to",
                                "Transcript of a chat",
                                """
                Conversation started on: Mon, 02 Mar 2026 09:58 AM (GMT+2)
                Chat ID: 65e2f0a1
                Name: Ann Berg
                Email: ann@example.com
                Page: https://shop.example/norway

                [09:58 AM] Ann Berg: Do you ship to Norway?
                [09:58 AM] * Maja joined *
                [09:59 AM] Maja : We do.
                """));

        assertThat(read.id()).isEqualTo("65e2f0a1");
        assertThat(read.visitor().email()).isEqualTo("ann@example.com");
        assertThat(read.page()).containsOnly(Map.entry("url", "https://shop.example/norway"));
        assertThat(read.started()).isEqualTo("2026-03-02T07:58:00Z");
        assertThat(read.lines()).extracting(Line::role).containsExactly(VISITOR, SYSTEM, AGENT);
        assertThat(read.ended()).isEqualTo("2026-03-02T07:59:00Z");
    }

    @Test
    void theStarterReadsTheMailInItsOwnComment() throws IOException {
        String starter = Files.readString(SHIPPED.resolve("transcripts/generic.yaml"));
        String text = String.join(
                "\n",
                starter.lines()
                        .dropWhile(line -> !line.contains("Chat: 8271"))
                        .takeWhile(line -> line.startsWith("#"))
                        .map(line -> line.replaceFirst("^# ? ? ?", ""))
                        .toList());
        TranscriptMapping mapping = mapping(starter.replace("enabled: false", "enabled: true"));
        TranscriptMail mail = mail("chat@example.com", "Transcript of your chat", text);

        assertThat(mapping.isFor(mail)).isTrue();
        MailedTranscript read = mapping.read(mail);

        assertThat(mapping.source()).isEqualTo("own");
        assertThat(read.id()).isEqualTo("8271");
        assertThat(read.started()).isEqualTo("2026-03-02T08:58:12Z");
        assertThat(read.ended()).isEqualTo("2026-03-02T09:04:00Z");
        assertThat(read.lines()).extracting(Line::role).containsExactly(VISITOR, AGENT);
        assertThat(read.lines().get(0).text()).isEqualTo("Do you ship to Norway?\nAnd to Sweden?");
    }

    @Test
    void nobodyMakesUpAnotherVisitorByWhatTheyWrite() {
        MailedTranscript read = shipped("tawkto")
                .read(
                        mail(
                                "noreply@tawk.to",
                                "Chat transcript",
                                """
                Name: Ann Berg

                [09:58 AM] Ann Berg: Hello
                Email: chief@victim.example
                [09:59 AM] Maja: Hello
                """));

        assertThat(read.visitor().email()).isNull();
        assertThat(read.lines().get(0).text()).contains("chief@victim.example");
    }

    @Test
    void timesWithoutADayBelongToTheDayBeforeTheMailCame() throws IOException {
        TranscriptMapping mapping = mapping(
                """
                service: Own
                mail: { subject: . }
                lines: [{ begins: '^(?P<time>\\d\\d:\\d\\d) (?P<author>\\w+): (?P<text>.*)$' }]
                times: [HH:mm]
                """);

        assertThat(mapping.read(mail("", "x", "23:50 A: one\n00:10 B: two\n14:20 A: three"))
                        .lines())
                .extracting(line -> line.time().toString())
                .containsExactly("2026-03-01T23:50:00Z", "2026-03-02T00:10:00Z", "2026-03-02T14:20:00Z");
    }

    @Test
    void messagesWithoutATimeAreOfTheMailsOwn() throws IOException {
        TranscriptMapping mapping = mapping(
                """
                service: Own
                mail: { subject: . }
                lines: [{ begins: '^(?P<author>\\w+): (?P<text>.*)$' }]
                roles: { bot: [^Robo], otherwise: visitor }
                """);

        assertThat(mapping.read(mail("", "x", "Robo: one\nAnn: two")).lines())
                .extracting(Line::time, Line::role)
                .containsExactly(tuple(SENT, BOT), tuple(SENT, VISITOR));
    }

    @Test
    void aFileIsForTheMailsInWhichAllOfItIsFound() throws IOException {
        TranscriptMapping mapping = mapping(
                """
                service: Own
                mail: { from: '@chat\\.example$', headers: { X-Mailer: ^Own }, authenticated: pass }
                lines: [{ begins: '^(?P<text>.*)$' }]
                """);
        Map<String, List<String>> headers = Map.of("x-mailer", List.of("Other", "Own 2.1"));

        assertThat(mapping.isFor(new TranscriptMail("a@chat.example", "", headers, "x", null, SENT, true)))
                .isTrue();
        assertThat(mapping.isFor(new TranscriptMail("a@chat.example", "", headers, "x", null, SENT, false)))
                .isFalse();
        assertThat(mapping.isFor(new TranscriptMail("a@chat.example", "", Map.of(), "x", null, SENT, true)))
                .isFalse();
        assertThat(mapping.isFor(new TranscriptMail("a@chat.example.org", "", headers, "x", null, SENT, true)))
                .isFalse();
    }

    @Test
    void whatDoesNotFitIsSaidWithItsPlaceAndWithoutTheMailsWords() {
        assertThatExceptionOfType(UnreadableTranscript.class)
                .isThrownBy(() -> shipped("zendesk").read(mail("chat@acme.zendesk.com", "Chat", "Secret words")))
                .withMessage("no line of the mail begins a message as 'lines' says")
                .satisfies(e -> assertThat(e.place().toString()).startsWith("transcripts/zendesk.yaml:"));
        assertThatExceptionOfType(UnreadableTranscript.class)
                .isThrownBy(
                        () -> shipped("zendesk")
                                .read(
                                        mail(
                                                "chat@acme.zendesk.com",
                                                "Chat",
                                                """
                        Chat started: yesterday
                        (9:58:12 AM) Ann: Hello
                        """)))
                .withMessage("what 'started' finds fits none of 'dates'");
    }

    @Test
    void aHundredThousandLinesAndAnExpressionThatWouldExplodeAreReadInTheirOwnTime() throws IOException {
        TranscriptMapping mapping = mapping(
                """
                service: Own
                mail: { subject: . }
                find: ['^(?P<name>(a+)+)$']
                lines: [{ begins: '^> (?P<text>(a*)*b?)$' }]
                """);

        MailedTranscript read = mapping.read(mail("", "x", "a".repeat(50_000) + "!\n" + "> aaaa\n".repeat(100_000)));

        assertThat(read.lines()).hasSize(100_000);
        assertThat(read.visitor().name()).isNull();
        assertThatExceptionOfType(UnreadableTranscript.class)
                .isThrownBy(() -> mapping.read(mail("", "x", "> a\n".repeat(100_001))))
                .withMessageContaining("more than 100000 messages");
    }

    @Test
    void whatLooksLikeTheEndBeforeAFurtherMessageWasSaidAndTellsNothingOfTheVisitor() {
        MailedTranscript read = shipped("zendesk")
                .read(
                        mail(
                                "chat@acme.zendesk.com",
                                "Chat transcript",
                                """
                Name: Ann Berg
                (09:58:12 AM) Ann Berg: Here is my list:
                ----
                Email: somebody.else@example.com
                (09:58:41 AM) Maja: Thank you.
                Chat ended: 2026-03-02 10:04 AM UTC
                Department: Sales
                """));

        assertThat(read.lines())
                .extracting(Line::text)
                .containsExactly("Here is my list:\n----\nEmail: somebody.else@example.com", "Thank you.");
        assertThat(read.visitor().email()).isNull();
        assertThat(read.department()).isEqualTo("Sales");
        assertThat(read.ended()).isEqualTo("2026-03-02T10:04:00Z");
    }

    private static TranscriptMapping shipped(String source) {
        return MappingFiles.load(SHIPPED).orThrow().transcripts().stream()
                .filter(mapping -> mapping.source().equals(source))
                .findFirst()
                .orElseThrow();
    }

    private TranscriptMapping mapping(String yaml) throws IOException {
        Files.createDirectories(dir.resolve("transcripts"));
        Files.writeString(dir.resolve("transcripts/own.yaml"), yaml);
        Loaded loaded = MappingFiles.load(dir);
        assertThat(loaded.findings()).extracting(Finding::rule).isSubsetOf("no-files");
        return loaded.mappings().transcripts().get(0);
    }

    private static TranscriptMail mail(String from, String subject, String text) {
        return new TranscriptMail(from, subject, Map.of(), text, null, SENT, false);
    }
}
