package dev.parley.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.parley.conversation.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is written, what is read out of it is somebody's own words, and comes in bounded time. */
class SentencesTest {

    @Test
    void theDayOfAGermanDateEndsNoSentence() {
        assertThat(written("Wir starten am 3. Mai. Es eilt.")).containsExactly("Wir starten am 3. Mai.", "Es eilt.");
        assertThat(written("We want all 12. Please call.")).containsExactly("We want all 12.", "Please call.");
    }

    @Test
    void aPastedMailThreadEndsWhereSomebodyElseBegins() {
        assertThat(
                        written(
                                """
                        We need 40 seats.

                        On Mon, 2 Mar 2026 at 09:00, Ann Berg <ann@example.com> wrote:
                        > We cancel the contract.
                        """))
                .containsExactly("We need 40 seats.");
        assertThat(written("Gern!\n-----Ursprüngliche Nachricht-----\nWir kündigen."))
                .containsExactly("Gern!");
    }

    @Test
    void linesThatQuoteAMailOrAnotherChatAreLeftOut() {
        assertThat(
                        written(
                                """
                        This is what your colleague said:
                        [09:31] Tom: We cancel the contract.
                        09:32 - Ann Berg: our budget is approved
                        > old words
                        Is that true?"""))
                .containsExactly("This is what your colleague said:", "Is that true?");
    }

    @Test
    void markupAndWhatSteersTextAreNoWords() {
        assertThat(written("<p>We <b>need</b>\u202e 40\u200b seats</p><script src=x>"))
                .containsExactly("We need 40 seats");
        assertThat(written("3 < 5 and 7 > 2")).containsExactly("3 < 5 and 7 > 2");
    }

    @Test
    void digitsAndBlanksOfAllScriptsAreRead() {
        assertThat(Sentence.of("۴۰\u00a0کاربر").plain()).isEqualTo("40 کاربر");
        assertThat(Sentence.of("می\u200cخواهیم").plain()).isEqualTo("می خواهیم");
        assertThat(Sentence.of("４０％").plain()).isEqualTo("40%");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\n\t",
                "👍",
                "👍👍🎉",
                "...",
                "?!?",
                "\u202e\u200b\ufeff",
                "<br>",
                "> quoted only",
                "\ud83d"
            })
    void whatSaysNothingShowsNothing(String text) {
        Note note = new Talk().visitor(text).notes().get(0);

        assertThat(note.signs()).isEmpty();
        assertThat(note.mentions()).isEmpty();
        assertThat(note.questions()).isEmpty();
        assertThat(note.opening()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we need ",
                "a",
                "?",
                "1 ",
                "ann@",
                "a@a.",
                "+46 70 ",
                "<",
                "> ",
                "\n",
                "我们需要",
                "می‌خواهیم ",
                "👍",
                "((((",
                "my name is ",
                "1,000,",
                "end of the next of "
            })
    void ahundredThousandCharactersAreReadInBoundedTimeAndRoom(String piece) {
        String flood = piece.repeat(100_000 / piece.length());

        Note note = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> new Talk().visitor(flood).notes().get(0));

        assertThat(note.mentions()).hasSizeLessThanOrEqualTo(Mentions.MOST);
        assertThat(note.questions()).hasSizeLessThanOrEqualTo(Sentences.MOST_SENTENCES);
        assertThat(note.signs())
                .allSatisfy(sign -> assertThat(sign.quote().length()).isLessThan(500));
    }

    @Test
    void theSystemSaysNothing() {
        assertThat(new Talk()
                        .says(Role.SYSTEM, "We need 40 seats.")
                        .notes()
                        .get(0)
                        .signs())
                .isEmpty();
    }

    @Test
    void aQuotationEndsAtAWordAndNeverWithinACharacter() {
        assertThat(Sentence.cut("one two three four", 15)).isEqualTo("one two three…");
        assertThat(Sentence.cut("😀".repeat(20), 10)).isEqualTo("😀".repeat(9) + "…");
    }

    private static List<String> written(String text) {
        return Sentences.of(text).stream().map(Sentence::written).toList();
    }
}
