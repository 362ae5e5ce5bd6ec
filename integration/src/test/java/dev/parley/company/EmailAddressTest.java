package dev.parley.company;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One address is one, however a visitor or their mail program writes it. */
class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                " Anna.Berg@Nordwind.example ",
                "Anna Berg <anna.berg@nordwind.example>",
                "\"Berg, Anna\" < anna.berg@nordwind.example >",
                "<anna.berg@nordwind.example>",
                "'anna.berg@nordwind.example'",
                "\"anna.berg@nordwind.example\"",
                "'anna.berg@nordwind.example' <anna.berg@nordwind.example>",
                "\"anna.berg\"@nordwind.example"
            })
    void isReadOutOfWhatIsWrittenAroundIt(String text) {
        assertThat(EmailAddress.of(text)).contains(new EmailAddress("anna.berg", "nordwind.example"));
    }

    @Test
    void quotationMarksThatAreNeededStay() {
        assertThat(EmailAddress.of("\"anna berg\"@nordwind.example"))
                .contains(new EmailAddress("\"anna berg\"", "nordwind.example"));
        assertThat(EmailAddress.of("o'brien@nordwind.example"))
                .contains(new EmailAddress("o'brien", "nordwind.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "@", "\"\"", "''", "<>", "a<b@c.example", "<a@b.example><c@d.example>", "\"@\"", "'a@'"})
    void whatIsNoAddressIsNone(String text) {
        assertThat(EmailAddress.of(text)).isEmpty();
    }
}
