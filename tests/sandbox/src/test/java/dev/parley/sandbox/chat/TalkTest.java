package dev.parley.sandbox.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a conversation is for the visitor's eyes, and how long they have waited. */
class TalkTest {

    private static ObjectNode event(String type) {
        ObjectNode event = Json.object().put("type", type);
        ObjectNode data = event.putObject("data").put("reason", "promising: score 71");
        data.putObject("to").put("name", "Maja Lindqvist").put("email", "maja@norrvik.example");
        data.putObject("brief").put("need", "Twelve machines");
        return event;
    }

    @Test
    void ofAnOfferThatWasTakenTheVisitorHearsWhoTookItAndNoMore() {
        assertThat(Talk.forVisitor(event("handoff.accepted")).orElseThrow().path("data"))
                .hasToString("{\"to\":{\"name\":\"Maja Lindqvist\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "handoff.offered",
                "handoff.declined",
                "handoff.expired",
                "follow-up.due",
                "service.breached",
                "crm.context.changed"
            })
    void whatConcernsTheCompanyAloneIsNotForThem(String type) {
        assertThat(Talk.forVisitor(event(type))).isEmpty();
    }

    @Test
    void whatIsOpenedAgainIsNobodysUntilItIsTaken() {
        Talk talk = new Talk("t", "k");
        ObjectNode joined = Json.object().put("type", "chat.participant.joined");
        joined.putObject("data").put("role", "agent").putObject("participant").put("id", "maja");
        talk.apply(joined);
        talk.apply(Json.object().put("type", "chat.conversation.closed").set("data", Json.object()));
        assertThat(talk.agent()).isEqualTo("maja");

        ObjectNode said = Json.object().put("type", "chat.message.posted").put("time", "2026-11-03T09:00:00Z");
        said.putObject("data").put("text", "One more thing").putObject("author").put("role", "visitor");
        talk.apply(said);

        assertThat(talk.state()).isEqualTo(Talk.State.WAITING);
        assertThat(talk.agent()).isEmpty();
    }

    @Test
    void whoeverWasHandedItHasReadItOnceTheySaySo() {
        Talk talk = new Talk("t", "k");
        ObjectNode said = Json.object().put("type", "chat.message.posted").put("time", "2026-11-03T09:00:00Z");
        said.putObject("data")
                .put("text", "How fast is it?")
                .putObject("author")
                .put("role", "visitor");
        talk.apply(said);
        ObjectNode left = Json.object().put("type", "chat.participant.left").put("time", "2026-11-03T09:01:00Z");
        left.putObject("data").put("role", "agent").put("reason", "transfer");
        talk.apply(left);
        ObjectNode joined = Json.object().put("type", "chat.participant.joined");
        joined.putObject("data").put("role", "agent").putObject("participant").put("id", "tobias");
        talk.apply(joined);

        assertThat(talk.readByAgent()).isEqualTo(-1);
        assertThat(talk.summary().path("unread").asInt()).isEqualTo(1);
    }

    @Test
    void theDeskHearsWhoIsToTakeThemOver() {
        Talk talk = new Talk("t", "k");
        assertThat(talk.summary().has("seller")).isFalse();

        talk.apply(event("handoff.accepted"));

        assertThat(talk.summary().at("/seller/email").asText()).isEqualTo("maja@norrvik.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"author", "participant"})
    void ofWhoSpeaksToThemTheVisitorHearsTheNameAndNoAddress(String who) {
        ObjectNode event = Json.object().put("type", "chat.message.posted");
        event.putObject("data")
                .put("text", "Good morning")
                .putObject(who)
                .put("id", "maja")
                .put("name", "Maja Lindqvist")
                .put("email", "maja@norrvik.example")
                .put("role", "agent");

        assertThat(Talk.forVisitor(event).orElseThrow().at("/data/" + who))
                .hasToString("{\"id\":\"maja\",\"name\":\"Maja Lindqvist\",\"role\":\"agent\"}");
        assertThat(event.at("/data/" + who).has("email")).isTrue();
    }

    @Test
    void whatWasSaidBeforeAnAgentCameIsReadOnceTheyAreThere() {
        Talk talk = new Talk("t", "k");
        talk.apply(event("chat.message.posted"));
        assertThat(talk.readByAgent()).isEqualTo(-1);
        ObjectNode joined = event("chat.participant.joined");
        joined.withObject("/data").put("role", "agent");

        talk.apply(joined);

        assertThat(talk.readByAgent()).isEqualTo(1);
    }

    @Test
    void aVisitorsWordAfterTheEndOpensItAgainAndAnAgentsNoteDoesNot() {
        Talk talk = new Talk("t", "k");
        talk.apply(event("chat.conversation.closed"));
        ObjectNode note = event("chat.message.posted");
        note.withObject("/data/author").put("role", "agent");
        talk.apply(note);
        assertThat(talk.state()).isEqualTo(Talk.State.CLOSED);
        ObjectNode word = event("chat.message.posted");
        word.withObject("/data/author").put("role", "visitor");

        talk.apply(word);

        assertThat(talk.state()).isEqualTo(Talk.State.WAITING);
    }

    @Test
    void aPrivateNoteIsNotForThem() {
        ObjectNode note = event("chat.message.posted");
        note.withObject("/data").put("private", true);

        assertThat(Talk.forVisitor(note)).isEmpty();
    }

    @Test
    void aVisitorWaitsFromTheFirstThingThatNobodyHasAnswered() {
        Talk talk = new Talk("t", "k");
        talk.apply(left("08:00"));
        talk.apply(joined("08:02"));
        assertThat(waitingSince(talk)).contains("08:00");

        talk.apply(said("agent", "08:03", true));
        assertThat(waitingSince(talk)).contains("08:00");
        talk.apply(said("agent", "08:04", false));
        assertThat(waitingSince(talk)).isEmpty();

        talk.apply(said("visitor", "08:05", false));
        talk.apply(said("visitor", "08:06", false));
        assertThat(waitingSince(talk)).contains("08:05");
        assertThat(talk.summary().path("unread").asInt()).isEqualTo(2);
        talk.read("agent", 10);
        assertThat(talk.summary().path("unread").asInt()).isZero();
        assertThat(waitingSince(talk)).contains("08:05");
    }

    @Test
    void whoIsHandedOverWaitsForTheColleague() {
        Talk talk = new Talk("t", "k");
        talk.apply(left("08:00"));
        talk.apply(joined("08:02"));
        talk.apply(said("agent", "08:04", false));
        ObjectNode handed = at("08:05", "chat.participant.left");
        handed.withObject("/data").put("role", "agent").put("reason", "transfer");
        talk.apply(handed);
        talk.apply(joined("08:05"));

        assertThat(waitingSince(talk)).contains("08:05");
    }

    private static String waitingSince(Talk talk) {
        return talk.summary().path("waitingSince").asText();
    }

    private static ObjectNode left(String time) {
        ObjectNode event = at(time, "chat.participant.left");
        event.withObject("/data").put("role", "bot");
        return event;
    }

    private static ObjectNode joined(String time) {
        ObjectNode event = at(time, "chat.participant.joined");
        event.withObject("/data").put("role", "agent").putObject("participant").put("id", "maja");
        return event;
    }

    private static ObjectNode said(String role, String time, boolean isPrivate) {
        ObjectNode event = at(time, "chat.message.posted");
        ObjectNode data = event.withObject("/data").put("text", "words").put("private", isPrivate);
        data.putObject("author").put("role", role);
        return event;
    }

    private static ObjectNode at(String time, String type) {
        return Json.object().put("type", type).put("id", type + time).put("time", "2026-01-02T" + time + ":00Z");
    }
}
