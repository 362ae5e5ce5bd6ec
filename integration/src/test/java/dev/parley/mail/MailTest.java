package dev.parley.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is one mail, and what is none. */
class MailTest {

    @Test
    void isKnownByWhatItSaysAndToWhom() {
        Mail mail = Mail.saying("ann@example.com", "Hello", "How are you?");

        assertThat(mail).isEqualTo(Mail.saying("ann@example.com", "Hello", "How are you?"));
        assertThat(mail.key())
                .isNotEqualTo(
                        Mail.saying("bob@example.com", "Hello", "How are you?").key())
                .isNotEqualTo(
                        Mail.saying("ann@example.com", "Hello!", "How are you?").key())
                .isNotEqualTo(
                        Mail.saying("ann@example.com", "Hello", "How are you").key());
        assertThat(Mail.named("offer:1", "ann@example.com", "A", "B").key())
                .isEqualTo(Mail.named("offer:1", "ann@example.com", "C", "D").key());
        assertThat(mail.toString()).doesNotContain("ann", "Hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"O\u0092Brien", "O\r\nBrien", "O\u0085Brien", "O\u2028Brien", "O\u007fBrien", "O\u0000Brien"})
    void whateverIsRefusedInASubjectCanBeTakenOutOfIt(String name) {
        assertThat(Mail.saying("ann@example.com", Mail.oneLine(name), "Hello").subject())
                .isEqualTo("O Brien");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hi\r\nBcc: eve@example.com", "Hi\nthere", "Hi\rthere", "Hi\u2028there", "Hi\u0000"})
    void aLineBreakInTheSubjectIsRefused(String subject) {
        assertThatThrownBy(() -> Mail.saying("ann@example.com", subject, "Hello"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the subject of a mail is more than one line");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "ann@example.com, eve@example.com",
                "ann@example.com\r\nBcc: eve@example.com",
                "Ann\r\n <ann@example.com>"
            })
    void whatIsNotOneAddressIsRefused(String recipient) {
        assertThatThrownBy(() -> Mail.saying(recipient, "Hello", "Hello"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the recipient of a mail is not one e-mail address");
    }

    @Test
    void itsSizeIsBounded() {
        assertThatThrownBy(() -> Mail.saying("ann@example.com", "x".repeat(256), "Hello"))
                .hasMessageContaining("longer than 255");
        assertThatThrownBy(() -> Mail.saying("ann@example.com", "Hello", "x".repeat((1 << 20) + 1)))
                .hasMessageContaining("longer than 1048576");
    }
}
