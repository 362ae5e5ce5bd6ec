package dev.parley.sandbox.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.OrgStories;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What agents' browsers may say, also twice, late and at the same time. */
class AgentSocketTest extends OrgStories {
    private ChatLine visitor;
    private ChatLine maja;
    private ChatLine tobias;
    private String talk;

    @BeforeEach
    void somebodyWaits() throws InterruptedException {
        maja = desk("maja");
        tobias = desk("tobias");
        visitor = new ChatLine(org.url(), "site");
        visitor.tell("{'type':'start','key':'%s','locale':'en','form':{'name':'Eva'}}", UUID.randomUUID());
        talk = visitor.hear("welcome").path("conversation").asText();
        visitor.tell("{'type':'choose','cid':'c1','topic':'person','label':'A person'}");
        assertThat(heldBy(maja, "waiting").path("waitingSince").asText()).isNotEmpty();
    }

    @AfterEach
    void everybodyGoes() {
        visitor.close();
        maja.close();
        tobias.close();
    }

    @Test
    void ofTwoWhoTakeAVisitorAtOnceTheFirstHasThem() throws InterruptedException {
        maja.tell("{'type':'take','talk':'%s','from':'','cid':'t1'}", talk);
        maja.hear("heard");
        tobias.tell("{'type':'take','talk':'%s','from':'','cid':'t2'}", talk);
        tobias.hear("heard");

        assertThat(lastOf(tobias).path("agent").asText()).isEqualTo("maja");
    }

    @Test
    void whatIsToldAgainIsHeardAgainAndDoneOnce() throws InterruptedException {
        maja.tell("{'type':'take','talk':'%s','from':'','cid':'t1'}", talk);
        for (int time = 0; time < 2; time++) {
            maja.tell("{'type':'transfer','talk':'%s','to':'tobias','note':'Reads Swedish','cid':'t2'}", talk);
            maja.hear(frame -> frame.path("cid").asText().equals("t2"));
        }

        assertThat(events("Reads Swedish")).isEqualTo(1);
        assertThat(lastOf(maja).path("agent").asText()).isEqualTo("tobias");
    }

    @Test
    void onlyWhoHasAConversationHandsItOver() throws InterruptedException {
        maja.tell("{'type':'take','talk':'%s','from':'','cid':'t1'}", talk);
        maja.hear("heard");
        tobias.tell("{'type':'transfer','talk':'%s','to':'shirin','note':'','cid':'t2'}", talk);
        tobias.hear("heard");

        assertThat(lastOf(tobias).path("agent").asText()).isEqualTo("maja");
    }

    /** As when a line that was lost comes back with what was written before. */
    @ParameterizedTest
    @ValueSource(strings = {"say", "close", "take", "transfer"})
    void whatWasMeantBeforeAColleagueTookOverIsRefused(String type) throws InterruptedException {
        majaTakesIt();
        tobias.tell("{'type':'take','talk':'%s','from':'maja','cid':'t2'}", talk);
        assertThat(refused(tobias, "t2")).isEmpty();

        maja.tell("{'type':'%s','talk':'%s','from':'maja','text':'Late','to':'shirin','cid':'t3'}", type, talk);

        assertThat(refused(maja, "t3")).isEqualTo("taken");
        assertThat(lastOf(maja).path("agent").asText()).isEqualTo("tobias");
        assertThat(lastOf(maja).path("state").asText()).isEqualTo("agent");
    }

    @Test
    void whatIsMeantToTakeOverDoesAndANoteIsForWhoeverHasIt() throws InterruptedException {
        majaTakesIt();
        maja.tell("{'type':'say','talk':'%s','from':'','text':'Taken and said','cid':'t2'}", talk);
        assertThat(refused(maja, "t2")).isEmpty();

        tobias.tell("{'type':'say','talk':'%s','from':'','text':'Note','private':true,'cid':'t3'}", talk);
        assertThat(refused(tobias, "t3")).isEmpty();
        tobias.tell("{'type':'say','talk':'%s','from':'maja','text':'I go on','cid':'t4'}", talk);
        assertThat(refused(tobias, "t4")).isEmpty();

        assertThat(lastOf(tobias).path("agent").asText()).isEqualTo("tobias");
    }

    @ParameterizedTest
    @ValueSource(strings = {"say", "take", "transfer"})
    void nothingIsSaidIntoAConversationThatIsClosed(String type) throws InterruptedException {
        majaTakesIt();
        maja.tell("{'type':'close','talk':'%s','from':'maja','cid':'t2'}", talk);
        assertThat(refused(maja, "t2")).isEmpty();

        maja.tell("{'type':'%s','talk':'%s','from':'maja','text':'Late','to':'tobias','cid':'t3'}", type, talk);

        assertThat(refused(maja, "t3")).isEqualTo("closed");
    }

    @Test
    void whatIsClosedOnceAndOpenedByTheVisitorStaysOpen() throws InterruptedException {
        majaTakesIt();
        maja.tell("{'type':'close','talk':'%s','from':'maja','cid':'t2'}", talk);
        assertThat(refused(maja, "t2")).isEmpty();
        visitor.tell("{'type':'say','cid':'c2','text':'One more thing'}");
        heldBy(maja, "waiting");

        maja.tell("{'type':'close','talk':'%s','from':'maja','cid':'t2'}", talk);

        assertThat(refused(maja, "t2")).isEmpty();
        assertThat(lastOf(maja).path("state").asText()).isEqualTo("waiting");
    }

    @Test
    void aLineThatIsAskedAnswersAndSaysWhenItKnowsWhoSpeaks() throws InterruptedException {
        maja.tell("{'type':'ping'}");
        maja.hear("pong");

        maja.tell("{'type':'hello','agent':'shirin','cid':'h1'}");

        assertThat(maja.hear("desk").path("me").asText()).isEqualTo("shirin");
        assertThat(refused(maja, "h1")).isEmpty();
    }

    @Test
    void everyDeskKnowsWhoSitsAtOne() throws InterruptedException {
        ChatLine shirin = desk("shirin");
        assertThat(maja.hear(frame -> frame.path("agents").toString().contains("shirin"))
                        .path("agents"))
                .map(id -> id.asText())
                .contains("maja", "tobias", "shirin");

        shirin.close();

        maja.hear(
                frame -> frame.has("agents") && !frame.path("agents").toString().contains("shirin"));
    }

    private void majaTakesIt() throws InterruptedException {
        maja.tell("{'type':'take','talk':'%s','from':'','cid':'t1'}", talk);
        assertThat(refused(maja, "t1")).isEmpty();
    }

    private ChatLine desk(String agent) throws InterruptedException {
        ChatLine desk = new ChatLine(org.url(), "desk");
        desk.tell("{'type':'hello','agent':'%s'}", agent);
        desk.hear("here");
        return desk;
    }

    private ObjectNode heldBy(ChatLine desk, String state) throws InterruptedException {
        return desk.hear(frame -> frame.path("id").asText().equals(talk)
                && frame.path("state").asText().equals(state));
    }

    /** Why what carries the name was not done, empty where it was. */
    private static String refused(ChatLine desk, String cid) throws InterruptedException {
        return desk.hear(frame -> frame.path("type").asText().equals("heard")
                        && frame.path("cid").asText().equals(cid))
                .path("refused")
                .asText();
    }

    /** What a desk that opens now is told. */
    private ObjectNode lastOf(ChatLine desk) throws InterruptedException {
        desk.tell("{'type':'hello','agent':'shirin'}");
        desk.hear("desk");
        return desk.hear(frame -> frame.path("id").asText().equals(talk));
    }

    private long events(String note) throws InterruptedException {
        maja.tell("{'type':'open','talk':'%s','after':-1}", talk);
        maja.tell("{'type':'close','talk':'%s','cid':'end'}", talk);
        long found = 0;
        ObjectNode item;
        do {
            item = maja.hear("item");
            found += item.at("/event/data/text").asText().equals(note) ? 1 : 0;
        } while (!item.at("/event/type").asText().equals("chat.conversation.closed"));
        return found;
    }
}
