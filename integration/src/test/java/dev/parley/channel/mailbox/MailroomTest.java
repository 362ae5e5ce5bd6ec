package dev.parley.channel.mailbox;

import static dev.parley.channel.mailbox.Mailroom.Outcome.KEPT;
import static dev.parley.channel.mailbox.Mailroom.Outcome.LEFT;
import static dev.parley.channel.mailbox.Mailroom.Outcome.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.channel.Problem;
import dev.parley.channel.Unreadable;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a mail, from its bytes to the store. */
class MailroomTest {

    private final Post post = new Post();

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void aTranscriptBecomesAConversation() {
        assertThat(post.take(Mails.transcript("Message-ID: <1@acme>"))).isEqualTo(TAKEN);

        assertThat(post.events())
                .containsExactly(
                        "chat.conversation.started zendesk",
                        "chat.conversation.closed zendesk",
                        "chat.conversation.transcribed zendesk");
        assertThat(post.messages()).isEqualTo(3);
        assertThat(post.data("chat.conversation.transcribed"))
                .singleElement()
                .asString()
                .contains("\"role\":\"visitor\"", "\"role\":\"system\"", "\"role\":\"agent\"", "within three days");
    }

    @Test
    void theSameTranscriptIsOneConversationHoweverOftenAndByWhicheverMailItComes() {
        post.take(Mails.transcript("Message-ID: <1@acme>"));
        post.take(Mails.transcript("Message-ID: <1@acme>"));
        post.take(Mails.transcript("Message-ID: <2@relay>", "Received: from a by b; Mon, 2 Mar 2026 10:06:00 +0000"));

        assertThat(post.events()).hasSize(3);
        assertThat(post.conversations()).isEqualTo(1);
    }

    @Test
    void aLongerTranscriptOfTheSameConversationAddsWhatIsNew() {
        String text = "Chat ID: 77\n" + Mails.TRANSCRIPT;
        post.take(Mails.zendesk(text));
        post.take(Mails.zendesk(text + "(10:01:00 AM) Ann Berg: Thank you!\n"));

        assertThat(post.conversations()).isEqualTo(1);
        assertThat(post.messages()).isEqualTo(4);
    }

    @Test
    void twoMessagesThatSayTheSameAtTheSameTimeAreTwo() {
        post.take(Mails.zendesk("(09:58:12 AM) Ann: Hm\n(09:58:12 AM) Ann: Hm\n"));

        assertThat(post.messages()).isEqualTo(2);
    }

    @Test
    void aVeryLongTranscriptIsSeveralEventsAndOneOrder() {
        post.take(Mails.zendesk("(09:58:12 AM) Ann: word\n".repeat(2_500)));

        assertThat(post.data("chat.conversation.transcribed")).hasSize(3);
        assertThat(post.messages()).isEqualTo(2_500);
    }

    @Test
    void aHundredThousandLinesOfOneMessageAreRead() {
        assertThat(post.take(Mails.zendesk("(09:58:12 AM) Ann: a\n" + "b\n".repeat(100_000))))
                .isEqualTo(TAKEN);
    }

    @Test
    void aTranscriptInHtmlAloneIsReadToo() {
        String html = "<html><head><style>p{}</style></head><body><p>Chat started: 2026-03-02 09:58 AM UTC</p>"
                + "<table><tr><td>(09:58:12 AM)</td><td>Ann Berg:</td><td>Do&nbsp;you ship &lt;here&gt;?</td></tr></table>"
                + "<div>(09:58:41 AM) Maja:<b> We</b> do<br>Always.</div></body></html>";

        post.take(Mails.zendesk(html, "Content-Type: text/html; charset=utf-8"));

        assertThat(post.data("chat.conversation.transcribed"))
                .singleElement()
                .asString()
                .contains("Do you ship <here>?", "We do\\nAlways.");
    }

    @Test
    void base64QuotedPrintableAndEveryCharsetAreDecoded() {
        String text = "(09:58:12 AM) Åsa: Grüße, 東京\n";
        post.take(Mails.zendesk(
                Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)),
                "Content-Type: text/plain; charset=UTF-8",
                "Content-Transfer-Encoding: base64"));
        post.take(Mails.zendesk(
                "(09:58:13 AM) J=F6rg: sch=F6n\n",
                "Content-Type: text/plain; charset=iso-8859-1",
                "Content-Transfer-Encoding: quoted-printable"));
        post.take(Mails.zendesk("(09:58:14 AM) Zoë: naïve\n", "Content-Type: text/plain; charset=us-ascii"));
        post.take(Mails.zendesk("(09:58:15 AM) Zoë: čau\n", "Content-Type: text/plain; charset=no-such-charset"));

        assertThat(String.join("\n", post.data("chat.conversation.transcribed")))
                .contains("Grüße, 東京", "schön", "naïve", "čau");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-replied (vacation); owner=ann",
                "Precedence: auto_reply",
                "X-Autoreply: yes",
                "Return-Path: <>",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
                "X-Loop: parley@parley.example",
                "Message-ID: <0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef@parley.example>"
            })
    void bouncesAnswersAndOurOwnMailAreLeftAloneWhateverTheySay(String header) {
        assertThat(post.take(Mails.transcript(header))).isEqualTo(LEFT);
        assertThat(post.events()).isEmpty();
        assertThat(post.reasons()).isEmpty();
    }

    @Test
    void whatGoesRoundInCirclesIsLeftAlone() {
        String[] hops = new String[51];
        java.util.Arrays.fill(hops, "Received: from a by b; Mon, 2 Mar 2026 10:06:00 +0000");

        assertThat(post.take(Mails.transcript(hops))).isEqualTo(LEFT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-generated",
                "Precedence: bulk",
                "X-Auto-Response-Suppress: All",
                "List-Id: <news.example.com>"
            })
    void servicesSendTranscriptsLikeThatTooButOthersNothingForUs(String header) {
        assertThat(post.take(Mails.transcript(header))).isEqualTo(TAKEN);
        assertThat(post.take(Mails.stranger("Buy now", header))).isEqualTo(LEFT);
        assertThat(post.reasons()).isEmpty();
    }

    @Test
    void aMailThatNoFileIsForIsKeptWithTheReason() {
        assertThat(post.take(Mails.stranger("Please call me"))).isEqualTo(KEPT);
        assertThat(post.take(Mails.stranger("Please call me"))).isEqualTo(KEPT);

        assertThat(post.reasons()).containsExactly("no file in transcripts is for this mail");
    }

    @Test
    void aMailThatDoesNotFitItsFileIsKeptWithTheFilesLineAndReadAnewOnceThatIsMended() {
        post.take(Mails.zendesk("09.58 Ann says hello\n"));

        assertThat(post.unread.list()).singleElement().satisfies(kept -> {
            assertThat(kept.source()).isEqualTo("zendesk");
            assertThat(kept.place()).startsWith("transcripts/zendesk.yaml:");
            assertThat(kept.reason()).isEqualTo("no line of the mail begins a message as 'lines' says");
            assertThatExceptionOfType(Unreadable.class)
                    .isThrownBy(() ->
                            post.mailroom().read(post.unread.find(kept.id()).orElseThrow()))
                    .withMessage(kept.reason());
        });
    }

    @Test
    void whatWouldBeNoEventIsKeptToo() {
        post.take(Mails.zendesk("Chat started: 2099-03-02 09:58 AM UTC\n(09:58:12 AM) Ann: From the future\n"));

        assertThat(post.reasons())
                .singleElement()
                .asString()
                .contains("chat.conversation.started would be wrong", "in the future");
        assertThat(post.events()).isEmpty();
    }

    @Test
    void brokenAndBoundlessMailIsKept() {
        StringBuilder nested = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            nested.append("--b" + i + "\nContent-Type: multipart/mixed; boundary=b" + (i + 1) + "\n\n");
        }
        String many = "--b0\n\nx\n".repeat(1_000) + "--b0--\n";
        String mixed = "Content-Type: multipart/mixed; boundary=b0";

        assertThat(post.take(Mails.zendesk(nested.toString(), mixed))).isEqualTo(KEPT);
        assertThat(post.take(Mails.zendesk(nested.toString().repeat(10), mixed)))
                .isEqualTo(KEPT);
        assertThat(post.take(Mails.zendesk("x", "X-A: " + "b\n ".repeat(1_000_000) + "b")))
                .isEqualTo(KEPT);
        assertThat(post.take(Mails.zendesk(many, mixed))).isEqualTo(KEPT);
        assertThat(post.take(Mails.zendesk(many.repeat(100), mixed))).isEqualTo(KEPT);
        assertThat(post.take(Mails.zendesk("x", "X-A: b\n".repeat(2_000).strip())))
                .isEqualTo(KEPT);
        assertThat(post.take(new byte[] {0, -1, 13, 10, 7})).isEqualTo(KEPT);
        assertThat(post.take(Mails.zendesk("no end", "Content-Type: multipart/mixed")))
                .isEqualTo(KEPT);

        assertThat(post.reasons())
                .contains(
                        "the mail's parts are nested more than 20 deep",
                        "the mail has more than 500 parts",
                        "the mail has more than 5000 lines that could divide parts",
                        "the mail has more than 1000 headers",
                        "the mail has more than 131072 bytes of headers",
                        "the mail has no date that can be read");
    }

    @Test
    void aMailThatParleyItselfFailsOnIsKeptAndDoesNotStandInTheWayOfOthers() {
        Mailroom mailroom = post.mailroom(events -> {
            throw new IllegalArgumentException("Ann's words");
        });

        assertThat(mailroom.take(new FetchedMail(Mails.transcript(), true, '/')))
                .isEqualTo(KEPT);
        assertThat(post.reasons())
                .containsExactly("Parley failed on it with IllegalArgumentException: please report it to its makers");
    }

    @Test
    void whatTheStoreRefusesForItsValuesIsKeptToo() {
        Mailroom mailroom = post.mailroom(events -> {
            throw new PersistenceException(new SQLException("Ann's words", "22001"));
        });

        assertThat(mailroom.take(new FetchedMail(Mails.transcript(), true, '/')))
                .isEqualTo(KEPT);
        assertThat(post.reasons()).singleElement().asString().doesNotContain("Ann");
    }

    @Test
    void aMailWaitsWhileTheStoreIsAwayOrHasNoRoom() {
        List<RuntimeException> outages = List.of(
                new PersistenceException("no connection"),
                new IllegalStateException(new SQLException("gone", "08006")),
                Problem.unavailable().exception(),
                Problem.tooMany("Wait.", Duration.ofSeconds(1)).exception());

        assertThat(outages).allSatisfy(outage -> assertThatExceptionOfType(MailWaits.class)
                .isThrownBy(() -> post.mailroom(events -> {
                            throw outage;
                        })
                        .take(new FetchedMail(Mails.transcript(), true, '/'))));
        assertThat(post.reasons()).isEmpty();
    }

    @Test
    void ofAMailThatIsTooLongOnlyTheHeadersAreKeptAndNotReadAnew() {
        FetchedMail beginning = new FetchedMail(Mails.transcript(), false, '/');

        assertThat(post.mailroom().take(beginning)).isEqualTo(KEPT);
        assertThat(post.unread.list()).singleElement().satisfies(kept -> assertThat(
                        post.mailroom().reads(kept.mediaType()))
                .isFalse());
    }
}
