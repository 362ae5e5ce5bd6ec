package dev.parley.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Talk;
import dev.parley.crm.Crm;
import dev.parley.crm.salesforce.SalesforceCalls;
import dev.parley.delivery.Mode;
import dev.parley.identity.Progress;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingFolder;
import dev.parley.mapping.MappingSet;
import dev.parley.rehearsal.Surprise.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events, an org and the shipped files: what would become of them. */
class PreviewTest {

    private static final Rehearsal REHEARSAL = Rehearsal.open();
    private static final MappingSet SHIPPED =
            MappingFiles.load(Path.of("../mappings")).orThrow();

    private static final String EVERYBODY = "rules:\n  - name: everybody\n    when: 'true'\n    offer: %s";

    private final List<PreviewedRecord> records = new ArrayList<>();

    @BeforeEach
    void begin() {
        REHEARSAL.begin();
    }

    @AfterAll
    static void close() {
        REHEARSAL.close();
    }

    @Test
    void eachValueIsShownWithTheLineItComesFrom() {
        asks("c1", "ann@lee.example", "Ann Lee");

        preview(SHIPPED, Orgs.empty());

        PreviewedRecord lead = only("Lead");
        assertThat(lead.created()).isTrue();
        assertThat(lead.conversation().id()).isEqualTo("c1");
        assertThat(lead.fields())
                .extracting(PreviewedRecord.Field::name, field -> field.value().textValue(), field -> field.place()
                        .file())
                .contains(
                        tuple("LastName", "Lee", "salesforce/lead.yaml"),
                        tuple("Email", "ann@lee.example", "salesforce/lead.yaml"));
        assertThat(lead.fields())
                .extracting(field -> field.place().line())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void whatTheOrgHoldsIsChangedAndNotMade() {
        asks("c1", "ann@lee.example", "Ann Lee");
        Talk talk = new Talk("web", "c1");
        REHEARSAL.receive(
                List.of(talk.event("chat.visitor.identified", 3, "known", "{\"visitor\":{\"phone\":\"112\"}}")), false);

        Preview.Result result = preview(SHIPPED, org("Contact", "003000000000001AAA", "Email", "ann@lee.example"));

        assertThat(only("Contact"))
                .satisfies(contact -> assertThat(contact.created()).isFalse())
                .satisfies(contact -> assertThat(contact.id()).isEqualTo("003000000000001AAA"))
                .satisfies(contact -> assertThat(contact.fields())
                        .extracting(PreviewedRecord.Field::name)
                        .containsExactly("Phone"));
        assertThat(result.sums().updated()).isEqualTo(1);
        assertThat(result.sums().leads()).isZero();
    }

    @Test
    void aRecordThatTwoConversationsWantCountsOnce() {
        asks("c1", "ann@lee.example", "Ann Lee");
        asks("c2", "ann@lee.example", "Ann Lee");

        Preview.Result result = preview(SHIPPED, Orgs.empty());

        assertThat(result.sums().conversations()).isEqualTo(2);
        assertThat(result.sums().leads()).isEqualTo(1);
        assertThat(result.sums().created()).isEqualTo(5);
        assertThat(result.sums().bytes()).isEqualTo(5 * 2_048);
        assertThat(result.surprises())
                .filteredOn(surprise -> surprise.kind() == Kind.SHARED)
                .singleElement()
                .satisfies(shared -> assertThat(shared.examples()).containsExactly("web:c1", "web:c2"));
    }

    @Test
    void callsAreCountedAsTheyArePacked() {
        for (int i = 0; i < 201; i++) {
            asks("c" + i, null, null);
        }

        assertThat(preview(SHIPPED, Orgs.empty()).sums().calls())
                .as("a claim of 200 conversations in one call, one of a single conversation in another, and a question"
                        + " for the queue that owns them")
                .isEqualTo(3);
    }

    @Test
    void theOrgsUsersAreAskedForOnceAndAMeetingIsWrittenAgainWhenItsEventIsThere() {
        for (String id : List.of("c1", "c2")) {
            asks(id, id + "@lee.example", "Ann Lee");
        }
        long withoutMeeting = preview(SHIPPED, Orgs.empty()).sums().calls();
        assertThat(withoutMeeting)
                .as("a write, the queue, and the conversations again when their leads are there")
                .isEqualTo(3);

        for (String id : List.of("c1", "c2")) {
            REHEARSAL.receive(
                    List.of(new Talk("web", id)
                            .event(
                                    "meeting.booked",
                                    9,
                                    "booked " + id,
                                    "{'uid':'" + id + "','start':'2026-03-04T10:00:00Z','end':'2026-03-04T10:30:00Z',"
                                            + "'organizer':{'email':'olga@company.example'}}")),
                    false);
        }
        assertThat(preview(SHIPPED, Orgs.empty()).sums().calls())
                .as("the users, for whoever holds it, and the meetings again with their Events")
                .isEqualTo(withoutMeeting + 2);
    }

    @Test
    void mailsAreCountedToWhoIsAskedFirstAndToWhoOwnsTheAccountOfSomebodyNew() {
        asks("c1", "ann@lee.example", "Ann Lee");
        asks("c2", "ann@lee.example", "Ann Lee");
        asks("c3", null, null);
        ObjectNode lee = record("001000000000001AAA", "Website", "lee.example").put("Name", "Lee");

        Sums toEach = preview(everybodyIsOffered("[sellers]"), new GivenCrm(Map.of("Account", List.of(lee))))
                .sums();
        assertThat(toEach.mails()).as("nobody owns the account").isEqualTo(3);

        lee.put("OwnerId", "005000000000001AAA");
        Sums besides = preview(everybodyIsOffered("[sellers]"), new GivenCrm(Map.of("Account", List.of(lee))))
                .sums();
        assertThat(besides.mails()).as("one more, of Ann, once").isEqualTo(4);

        assertThat(preview(SHIPPED, Orgs.empty()).sums().mails())
                .as("nobody is promising")
                .isZero();
    }

    @Test
    void aYearIsExtrapolatedFromTheEventsOwnTime() {
        asks("c1", null, null);

        Sums tenDays = preview(SHIPPED, Orgs.empty(), Duration.ofDays(10)).sums();
        assertThat(tenDays.bytesAYear()).isEqualTo(Math.round(tenDays.bytes() * 36.5));
        assertThat(preview(SHIPPED, Orgs.empty(), Duration.ofHours(23)).sums().bytesAYear())
                .as("less than a day says nothing of a year")
                .isEqualTo(-1);
    }

    @Test
    void theBiggestSurpriseTouchesTheMostConversations() {
        asks("c1", "ann@lee.example", "Ann Lee");
        asks("c2", "bob@lee.example", null);
        asks("c3", "cyd@lee.example", "Cyd " + "x".repeat(90));

        Preview.Result result = preview(SHIPPED, Orgs.empty());

        assertThat(result.surprises())
                .extracting(Surprise::kind, Surprise::conversations, surprise -> surprise.what()
                        .replaceFirst(" .*", ""))
                .containsExactly(
                        tuple(Kind.DEFAULT, 3, "Lead.Company"),
                        tuple(Kind.CUT, 1, "Lead.LastName"),
                        tuple(Kind.DEFAULT, 1, "Lead.LastName"));
    }

    @Test
    void aRecordThatCannotBeMadeIsASurprise() {
        asks("c1", "ann@lee.example", "Ann Lee");
        MappingSet broken = lead("LastName: $number(visitor.lastName)");

        assertThat(preview(broken, Orgs.empty()).surprises())
                .first()
                .satisfies(first -> assertThat(first.kind()).isEqualTo(Kind.NOT_MADE))
                .satisfies(first -> assertThat(first.place().file()).isEqualTo("salesforce/lead.yaml"))
                .satisfies(first -> assertThat(first.what()).doesNotContain("Lee"));
    }

    @Test
    void whatSalesforceWouldRefuseIsASurprise() {
        asks("c1", "ann@lee.example", "Ann Lee");

        assertThat(preview(lead("LastName: visitor.lastName"), Orgs.empty()).surprises())
                .first()
                .satisfies(first -> assertThat(first.what()).startsWith("Lead.Company has no value"));
    }

    @Test
    void aMatchThatAPersonShouldLookAtIsASurprise() {
        asks("c1", "ann@lee.example", "Ann Lee");
        ObjectNode one = record("003000000000001AAA", "Email", "ann@lee.example");
        ObjectNode two = record("003000000000002AAA", "Email", "ann@lee.example");

        assertThat(preview(SHIPPED, new GivenCrm(Map.of("Contact", List.of(one, two))))
                        .surprises())
                .extracting(Surprise::kind)
                .contains(Kind.REVIEW);
    }

    @Test
    void noOrgCanBeWrittenTo() {
        assertThatThrownBy(() -> Orgs.empty().write(List.of())).hasMessageContaining("writes nothing");
        assertThatThrownBy(
                        () -> Orgs.readOnly(new dev.parley.delivery.ToldCrm()).write(List.of()))
                .hasMessageContaining("writes nothing");
    }

    private static void asks(String conversation, String email, String name) {
        Talk talk = new Talk("web", conversation);
        ObjectNode answers =
                JsonNodeFactory.instance.objectNode().put("email", email).put("name", name);
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.set("answers", answers);
        REHEARSAL.receive(
                List.of(
                        talk.event("chat.form.submitted", 0, "form-" + conversation, data.toString()),
                        talk.says("visitor", 1, conversation, "Hello")),
                false);
    }

    private Preview.Result preview(MappingSet mappings, Crm org) {
        return preview(mappings, org, Duration.ofDays(2));
    }

    private Preview.Result preview(MappingSet mappings, Crm org, Duration span) {
        Scene scene =
                REHEARSAL.scene(new Rehearsal.Given(org, source -> Mode.HANDOFF, true), mappings, Progress.SILENT);
        return Preview.of(scene, mappings, new SalesforceCalls(), 200, span, records::add);
    }

    private PreviewedRecord only(String sobject) {
        assertThat(records)
                .filteredOn(record -> record.sobject().equals(sobject))
                .hasSize(1);
        return records.stream()
                .filter(record -> record.sobject().equals(sobject))
                .findFirst()
                .orElseThrow();
    }

    private static MappingSet lead(String fields) {
        return MappingFiles.load(Map.of(
                        "salesforce/lead.yaml",
                        """
                        sobject: Lead
                        externalId: Chat_Visitor_Id__c
                        key: visitor.externalId
                        assignment: none
                        duplicates: allow
                        fields:
                          %s
                        """
                                .formatted(fields)))
                .orThrow();
    }

    private static MappingSet everybodyIsOffered(String to) {
        Map<String, String> files = new TreeMap<>(MappingFolder.texts(Path.of("../mappings")));
        files.computeIfPresent(
                "routing.yaml", (name, text) -> text.replaceFirst("(?m)^rules:$", EVERYBODY.formatted(to)));
        return MappingFiles.load(files).orThrow();
    }

    private static Crm org(String sobject, String id, String field, String value) {
        return new GivenCrm(Map.of(sobject, List.of(record(id, field, value))));
    }

    private static ObjectNode record(String id, String field, String value) {
        return JsonNodeFactory.instance.objectNode().put("Id", id).put(field, value);
    }
}
