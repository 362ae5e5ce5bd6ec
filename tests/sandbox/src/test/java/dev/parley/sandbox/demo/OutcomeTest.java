package dev.parley.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void aConversationThatIsLinkedAsExpectedAgrees() throws Exception {
        Outcome outcome = outcome(
                new SampleConversation.Expected("Bergslag Steel AB", "Anders Nyström", null, "Rollout"),
                """
                {"Account__r":{"Name":"Bergslag Steel AB"},"Contact__r":{"Name":"Anders Nyström"},
                 "Lead__r":null,"Opportunity__r":{"Name":"Rollout"}}""");
        assertThat(outcome.agreed()).isEqualTo("yes");
        assertThat(outcome.person()).isEqualTo("Anders Nyström");
    }

    @Test
    void everyLinkThatDiffersIsNamed() throws Exception {
        Outcome outcome = outcome(
                new SampleConversation.Expected("Bergslag Steel AB", null, "new", "Rollout"),
                """
                {"Account__r":{"Name":"Bergslag Steel AB"},"Contact__r":{"Name":"Karin Ekdahl"}}""");
        assertThat(outcome.agreed()).isEqualTo("no: contact, lead, opportunity");
    }

    @Test
    void aLeadThatWasNotThereBeforeIsNew() throws Exception {
        Outcome made = outcome(
                new SampleConversation.Expected(null, null, "new", null), "{\"Lead__r\":{\"Name\":\"Rosa Calder\"}}");
        assertThat(made.agreed()).isEqualTo("yes");
        assertThat(made.person()).isEqualTo("Rosa Calder (new lead)");
        Outcome known = outcome(
                new SampleConversation.Expected(null, null, "Clara Whitfield", null),
                "{\"Lead__r\":{\"Name\":\"Clara Whitfield\"}}");
        assertThat(known.agreed()).isEqualTo("yes");
        assertThat(known.person()).isEqualTo("Clara Whitfield (lead)");
    }

    @Test
    void whatItIsWorthIsShownWithItsGrade() throws Exception {
        Outcome judged = outcome(
                new SampleConversation.Expected(null, null, null, null),
                "{\"Score__c\":75.0,\"Grade__c\":\"A\",\"Relationship_Stage__c\":\"Customer\",\"Functions__c\":null}");
        assertThat(judged.score()).isEqualTo("75 A");
        assertThat(judged.text("Relationship_Stage__c")).isEqualTo("Customer");
        assertThat(judged.text("Functions__c")).isEmpty();
        assertThat(outcome(new SampleConversation.Expected(null, null, null, null), "{}")
                        .score())
                .isEmpty();
    }

    @Test
    void nobodyIsExpectedOfAnAnonymousVisitorAndNoRecordOfAnOpenedWidget() {
        SampleConversation sample = new SampleConversation(
                "c", "", "web", new SampleConversation.Expected(null, null, null, null), List.of());
        Outcome outcome = new Outcome(sample, MissingNode.getInstance(), "nothing to write", Set.of());
        assertThat(outcome.agreed()).isEqualTo("yes");
        assertThat(outcome.visitor()).isEqualTo("anonymous");
    }

    private static Outcome outcome(SampleConversation.Expected expected, String found) throws Exception {
        JsonNode record = JSON.readTree(found);
        ObjectNode identified = (ObjectNode) JSON.readTree("{\"data\":{\"visitor\":{\"name\":\"Anders\"}}}");
        SampleConversation sample = new SampleConversation("c", "", "web", expected, List.of(identified));
        return new Outcome(sample, record, "applied", Set.of("Clara Whitfield"));
    }
}
