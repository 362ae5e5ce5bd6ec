package dev.parley.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A score is the sum of its reasons, and each reason shows the message that it rests on. */
class ScoresTest {

    @Test
    void eachReasonNamesItsMessage() {
        Score score = new Talk()
                .visitor("Hello")
                .meaning("purchase-decision")
                .visitor("Our budget is approved. We would like to order before the end of March.")
                .with(Talk.account("Customer - Direct", "open"))
                .score();

        assertThat(score.grade()).isEqualTo("A");
        assertThat(score.reasons())
                .extracting(Score.Reason::toString)
                .contains("+10 has a budget: “Our budget is approved.” (message m2)")
                .contains("+10 has a date: “We would like to order before the end of March.” (message m2)")
                .contains("+10 there is an open opportunity: there is an open opportunity");
        assertThat(score.reasons().stream().mapToInt(Score.Reason::points).sum())
                .isEqualTo(score.points());
    }

    @Test
    void moreThanAHundredIsCutAndSaidSo() {
        Talk all = new Talk()
                .meaning("purchase-decision")
                .meaning("solution-search")
                .meaning("meeting-booking")
                .visitor("I'm the owner. We need 40 seats for all our sites by Friday, our budget is approved.")
                .visitor("Send me a quote.")
                .visitor("We want to order this week.");
        Score score = all.with(Talk.account("Customer - Direct", "open")).score();

        assertThat(score.points()).isEqualTo(100);
        assertThat(score.reasons().stream().mapToInt(Score.Reason::points).sum())
                .isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm writing my master thesis on bearings, do you have data?",
                "Are you hiring? I would like to send you my CV.",
                "We offer high quality backlinks for your website.",
                "You have won a crypto investment!",
                "Ich schreibe meine Masterarbeit über Lager.",
                "Jag skriver mitt examensarbete om pumpar.",
                "من دانشجو هستم و به داده نیاز دارم",
                "我是在读研究生，写论文需要数据",
            })
    void whoIsNoLeadGetsAnXAndNoPoints(String said) {
        Assessment assessment =
                new Talk().meaning("solution-search").visitor(said).ofNobody();

        assertThat(assessment.score().grade()).isEqualTo("X");
        assertThat(assessment.score().points()).isZero();
        assertThat(assessment.score().reasons().get(0).toString())
                .startsWith("-")
                .contains("disqualified", "(message m1)");
        assertThat(assessment.missing()).isEmpty();
    }

    @Test
    void aCustomerWhoLooksForStudentHousingIsNoStudent() {
        assertThat(new Talk()
                        .visitor("We run student housing and need 40 seats.")
                        .ofNobody()
                        .score()
                        .grade())
                .isNotEqualTo("X");
        assertThat(new Talk()
                        .visitor("Our trainee writes his master thesis about your product.")
                        .with(Talk.account("Customer - Direct"))
                        .score()
                        .grade())
                .isNotEqualTo("X");
    }

    @Test
    void warmthCountsForNothingNeitherForNorAgainst() {
        Talk warm = new Talk().showing("affective").showing("cohesive").visitor("We need 40 seats.");
        Talk cold = new Talk().visitor("We need 40 seats.");

        assertThat(warm.ofNobody().score()).isEqualTo(cold.ofNobody().score());
        assertThat(warm.ofNobody().presence()).containsExactly("affective", "cohesive");
    }

    @Test
    void recencyIsCountedToTheLastEventAndNotToToday() {
        Talk talk = new Talk().visitor("We need 40 seats.").visitor("Soon.");
        Circumstances later = new Circumstances(
                Talk.NOBODY.account(),
                Talk.NOBODY.opportunity(),
                null,
                null,
                false,
                false,
                Talk.START.plus(Duration.ofDays(30)),
                null);

        assertThat(talk.ofNobody().score().points() - talk.with(later).score().points())
                .isEqualTo(5);
    }

    @Test
    void whatIsNotKnownCanBeAskedInTheVisitorsOwnWay() {
        Assessment assessment = new Talk()
                .meaning("solution-search")
                .visitor("We are looking for a tool for 40 users by 1 May.")
                .ofNobody();

        assertThat(assessment.missing())
                .extracting(Assessment.Missing::name)
                .containsExactly("how to reach them", "company", "budget", "who decides");
        assertThat(assessment.missing().get(2).ask()).isEqualTo("Is there a budget for it already?");
    }

    @Test
    void customersCallForPlays() {
        Assessment assessment = new Talk()
                .meaning("complaint")
                .visitor("This is the third time. If it happens again we cancel the contract.")
                .with(Talk.account("Customer - Direct"));

        assertThat(assessment.plays()).extracting(Assessment.Play::name).containsExactly("retention-risk");
        assertThat(new Talk()
                        .meaning("complaint")
                        .visitor("This is the third time.")
                        .ofNobody()
                        .plays())
                .isEmpty();
    }
}
