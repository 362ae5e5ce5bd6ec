package dev.parley.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Role;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A conversation in few words, all of them its own. */
class BriefsTest {

    @Test
    void saysWhatIsNeededWhatIsOpenWhatWasPromisedAndWhatComesNext() {
        Brief brief = new Talk()
                .visitor("Hello! We run three dairies and lose a pump a month.")
                .agent("That is a lot. Which ones?")
                .visitor("The feed pumps. We need something that warns us a week before.")
                .agent("I'll send you a plan for one dairy today.")
                .visitor("Thanks. And does it work in wet rooms?")
                .agent("One moment, let me ask our engineer.")
                .ofNobody()
                .brief();

        assertThat(brief.summary())
                .isEqualTo(
                        """
                        Needs: We run three dairies and lose a pump a month. / We need something that warns us a week before.
                        Open: And does it work in wet rooms?
                        Next: I'll send you a plan for one dairy today.""");
    }

    @Test
    void aPromiseThatComesNextIsStillAPromise() {
        Brief brief = new Talk()
                .visitor("We need something that warns us a week before.")
                .agent("I'll send you a plan for one dairy today.")
                .ofNobody()
                .brief();

        assertThat(brief.next()).isEqualTo("I'll send you a plan for one dairy today.");
        assertThat(brief.promised()).containsExactly("I'll send you a plan for one dairy today.");
    }

    @Test
    void anAnswerClosesAQuestionWhoeverGivesIt() {
        Talk asked = new Talk().visitor("Does it work in wet rooms?");

        assertThat(asked.ofNobody().brief().open()).containsExactly("Does it work in wet rooms?");
        assertThat(asked.says(Role.PEER, "Ours does, for two years now.")
                        .ofNobody()
                        .brief()
                        .open())
                .isEmpty();
    }

    @Test
    void aThankYouAsksForNothingAndWhatIsSaidToTheMatterDoes() {
        assertThat(new Talk()
                        .visitor("Does it work in wet rooms?")
                        .agent("It does.")
                        .meaning("relationship-maintenance")
                        .visitor("Thanks a lot, you have been very kind!")
                        .visitor("Ok.")
                        .visitor("It is the blue pump in the second hall.")
                        .meaning("relationship-maintenance")
                        .visitor("Thanks! And what does it cost?")
                        .ofNobody()
                        .courtesies())
                .containsExactly("m3", "m4");
    }

    @Test
    void theMeetingThatWasAgreedComesNext() {
        Circumstances booked = new Circumstances(
                Map.of(), Set.of(), null, null, true, true, Talk.START, Instant.parse("2026-03-05T13:30:00Z"));
        Brief brief = new Talk()
                .visitor("Can we talk about prices on Thursday?")
                .agent("Gladly. I'll send an invitation.")
                .with(booked)
                .brief();

        assertThat(brief.next()).isEqualTo("Meeting at 2026-03-05 13:30 UTC");
        assertThat(brief.promised()).containsExactly("I'll send an invitation.");
    }

    @Test
    void aShortQuestionThatWasAnsweredNeedsNoSummary() {
        assertThat(new Talk()
                        .visitor("Do you deliver to Kiruna?")
                        .agent("We do.")
                        .ofNobody()
                        .brief()
                        .summary())
                .isNull();
    }

    @Test
    void neverGrowsBeyondItsRoom() {
        Talk talk = new Talk();
        for (int i = 0; i < 40; i++) {
            talk.visitor("We need number " + i + " of a very long list of things, " + "and more ".repeat(40) + "?")
                    .agent("I'll send " + "all of it ".repeat(60));
        }
        String summary = talk.ofNobody().brief().summary();

        assertThat(summary.codePointCount(0, summary.length())).isLessThanOrEqualTo(Brief.LONGEST);
        assertThat(summary).startsWith("Needs: We need number 0").contains("\nNext: ");
    }
}
