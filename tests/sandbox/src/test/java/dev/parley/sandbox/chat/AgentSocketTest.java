package dev.parley.sandbox.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.OrgStories;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
