package dev.parley.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.common.base.Strings;
import dev.parley.talk.Reading;
import dev.parley.talk.Speaker;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people and programs really send: it is read in bounded time, and what says nothing is for nothing. */
class BadInputTest {
    /** Far more than it takes; without a bound an expression or a loop over everything would need minutes. */
    private static final Duration BOUND = Duration.ofSeconds(30);

    /** A mail as it is pasted into a chat: the few new words first, then all that it answers. */
    private static final String THREAD =
            """
            See below.

            On Mon, 2 March 2026 at 09:12, Ann Berg <ann.berg@firm.example> wrote:
            > I want to talk to a human, today.
            > > From: Support
            > > Your service is unacceptable and we cancel the contract.
            > > We need 400 seats by Friday for 20,000 EUR.
            """;

    private static final String QUOTED_CHAT =
            """
            [10:01] Ann: I want to talk to a human
            [10:02] Bot: One moment please
            [10:03] Ann: I am furious, we cancel the contract
            [10:04] Agent: I'll send the price list tomorrow
            """;

    @BeforeAll
    static void learnTheLanguagesFirst() {
        Talk.LISTENER.learn();
    }

    @ParameterizedTest
    @MethodSource("sayingNothing")
    void whatSaysNothingIsForNothing(String text) {
        Reading reading = read(text);
        Assessment assessment = assess(text);

        assertThat(reading.purposes()).isEmpty();
        assertThat(assessment.functions()).isEmpty();
        assertThat(assessment.brief().summary()).as("nothing to sum up").isNull();
    }

    static Stream<Named<String>> sayingNothing() {
        return Stream.of(
                Named.of("empty", ""),
                Named.of("blanks", " \n\t\u00a0 "),
                Named.of("one word", "hm"),
                Named.of("a number", "4711"),
                Named.of("emoji", "🙂🎉🙂👩‍👩‍👧‍👦🏳️‍🌈"),
                Named.of("zero-width and bidi controls", "\u200b\u200c\u200d\u2060\ufeff\u202e\u202d\u2066\u2069"),
                Named.of("half a character", "\ud83d"),
                Named.of("markup alone", "<div><br/><img src='x' onerror='y'></div>"),
                Named.of("a mail thread", THREAD),
                Named.of("another conversation", QUOTED_CHAT));
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void whateverComesIsReadInBoundedTime(String text) {
        assertThat(read(text).purposes())
                .allSatisfy(purpose -> assertThat(purpose.confidence()).isBetween(0.0, 1.0));
        assertThat(Strings.nullToEmpty(assess(text).brief().summary())
                        .codePoints()
                        .count())
                .isLessThanOrEqualTo(Brief.LONGEST);
    }

    static Stream<Named<String>> tooMuch() {
        return Stream.of(
                Named.of("100 kB of sentences", "The pump stands in hall four. ".repeat(3_400)),
                Named.of("100 kB without a blank", "a".repeat(100_000)),
                Named.of("100 kB of one character that is no letter", "!".repeat(100_000)),
                Named.of("100 kB of blanks", " ".repeat(100_000) + "x"),
                Named.of("100 kB of lines", "\n>".repeat(50_000)),
                Named.of("100 kB of open tags", "<a ".repeat(33_000)),
                Named.of("100 kB of open quotation marks", "\"“„«".repeat(25_000)),
                Named.of("100 kB of digits", "20 000 ".repeat(14_000)),
                Named.of("100 kB of telephone numbers", "+46 70 174 06 05 ".repeat(6_000)),
                Named.of("100 kB of Chinese", "我们需要报价".repeat(17_000)),
                Named.of("100 kB of marks on one letter", "a" + "\u0301".repeat(100_000)),
                Named.of("a thread of 100 kB", THREAD.repeat(300)),
                Named.of("a chat of 100 kB", QUOTED_CHAT.repeat(600)),
                Named.of("five scripts in a sentence", "Hello 你好 سلام привет, wir möchten 报价 لطفا"),
                Named.of("addresses", "a@b.example,".repeat(8_000)));
    }

    private static Reading read(String text) {
        return assertTimeoutPreemptively(BOUND, () -> Talk.LISTENER.read(text, Speaker.VISITOR, null));
    }

    /** As the conversation it is said in would be judged. */
    private static Assessment assess(String text) {
        return assertTimeoutPreemptively(BOUND, () -> {
            Talk talk = new Talk();
            read(text).purposes().forEach(purpose -> talk.meaning(purpose.name()));
            return talk.visitor(text).ofNobody();
        });
    }
}
