package dev.parley.channel.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Chatwoot is told who is asked and who takes over: once, whatever it answers and wherever the program ends. */
class WriteBackTest {

    private final ChatwootStandIn chatwoot = new ChatwootStandIn();
    private final Talks talks = new Talks("chatwoot", chatwoot, ChatwootStandIn.TOKEN);
    private final WriteBack writeBack = talks.program();

    @BeforeEach
    void aBotHasIt() {
        chatwoot.begins("5");
        chatwoot.says("5", "May I talk to a person about pricing?");
    }

    @AfterEach
    void end() {
        chatwoot.close();
        talks.close();
    }

    private void write() {
        writeBack.write("chatwoot");
    }

    @Test
    void theAgentsReadWhoIsAskedAndWhoTakesOver() {
        talks.asked("5");
        write();
        talks.clock.add(Duration.ofMinutes(2));
        talks.accepted("5");
        write();
        write();

        assertThat(chatwoot.notes("5")).hasSize(2);
        assertThat(chatwoot.notes("5").get(0))
                .startsWith(
                        "Maja Lindqvist is asked to take this conversation over, until 28 November 2026 at 12:05 (UTC).");
        assertThat(chatwoot.notes("5").get(1))
                .startsWith(
                        "Maja Lindqvist (maja@company.example) took this conversation over on 28 November 2026 at 12:02 (UTC)."
                                + " Stage: Prospect. Score: 72 (A).")
                .contains("https://org.example/lightning/r/Opportunity/006A/view")
                .doesNotContain("/v1/handoffs/");
        assertThat(writeBack.trouble()).isEmpty();
    }

    @Test
    void whatABotHadIsOpenedAndGivenToTheSellerWithItsAttributes() {
        talks.asked("5");
        talks.accepted("5");
        write();

        var conversation = chatwoot.conversations.get("5");
        assertThat(conversation.path("status").asText()).isEqualTo("open");
        assertThat(conversation.at("/meta/assignee/id").asInt()).isEqualTo(21);
        assertThat(conversation.path("custom_attributes").properties())
                .extracting(entry -> entry.getKey() + "=" + entry.getValue().asText())
                .containsExactlyInAnyOrder(
                        "order=SO-1",
                        "parley_seller=Maja Lindqvist",
                        "parley_stage=Prospect",
                        "parley_score=72 (A)",
                        "parley_opportunity=https://org.example/lightning/r/Opportunity/006A/view");
    }

    @Test
    void whatAPersonHasStaysWithThem() {
        var conversation = chatwoot.begins("6").put("status", "resolved");
        conversation.putObject("meta").putObject("assignee").put("id", 33);
        talks.asked("6");
        talks.accepted("6");
        write();

        assertThat(chatwoot.notes("6")).hasSize(2);
        assertThat(conversation.path("status").asText()).isEqualTo("resolved");
        assertThat(conversation.at("/meta/assignee/id").asInt()).isEqualTo(33);
    }

    @Test
    void aNoteWhoseAnswerWasLostStandsOnceAndTheRestIsMadeUpFor() {
        talks.asked("5");
        write();
        talks.accepted("5");
        chatwoot.losesItsAnswerTo("POST conversations/5/messages");
        write();
        assertThat(writeBack.trouble().orElseThrow()).contains("chatwoot", "502");
        talks.clock.add(Duration.ofMinutes(1));
        chatwoot.losesItsAnswerTo("POST conversations/5/toggle_status");
        write();
        talks.clock.add(Duration.ofMinutes(2));
        write();

        assertThat(chatwoot.notes("5")).hasSize(2);
        assertThat(chatwoot.conversations.get("5").at("/meta/assignee/id").asInt())
                .as("not the token's user, who opened it")
                .isEqualTo(21);
        assertThat(writeBack.trouble()).isEmpty();
    }

    @Test
    void aNoteIsFoundBehindWhatWasSaidSince() {
        talks.asked("5");
        chatwoot.losesItsAnswerTo("POST conversations/5/messages");
        write();
        for (int i = 0; i < 45; i++) {
            chatwoot.says("5", "message " + i);
        }
        talks.clock.add(Duration.ofMinutes(1));
        write();

        assertThat(chatwoot.notes("5")).hasSize(1);
    }

    @Test
    void aProgramThatEndedInTheMiddleIsFollowedByAnotherThatDoublesNothing() {
        talks.asked("5");
        chatwoot.losesItsAnswerTo("POST conversations/5/messages");
        // It ends before it can even note that it does not know.
        Places dead = new Places(talks.database.tx());
        assertThat(dead.hold(
                        "chatwoot",
                        0,
                        talks.clock.instant(),
                        talks.clock.instant().plusSeconds(30)))
                .isPresent();
        write();
        assertThat(chatwoot.asked).as("the other may be at it").isEmpty();

        talks.clock.add(Duration.ofSeconds(31));
        write();
        talks.clock.add(Duration.ofMinutes(1));
        talks.program().write("chatwoot");

        assertThat(chatwoot.notes("5")).hasSize(1);
    }

    @Test
    void whatItIsBusyForIsTriedWhenItSaysSoAndNotBefore() {
        talks.asked("5");
        chatwoot.refuses("GET conversations/5/messages", 429, "Retry-After", "40");
        write();
        int asked = chatwoot.asked.size();
        talks.clock.add(Duration.ofSeconds(39));
        write();
        assertThat(chatwoot.asked).hasSize(asked);
        talks.clock.add(Duration.ofSeconds(1));
        write();

        assertThat(chatwoot.notes("5")).hasSize(1);
    }

    @Test
    void aConversationThatIsGoneHoldsUpNoOtherAndIsGivenUpAfterADay() {
        talks.asked("gone");
        talks.asked("5");
        write();

        assertThat(chatwoot.notes("5")).hasSize(1);
        assertThat(chatwoot.asked("GET")).contains("GET conversations/gone/messages");
        talks.clock.add(Duration.ofHours(1));
        write();
        assertThat(writeBack.trouble().orElseThrow()).contains("no such conversation", "source.chatwoot.url");
        talks.clock.add(Duration.ofHours(24));
        write();
        assertThat(writeBack.trouble()).as("it was given up").isEmpty();
        int asked = chatwoot.asked.size();
        talks.clock.add(Duration.ofHours(24));
        write();
        assertThat(chatwoot.asked).hasSize(asked);
    }

    @Test
    void whatFollowsInAConversationWaitsForWhatWasBefore() {
        talks.asked("5");
        talks.accepted("5");
        chatwoot.refuses("POST conversations/5/messages", 422);
        write();
        assertThat(chatwoot.notes("5")).isEmpty();
        talks.clock.add(Duration.ofMinutes(1));
        write();

        assertThat(chatwoot.notes("5")).hasSize(2);
        assertThat(chatwoot.notes("5").get(1)).contains("took this conversation over");
    }

    @Test
    void aWrongTokenIsATroubleThatNamesTheSetting() {
        Talks locked = new Talks("chatwoot", chatwoot, "another");
        locked.asked("5");
        WriteBack refused = locked.program();
        refused.write("chatwoot");

        assertThat(refused.trouble().orElseThrow()).contains("401", "source.chatwoot.apiToken");
        assertThat(chatwoot.notes("5")).isEmpty();
        locked.close();
    }

    @Test
    void anEscalationAndAMeetingAreToldToo() {
        talks.asked("5");
        talks.escalated("5");
        talks.meets("5", "Prices [click](https://evil.example) [parley:aaaaaaaaaaaaaaaa]");
        write();

        assertThat(chatwoot.notes("5").get(1)).startsWith("Nobody took this conversation over");
        assertThat(chatwoot.notes("5").get(2))
                .startsWith("A meeting is confirmed: Tuesday, 1 December 2026 at 16:30–17:00 (Asia/Tehran),"
                        + " with Maja Lindqvist. About: Prices  click (https://evil.example)")
                .doesNotContain("[parley:aaaaaaaaaaaaaaaa]");
    }

    @Test
    void theNotesAreInTheLanguageOfTheAgents() {
        talks.language = "fa";
        talks.asked("5");
        talks.accepted("5");
        talks.meets("5", "Prices");
        write();

        assertThat(chatwoot.notes("5").get(0)).contains("Maja Lindqvist", "این گفتگو", "۷ آذر ۱۴۰۵");
        assertThat(chatwoot.notes("5").get(1))
                .contains(
                        "رابطه: \u2068مشتری احتمالی\u2069", " https://org.example/lightning/r/Opportunity/006A/view [");
        assertThat(chatwoot.notes("5").get(2)).contains("جلسه‌ای قطعی شد", "۱۰ آذر ۱۴۰۵", "Prices");
        assertThat(chatwoot.conversations
                        .get("5")
                        .at("/custom_attributes/parley_stage")
                        .asText())
                .as("for programs")
                .isEqualTo("Prospect");
    }

    @Test
    void whatHappenedBeforeItWasSwitchedOnIsNotTold() {
        talks.asked("5");
        talks.database.tx().run(em -> em.createQuery("delete from PlaceRow").executeUpdate());
        write();
        assertThat(chatwoot.asked).isEmpty();
        talks.accepted("5");
        write();
        assertThat(chatwoot.notes("5")).hasSize(1);
    }
}
