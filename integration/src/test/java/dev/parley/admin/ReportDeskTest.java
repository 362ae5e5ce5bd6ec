package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.Talk;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures over conversations: who may have which, and what they say. */
class ReportDeskTest {

    private static final String READER = "the-token-of-the-coach-of-these-tests";
    private static final String AGREED = "report.presence=true\n";
    private static final String COACH = "report.reader.coach=" + READER + "\n";
    private static final String AGENTS = "/v1/reports/presence/agents";
    private static final String TEAMS = "/v1/reports/presence?since=2026-03-01T00:00:00Z";

    private static final int DAY = 24 * 60 * 60;

    @TempDir
    Path folder;

    private StaffedDesk desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/reports/presence", "/v1/reports/bot"})
    void nobodyButTheAdminIsLetIn(String path) throws Exception {
        desk = new StaffedDesk(folder, AGREED + COACH);

        assertThat(desk.send("GET", path, null).statusCode()).isEqualTo(401);
        assertThat(desk.send("GET", path, "Bearer " + READER).statusCode()).isEqualTo(401);
    }

    @Test
    void howAgentsTalkIsNobodysBusinessUntilThatIsAgreedOn() throws Exception {
        desk = new StaffedDesk(folder, COACH);
        chats(6, 1);

        assertThat(desk.get(TEAMS).statusCode()).isEqualTo(403);
        assertThat(desk.get(TEAMS).body()).contains("represent the employees", "report.presence=true");
        assertThat(desk.send("GET", AGENTS, "Bearer " + READER).statusCode()).isEqualTo(403);
    }

    @Test
    void singleAgentsAreForTheirReadersAlone() throws Exception {
        desk = new StaffedDesk(folder, AGREED + COACH);
        chats(2, 1);

        assertThat(desk.get(AGENTS).statusCode()).as("the admin").isEqualTo(401);
        JsonNode rows = json(desk.send("GET", AGENTS, "Bearer " + READER)).path("rows");
        assertThat(rows.findValuesAsText("name")).containsExactly("Agent 0", "Agent 1");
        assertThat(rows.at("/0/conversations").asInt()).isEqualTo(1);
        assertThat(rows.at("/0/figures/medianSeconds").asInt()).isEqualTo(20);
    }

    @Test
    void whereNobodyIsNamedSingleAgentsAreForNobody() throws Exception {
        desk = new StaffedDesk(folder, AGREED);

        assertThat(desk.get(AGENTS).statusCode()).isEqualTo(403);
        assertThat(desk.get(AGENTS).body()).contains("report.reader.{name}");
    }

    @Test
    void figuresOfSingleAgentsReachNoFurtherBackThanTheyMay() throws Exception {
        desk = new StaffedDesk(folder, AGREED + COACH + "report.agents=1d\n");
        Talk goingOn = new Talk("web", "for days");
        receive(
                goingOn.says("visitor", -3 * DAY, "v1", "What does the sensor weigh?"),
                agent(goingOn, -3 * DAY + 500, "m1", 0),
                goingOn.says("visitor", -2 * DAY, "v2", "And the pump?"),
                agent(goingOn, -2 * DAY + 500, "m2", 1),
                goingOn.says("visitor", 0, "v3", "And the valve?"),
                agent(goingOn, 20, "m3", 1));

        JsonNode report = json(desk.send("GET", AGENTS + "?since=2020-01-01T00:00:00Z", "Bearer " + READER));

        assertThat(report.path("since").asText()).isEqualTo("2026-03-01T12:10:00Z");
        assertThat(report.path("rows").findValuesAsText("name")).containsExactly("Agent 1");
        assertThat(report.at("/rows/0/figures/messages").asInt()).isEqualTo(1);
        assertThat(report.at("/rows/0/figures/slowSeconds").asInt()).isEqualTo(20);
    }

    @Test
    void aTeamsFiguresDoNotCountWhatWasSaidBefore() throws Exception {
        desk = new StaffedDesk(folder, AGREED);
        chats(5, 1);
        Talk goingOn = new Talk("web", "c0-0");
        receive(agent(goingOn, -30 * DAY, "long-ago", 5));

        JsonNode row = json(desk.get(TEAMS)).at("/rows/0");

        assertThat(row.path("agents").asInt()).isEqualTo(5);
        assertThat(row.at("/figures/messages").asInt()).isEqualTo(5);
    }

    @Test
    void whatTheBotFailedAtBeforeIsNoProposalAnyMore() throws Exception {
        desk = new StaffedDesk(folder);
        Talk talk = new Talk("web", "returning");
        receive(
                talk.says("visitor", -30 * DAY, "m1", "I want to talk to a human being please"),
                talk.says("bot", -30 * DAY + 1, "m2", "I did not get that."),
                talk.says("agent", -30 * DAY + 60, "m3", "Hi, this is Kim."),
                talk.says("visitor", 2, "m4", "When do you open?"),
                talk.says("bot", 3, "m5", "At nine."),
                talk.says("visitor", 4, "m6", "Thank you!"));

        JsonNode report = json(desk.get("/v1/reports/bot?since=2026-03-01T00:00:00Z"));

        assertThat(report.path("conversations").asInt()).isEqualTo(1);
        assertThat(report.path("given").asInt()).isZero();
    }

    @Test
    void aTeamOfFiveIsShownAndASmallerOneIsNot() throws Exception {
        desk = new StaffedDesk(folder, AGREED);
        chats(5, 1);
        JsonNode report = json(desk.get(TEAMS));
        assertThat(report.path("rows")).hasSize(1);
        assertThat(report.at("/rows/0/team").asText()).isEqualTo("sales");
        assertThat(report.at("/rows/0/stage").asText()).isEqualTo("Unknown");
        assertThat(report.at("/rows/0/agents").asInt()).isEqualTo(5);
        assertThat(report.at("/rows/0/figures/answered").asDouble()).isEqualTo(1);
        assertThat(report.toString()).doesNotContain("Agent 0");

        desk.close();
        desk = new StaffedDesk(folder, AGREED);
        chats(4, 2);
        report = json(desk.get(TEAMS));
        assertThat(report.path("rows")).isEmpty();
        assertThat(report.at("/withheld/0/why").asText()).isEqualTo("fewer than 5 agents");
    }

    @Test
    void whoWroteMostOfItIsNotHiddenAmongFive() throws Exception {
        desk = new StaffedDesk(folder, AGREED);
        chats(5, 1);
        for (int i = 0; i < 7; i++) {
            chat("more" + i, 0);
        }

        assertThat(json(desk.get(TEAMS)).at("/withheld/0/why").asText())
                .isEqualTo("one agent wrote more than half of it");
    }

    @Test
    void noAgentsFiguresCanBeHadByTakingOneTeamsReportFromAnother() throws Exception {
        desk = new StaffedDesk(folder, AGREED);
        chats(6, 1);
        Talk first = new Talk("web", "on Tuesday");
        receive(started(first, -6 * DAY), agent(first, -6 * DAY + 1, "m1", 0));

        JsonNode all = json(desk.get("/v1/reports/presence?since=2026-02-24T00:00:00Z"));
        JsonNode butThatOne = json(desk.get("/v1/reports/presence?since=2026-02-25T00:00:00Z"));
        assertThat(butThatOne).isEqualTo(all);
        assertThat(all.at("/rows/0/figures/messages").asInt()).isEqualTo(7);
        assertThat(all.path("since").asText()).isEqualTo("2026-02-23T00:00:00Z");

        Talk last = new Talk("web", "just now");
        receive(started(last, 0), agent(last, 1, "m1", 0));
        assertThat(json(desk.get("/v1/reports/presence?since=2026-02-24T00:00:00Z")))
                .as("the week that is not over")
                .isEqualTo(all);
        assertThat(all.path("until").asText()).isEqualTo("2026-03-02T00:00:00Z");
    }

    @Test
    void aWeekInWhichOneAgentWroteAloneIsLeftOutOfEveryReport() throws Exception {
        desk = new StaffedDesk(folder, AGREED);
        chats(5, 1);
        receive(agent(new Talk("web", "c0-0"), -9 * DAY, "alone", 0));

        JsonNode week = json(desk.get("/v1/reports/presence?since=2026-02-24T00:00:00Z"));
        JsonNode weeks = json(desk.get("/v1/reports/presence?since=2026-02-17T00:00:00Z"));

        assertThat(weeks.path("since").asText()).isEqualTo("2026-02-16T00:00:00Z");
        assertThat(weeks.path("rows")).isEqualTo(week.path("rows")).hasSize(1);
        assertThat(weeks.path("withheld")).hasSize(1);
        assertThat(weeks.at("/withheld/0/weeks").asInt()).isEqualTo(1);
        assertThat(weeks.at("/withheld/0/why").asText()).isEqualTo("fewer than 5 agents");
        assertThat(week.path("withheld")).isEmpty();
    }

    @Test
    void aTalkThatGoesOnIsOneConversationOfTheWeeksThatAreShown() throws Exception {
        desk = new StaffedDesk(folder, AGREED);
        chats(5, 1);
        for (int agent = 0; agent < 5; agent++) {
            receive(agent(new Talk("web", "c" + agent + "-0"), -9 * DAY, "before", agent));
        }
        Talk goingOn = new Talk("web", "c0-0");
        receive(
                agent(goingOn, -16 * DAY, "alone", 0),
                goingOn.says("visitor", -8 * DAY, "open", "How long does it last?"));

        JsonNode report = json(desk.get("/v1/reports/presence?since=2026-02-10T00:00:00Z"));

        assertThat(report.path("rows")).hasSize(1);
        assertThat(report.at("/rows/0/agents").asInt()).isEqualTo(5);
        assertThat(report.at("/rows/0/conversations").asInt()).isEqualTo(5);
        assertThat(report.at("/rows/0/figures/messages").asInt()).isEqualTo(10);
        assertThat(report.at("/rows/0/figures/slowSeconds").asInt())
                .as("since the week before")
                .isEqualTo(7 * DAY + 30);
        assertThat(report.at("/withheld/0/weeks").asInt()).isEqualTo(1);
    }

    @Test
    void whatTheBotCouldNotDoIsProposedForItsMenu() throws Exception {
        desk = new StaffedDesk(folder);
        for (int i = 0; i < 3; i++) {
            Talk talk = new Talk("web" + i, "b");
            receive(
                    talk.says("bot", 1, "m1", "Hello! Ask me about our opening hours."),
                    talk.says("visitor", 2, "m2", "How much does the turbine warranty cost per year?"),
                    talk.says("bot", 3, "m3", "I did not get that."),
                    talk.says("visitor", 4, "m4", "I want to talk to a human being please"),
                    talk.says("agent", 9, "m5", "Hi, this is Kim. It is 90 euros."));
        }
        Talk well = new Talk("web", "well");
        receive(
                well.says("visitor", 2, "m2", "When do you open?"),
                well.says("bot", 3, "m3", "At nine."),
                well.says("visitor", 4, "m4", "Thank you!"));

        JsonNode report = json(desk.get("/v1/reports/bot"));

        assertThat(report.path("conversations").asInt()).isEqualTo(4);
        assertThat(report.path("given").asInt()).isEqualTo(3);
        assertThat(report.path("rows")).hasSize(1);
        JsonNode proposal = report.at("/rows/0");
        assertThat(proposal.path("function").asText()).isNotEqualTo("wants-human");
        assertThat(proposal.path("topic").asText()).isIn("turbine", "warranty");
        assertThat(proposal.path("wantedPerson").asInt()).isEqualTo(3);
        assertThat(proposal.path("passedOn").asInt()).isEqualTo(3);
        assertThat(proposal.at("/examples/0/said").asText()).contains("turbine warranty");
        assertThat(proposal.at("/examples/0/conversation").asText()).startsWith("web0:b");
    }

    @Test
    void aTimeThatIsNoneIsSaidSo() throws Exception {
        desk = new StaffedDesk(folder);

        assertThat(desk.get("/v1/reports/bot?since=yesterday").statusCode()).isEqualTo(400);
        assertThat(desk.get("/v1/reports/bot?since=yesterday").body()).contains("'since'");
    }

    private void chats(int agents, int each) {
        for (int agent = 0; agent < agents; agent++) {
            for (int i = 0; i < each; i++) {
                chat("c" + agent + "-" + i, agent);
            }
        }
    }

    /** Yesterday, a Sunday, a visitor asks, and after twenty seconds this agent answers. */
    private void chat(String id, int agent) {
        Talk talk = new Talk("web", id);
        receive(
                started(talk, -DAY),
                talk.says("visitor", -DAY + 10, "v-" + id, "What does the sensor weigh?"),
                agent(talk, -DAY + 30, "a-" + id, agent));
    }

    private static ChatEvent started(Talk talk, int second) {
        return talk.event(
                "chat.conversation.started", second, "s-" + talk.key().id(), "{'channel':'web','department':'sales'}");
    }

    private static ChatEvent agent(Talk talk, int second, String id, int agent) {
        return talk.event(
                "chat.message.posted",
                second,
                talk.key().id() + "-" + id,
                "{'id':'" + id + "','author':{'role':'agent','id':'a" + agent + "','name':'Agent " + agent
                        + "'},'text':'It weighs 40 grams.'}");
    }

    private void receive(ChatEvent... events) {
        desk.parts().conversations().receive(new ArrayList<>(List.of(events)));
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }
}
