package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.handoff.Shop.Death;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A visitor leaves without an answer, and somebody writes to them the next morning: once, and only if need be. */
class FollowUpTest {
    private static final Instant FRIDAY_EVENING = Instant.parse("2026-10-16T18:30:00Z");
    private static final Instant MONDAY_MORNING = Instant.parse("2026-10-19T06:00:00Z");

    private static final String HOURS =
            """
            calendars:
              office:
                timezone: Europe/Stockholm
                week: { monday: 08:00-17:00, tuesday: 08:00-17:00, wednesday: 08:00-17:00, friday: 08:00-17:00 }
            """;

    private static final String ROUTING =
            """
            rules: [{ name: none, when: 'qualification.grade = "D"', offer: [team] }]
            followUp: { to: [account-owner, team], after: PT1H }
            pools:
              team: { hours: office, sellers: [{ email: maja@company.example }] }
            """;

    private final Shop shop = new Shop(FRIDAY_EVENING, HOURS, ROUTING);

    @AfterEach
    void end() {
        shop.close();
    }

    private static ObjectNode data() {
        return JsonNodeFactory.instance.objectNode();
    }

    private void leavesAddress(String conversation) {
        leavesAddress(conversation, "ann@oberg.example");
    }

    private void leavesAddress(String conversation, String email) {
        ObjectNode data = data();
        data.putObject("answers").put("email", email);
        shop.hears("web", conversation, "form" + shop.clock.instant(), "chat.form.submitted", data);
    }

    private void closes(String conversation, String reason) {
        shop.hears(
                "web",
                conversation,
                "closed" + shop.clock.instant(),
                "chat.conversation.closed",
                data().put("reason", reason));
    }

    private void answers(String conversation, String role) {
        ObjectNode data = data().put("id", role + shop.clock.instant()).put("text", "Yes, we do.");
        data.putObject("author").put("role", role);
        shop.hears("web", conversation, role + shop.clock.instant(), "chat.message.posted", data);
    }

    private FollowUp followUp(String conversation) {
        return FollowUp.of(shop.due.look(Shop.key(conversation)).orElseThrow().conversation());
    }

    private void untilMondayMorning() {
        shop.passes(Duration.between(shop.clock.instant(), MONDAY_MORNING));
    }

    @Test
    void whoWasNotAnsweredInTheEveningIsWrittenToFirstThingOnTheNextWorkingDay() {
        leavesAddress("c1");
        shop.says("c1", "m1");

        assertThat(shop.work()).contains(MONDAY_MORNING);
        shop.passes(Duration.between(shop.clock.instant(), MONDAY_MORNING.minusSeconds(1)));
        assertThat(followUp("c1")).isNull();

        shop.passes(Duration.ofSeconds(1));
        FollowUp due = followUp("c1");
        assertThat(due.reason()).isEqualTo("unanswered");
        assertThat(due.seller().email()).isEqualTo("maja@company.example");
        assertThat(shop.outbox.waiting()).isEqualTo(1);
    }

    @Test
    void whatWasSaidInWorkingHoursWaitsForTheNextWorkingDay() {
        shop.clock.setInstant(Instant.parse("2026-10-20T10:00:00Z"));
        leavesAddress("c1");
        shop.says("c1", "m1");

        assertThat(shop.work()).contains(Instant.parse("2026-10-21T06:00:00Z"));
    }

    @Test
    void thursdayIsFreeForThem() {
        shop.clock.setInstant(Instant.parse("2026-10-21T10:00:00Z"));
        leavesAddress("c1");
        shop.says("c1", "m1");

        assertThat(shop.work()).contains(Instant.parse("2026-10-23T06:00:00Z"));
    }

    @Test
    void itIsDueOnceHoweverOftenItIsLookedAt() {
        leavesAddress("c1");
        shop.says("c1", "m1");
        untilMondayMorning();
        shop.restart();
        closes("c1", "timeout");
        shop.passes(Duration.ofDays(7));

        assertThat(followUp("c1").at()).isEqualTo(MONDAY_MORNING);
        assertThat(shop.outbox.waiting()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Death.class,
            names = {"BEFORE_IT_IS_WRITTEN", "AFTER_IT_WAS_WRITTEN"})
    void itOutlivesTheProgramsEnd(Death death) {
        leavesAddress("c1");
        shop.says("c1", "m1");
        shop.work();
        shop.kill(death);
        untilMondayMorning();

        // A claim of the program that ended runs out.
        shop.passes(Duration.ofMinutes(1));
        assertThat(followUp("c1")).isNotNull();
        assertThat(shop.outbox.waiting()).isEqualTo(1);
    }

    @Test
    void whoIsHeardAgainLaterIsWrittenToAgain() {
        leavesAddress("c1");
        shop.says("c1", "m1");
        untilMondayMorning();
        shop.passes(Duration.ofHours(12));
        shop.says("c1", "m2");
        shop.passes(Duration.ofDays(2));

        assertThat(shop.outbox.waiting()).isEqualTo(2);
    }

    @Test
    void whoCameBackIsAnsweredThere() {
        leavesAddress("c1");
        shop.says("c1", "m1");
        shop.passes(Duration.ofHours(1));
        leavesAddress("c2");
        shop.says("c2", "m1");
        shop.passes(Duration.ofSeconds(5));
        answers("c2", "agent");
        untilMondayMorning();

        assertThat(followUp("c1")).isNull();
        assertThat(followUp("c2")).isNull();
    }

    @Test
    void ofTwoConversationsLeftTheLastIsFollowedUp() {
        leavesAddress("c1");
        leavesAddress("c2");
        leavesAddress("c3", "bo@other.example");
        shop.says("c1", "m1");
        shop.says("c2", "m1");
        shop.says("c3", "m1");
        untilMondayMorning();

        assertThat(followUp("c1")).isNull();
        assertThat(followUp("c2")).isNotNull();
        assertThat(followUp("c3")).as("of somebody else").isNotNull();
    }

    @Test
    void whoOnlyOpensTheWidgetAgainHasNotComeBack() {
        leavesAddress("c1");
        shop.says("c1", "m1");
        shop.passes(Duration.ofHours(1));
        leavesAddress("c2");
        untilMondayMorning();

        assertThat(followUp("c1")).isNotNull();
        assertThat(followUp("c2")).isNull();
    }

    @Test
    void whoWasCutOffIsWrittenToThoughSomebodyHadAnswered() {
        leavesAddress("c1");
        shop.says("c1", "m1");
        answers("c1", "agent");
        shop.passes(Duration.ofMinutes(1));
        closes("c1", "dropped");
        untilMondayMorning();

        assertThat(followUp("c1").reason()).isEqualTo("dropped");
    }

    /** They ask, a seller who is asked takes it, and a minute later the line drops. */
    private void isCutOffFrom(String address) {
        shop.takesUp(
                HOURS,
                """
                rules: [{ name: all, when: 'true', offer: [night] }]
                followUp: { to: [team], after: PT1H }
                pools:
                  team: { hours: office, sellers: [{ email: maja@company.example }] }
                  night: { LEAST sellers: [{ email: ADDRESS }] }
                """
                        .replace("LEAST", address.startsWith("agency") ? "brief: least," : "")
                        .replace("ADDRESS", address));
        leavesAddress("c1");
        shop.says("c1", "m1");
        shop.work();
        assertThat(shop.answers("c1", true)).isEqualTo(Answering.Answer.TAKEN);
        answers("c1", "agent");
        shop.passes(Duration.ofMinutes(1));
        closes("c1", "dropped");
    }

    @Test
    void whoWasCutOffFromASellerHearsFromThatSellerAgain() {
        isCutOffFrom("nils@company.example");
        untilMondayMorning();
        shop.restart();
        shop.passes(Duration.ofHours(1));

        assertThat(followUp("c1").reason()).isEqualTo("dropped");
        assertThat(followUp("c1").seller().email()).isEqualTo("nils@company.example");
        assertThat(followUp("c1").pool()).isEqualTo("night");
        assertThat(shop.outbox.waiting()).as("the offer, and one follow-up").isEqualTo(2);
    }

    @Test
    void whoIsToldTheLeastCannotWriteToWhomTheyTook() {
        isCutOffFrom("agency@evening.example");
        untilMondayMorning();

        assertThat(followUp("c1").seller().email()).isEqualTo("maja@company.example");
    }

    @Test
    void whoCameBackAfterTheyWereCutOffFromASellerIsNotWrittenTo() {
        isCutOffFrom("nils@company.example");
        shop.passes(Duration.ofMinutes(1));
        leavesAddress("c2");
        shop.says("c2", "m1");
        untilMondayMorning();

        assertThat(followUp("c1")).isNull();
    }

    @Test
    void whatASellerTookAndEndedAsUsualIsTheirsToGoOnWith() {
        isCutOffFrom("nils@company.example");
        shop.passes(Duration.ofSeconds(1));
        closes("c1", "resolved");
        untilMondayMorning();

        assertThat(followUp("c1")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"bot, timeout, true", "bot, resolved, false", "agent, timeout, false"})
    void aBotsWordsAreNoAnswerUnlessTheVisitorHadEnough(String role, String closed, boolean due) {
        leavesAddress("c1");
        shop.says("c1", "m1");
        shop.passes(Duration.ofSeconds(5));
        answers("c1", role);
        closes("c1", closed);
        untilMondayMorning();

        assertThat(followUp("c1") != null).isEqualTo(due);
    }

    @Test
    void thanksForAnAnswerAsksForNoMore() {
        leavesAddress("c1");
        shop.says("c1", "m1");
        shop.passes(Duration.ofSeconds(5));
        answers("c1", "agent");
        shop.passes(Duration.ofSeconds(5));
        ObjectNode thanks = data().put("id", "m2").put("text", "Thanks, that was all!");
        thanks.putObject("author").put("role", "visitor");
        shop.hears("web", "c1", "m2", "chat.message.posted", thanks);
        untilMondayMorning();

        assertThat(followUp("c1")).isNull();
    }

    @Test
    void whoWantsToBeForgottenIsNotWrittenTo() {
        leavesAddress("c1");
        shop.says("c1", "m1");
        shop.hears("web", "c1", "forget", "chat.erasure.requested", data());
        untilMondayMorning();

        assertThat(followUp("c1")).isNull();
    }

    @Test
    void whoDoesNotWantToBeWrittenToIsNot() {
        leavesAddress("c1");
        shop.says("c1", "m1");
        ObjectNode consent = data().put("purpose", "contact").put("given", false);
        shop.hears("web", "c1", "consent", "chat.consent.changed", consent);
        untilMondayMorning();

        assertThat(followUp("c1")).isNull();
    }

    @Test
    void whoCannotBeReachedIsNotWrittenTo() {
        shop.says("c1", "m1");

        assertThat(shop.work()).isEmpty();
        untilMondayMorning();
        assertThat(followUp("c1")).isNull();
    }

    @Test
    void whoAsksToBeCalledIsWaitingToo() {
        ObjectNode data = data().put("email", "ann@oberg.example").put("when", "tomorrow");
        shop.hears("web", "c1", "call", "chat.callback.requested", data);
        untilMondayMorning();

        assertThat(followUp("c1").reason()).isEqualTo("unanswered");
    }
}
