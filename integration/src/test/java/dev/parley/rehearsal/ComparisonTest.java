package dev.parley.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.conversation.Talk;
import dev.parley.crm.Crm;
import dev.parley.delivery.Mode;
import dev.parley.identity.Progress;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingSet;
import dev.parley.rehearsal.Comparison.Example;
import dev.parley.rehearsal.Comparison.FieldChange;
import dev.parley.rehearsal.Comparison.RecordChange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An admin has changed a mapping file, and wants to know what that does before it is done. */
class ComparisonTest {

    private static final Rehearsal REHEARSAL = Rehearsal.open();
    private static final MappingSet BEFORE =
            files("Chat_X__c", "Name__c: visitor.name\n  Said__c: conversation.summary");

    @BeforeEach
    void begin() {
        REHEARSAL.begin();
        for (String conversation : List.of("c1", "c2", "c3")) {
            asks(conversation, conversation.equals("c3") ? null : "Ann " + conversation);
        }
    }

    @AfterAll
    static void close() {
        REHEARSAL.close();
    }

    @Test
    void theSameFilesChangeNothing() {
        assertThat(compare(BEFORE, BEFORE, 200))
                .isEqualTo(new Comparison(3, 0, 3, List.of(), List.of(), List.of(), null, null));
    }

    @Test
    void aFieldThatWouldChangeIsCountedWithExamples() {
        MappingSet after = files("Chat_X__c", "Name__c: $uppercase(visitor.name)\n  Said__c: conversation.summary");

        Comparison comparison = compare(BEFORE, after, 200);

        assertThat(comparison.changed()).as("of c3 nobody knows the name").isEqualTo(2);
        FieldChange change = comparison.fields().get(0);
        assertThat(change.field()).isEqualTo("Name__c");
        assertThat(change.place()).isEqualTo("salesforce/x.yaml:7:3");
        assertThat(change.conversations()).isEqualTo(2);
        assertThat(change.examples())
                .containsExactly(
                        new Example("web:c1", "\"Ann c1\"", "\"ANN C1\""),
                        new Example("web:c2", "\"Ann c2\"", "\"ANN C2\""));
    }

    @Test
    void aFieldThatComesOrGoesIsAChangeToo() {
        MappingSet after = files("Chat_X__c", "Name__c: visitor.name\n  Count__c: conversation.messageCount");

        assertThat(compare(BEFORE, after, 200).fields())
                .extracting(FieldChange::field, FieldChange::conversations, change -> change.examples()
                        .get(0)
                        .after())
                .containsExactly(tuple("Count__c", 3L, "1"), tuple("Said__c", 3L, "nothing"));
    }

    @Test
    void whatIsForNewRecordsOnlyIsWrittenToNoneThatStands() {
        MappingSet before = lead("Phone: visitor.email");
        MappingSet after = lead("Phone: visitor.name");
        Crm org = new GivenCrm(Map.of(
                "Lead",
                List.of(JsonNodeFactory.instance
                        .objectNode()
                        .put("Id", "00Q000000000001AAA")
                        .put("Email", "c1@lee.example"))));

        assertThat(compare(before, after, 200, org).fields())
                .singleElement()
                .satisfies(change -> assertThat(change.conversations()).isEqualTo(3))
                .satisfies(change -> assertThat(change.written())
                        .as("c1 stands, c3 has no value")
                        .isEqualTo(1));
    }

    @Test
    void recordsThatOnlyOneOfThemMakesAreCounted() {
        assertThat(compare(BEFORE, files("Chat_Y__c", "Name__c: visitor.name"), 200)
                        .records())
                .containsExactlyInAnyOrder(
                        new RecordChange("Chat_Y__c", 3, 0, List.of("web:c1", "web:c2", "web:c3")),
                        new RecordChange("Chat_X__c", 0, 3, List.of("web:c1", "web:c2", "web:c3")));
    }

    @Test
    void whatFailsFromThenOnIsCounted() {
        MappingSet after = files("Chat_X__c", "Name__c: $number(visitor.name)");

        assertThat(compare(BEFORE, after, 200).failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.conversations()).isEqualTo(2))
                .satisfies(failure -> assertThat(failure.place()).startsWith("salesforce/x.yaml:7:"))
                .satisfies(failure -> assertThat(failure.message()).doesNotContain("Ann"));
    }

    @Test
    void pagesAddUpToTheWhole() {
        MappingSet after =
                files("Chat_X__c", "Name__c: $uppercase(visitor.name)\n  Count__c: conversation.messageCount");

        assertThat(compare(BEFORE, after, 1)).isEqualTo(compare(BEFORE, after, 200));
    }

    @Test
    void itTravelsAsJson() throws JsonProcessingException {
        Comparison comparison = compare(BEFORE, files("Chat_X__c", "Name__c: $number(visitor.name)"), 200);
        ObjectMapper json = new ObjectMapper();

        assertThat(json.readValue(json.writeValueAsString(comparison), Comparison.class))
                .isEqualTo(comparison);
    }

    private static Comparison compare(MappingSet before, MappingSet after, int page) {
        return compare(before, after, page, Orgs.empty());
    }

    private static Comparison compare(MappingSet before, MappingSet after, int page, Crm org) {
        return REHEARSAL
                .scene(new Rehearsal.Given(org, source -> Mode.HANDOFF, true), after, Progress.SILENT)
                .compare(before, after, page);
    }

    private static void asks(String conversation, String name) {
        Talk talk = new Talk("web", conversation);
        String data = JsonNodeFactory.instance
                .objectNode()
                .set(
                        "answers",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("name", name)
                                .put("email", conversation + "@lee.example"))
                .toString();
        REHEARSAL.receive(
                List.of(
                        talk.event("chat.form.submitted", 0, "form-" + conversation, data),
                        talk.says("visitor", 1, conversation, "Hello")),
                false);
    }

    private static MappingSet lead(String fields) {
        return MappingFiles.load(Map.of(
                        "salesforce/lead.yaml",
                        """
                        sobject: Lead
                        externalId: Chat_Visitor_Id__c
                        key: visitor.externalId
                        id: identity.leadId
                        assignment: none
                        duplicates: allow
                        fields:
                          %s
                        """
                                .formatted(fields)))
                .orThrow();
    }

    private static MappingSet files(String sobject, String fields) {
        return MappingFiles.load(Map.of(
                        "salesforce/x.yaml",
                        """
                        sobject: %s
                        externalId: Key__c
                        key: conversation.externalId
                        # Nothing
                        # more
                        fields:
                          %s
                        """
                                .formatted(sobject, fields)))
                .orThrow();
    }
}
