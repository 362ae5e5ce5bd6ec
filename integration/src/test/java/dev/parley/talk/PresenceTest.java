package dev.parley.talk;

import static dev.parley.talk.ShippedTalk.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which signs show the person behind a message, and what only looks like them. */
class PresenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I'm so worried about the launch | affective",
                "I can imagine, that must be exhausting for your crew | affective",
                "What matters most to you, the price or the date? What do you need? | interactive",
                "Would you be willing to meet us halfway on the setup fee? | interactive",
                "yes please | interactive",
                "Many thanks for the quick answer | interactive",
                "Good morning, how was your weekend? | cohesive",
                "It was a pleasure working with you | cohesive"
            })
    void aSignCounts(String message, String category) {
        assertThat(read(message).presence()).contains(category);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Which of the two deals is still open?",
                "The invoice is wrong, I attach a copy",
                "How do you say goodbye in your Spanish template?",
                "Is the field 'thank you note' mandatory?",
                "I understand it correctly that 40 seats are included, if I understand the page"
            })
    void whatOnlyHasTheWordDoesNot(String message) {
        assertThat(read(message).signs()).isEmpty();
    }

    @Test
    void aVariationSelectorIsNoFeeling() {
        assertThat(read("The button with ⚙️ opens the settings").presence()).doesNotContain("affective");
    }
}
