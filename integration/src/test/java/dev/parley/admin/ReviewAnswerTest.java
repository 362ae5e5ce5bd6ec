package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.channel.Fault;
import dev.parley.channel.ProblemException;
import dev.parley.identity.Identity;
import dev.parley.identity.Manual;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person says to a review: accepted is what they saw, and nothing that was proposed since. */
class ReviewAnswerTest {

    private static final String ACCOUNT = "001000000000001AAA";
    private static final String CONTACT = "003000000000001AAA";

    @Test
    void acceptsWhatIsStillProposed() {
        ReviewAnswer answer = read("{'decision':'accept','accountId':'%s','contactId':'%s','leadId':null}");

        assertThat(answer.names(proposing(ACCOUNT, CONTACT))).isTrue();
        assertThat(answer.links())
                .containsEntry(Manual.ACCOUNT, ACCOUNT)
                .containsEntry(Manual.CONTACT, CONTACT)
                .hasSize(2);
    }

    @Test
    void doesNotAcceptWhatIsProposedSince() {
        ReviewAnswer answer = read("{'decision':'accept','accountId':'%s','contactId':'%s'}");

        assertThat(answer.names(proposing(ACCOUNT, "003000000000002AAA"))).isFalse();
        assertThat(answer.names(proposing(ACCOUNT, null))).isFalse();
    }

    @Test
    void doesNotAcceptUnseen() {
        assertThat(read("{'decision':'accept'}").names(proposing(ACCOUNT, CONTACT)))
                .isFalse();
    }

    @Test
    void toldThatNobodyIsMeantItTakesNoRecords() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read("{'decision':'none','accountId':'%s'}"))
                .satisfies(problem -> assertThat(problem.problem().errors())
                        .extracting(Fault::pointer)
                        .containsExactly("/decision"));
    }

    private static ReviewAnswer read(String body) {
        return ReviewAnswer.read(
                body.replace('\'', '"').formatted(ACCOUNT, CONTACT).getBytes(StandardCharsets.UTF_8));
    }

    private static Identity proposing(String account, String contact) {
        return new Identity(
                Identity.Kind.CONTACT,
                Identity.Decision.REVIEW,
                0.7,
                List.of(),
                account,
                contact,
                null,
                null,
                null,
                null,
                false,
                List.of());
    }
}
