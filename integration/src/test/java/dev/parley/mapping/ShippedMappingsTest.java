package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.RecordWrite;
import dev.parley.crm.RecordWrite.Duplicates;
import dev.parley.crm.Reference;
import dev.parley.mapping.DesiredRecord.DesiredField;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShippedMappingsTest {
    private static final Reference THE_CONVERSATION =
            new Reference("Chat_Conversation__c", "External_Id__c", "web:c-17");
    private static final Loaded SHIPPED = MappingFiles.load(Path.of("../mappings"));

    @Test
    void haveNothingToComplainAbout() {
        assertThat(SHIPPED.findings()).isEmpty();
    }

    @Test
    void aNewVisitorBecomesALeadThatTheConversationPointsTo() {
        List<DesiredRecord> records = translate(Dossiers.newVisitor());

        assertThat(records)
                .extracting(DesiredRecord::sobject)
                .containsExactly("Chat_Conversation__c", "Chat_Transcript_Part__c", "Chat_Transcript_Part__c", "Lead");
        DesiredRecord lead = only(records, "Lead");
        assertThat(lead.id()).isNull();
        assertThat(lead.upsert()).isTrue();
        assertThat(lead.options()).isEqualTo(new RecordWrite.Options("rules", Duplicates.USE_MATCH));
        assertThat(values(lead))
                .containsOnly(
                        entry("FirstName", "Lena"),
                        entry("LastName", "Öberg"),
                        entry("Company", "Öberg Bygg AB"),
                        entry("LeadSource", "Web"),
                        entry("Email", "lena@oberg.example"),
                        entry("Website", "https://oberg.example"),
                        entry("Phone", "+46 8 123 45"),
                        entry("Title", "Inköpare"));
        assertThat(values(only(records, "Chat_Conversation__c")))
                .containsEntry("Lead__c", new Reference("Lead", lead.keyField(), lead.key()));
    }

    @Test
    void theConversationSaysWhatHappened() {
        DesiredRecord conversation = only(translate(Dossiers.newVisitor()), "Chat_Conversation__c");

        assertThat(conversation.key()).isEqualTo("web:c-17");
        assertThat(conversation.keyField()).isEqualTo("External_Id__c");
        assertThat(conversation.options()).isEqualTo(RecordWrite.Options.PLAIN);
        assertThat(values(conversation))
                .containsEntry("Status__c", "Closed")
                .containsEntry("Ended_At__c", "2026-03-02T09:12:30Z")
                .containsEntry("Message_Count__c", 9)
                .containsEntry("First_Response_Seconds__c", 42)
                .containsEntry("Satisfaction__c", 80)
                .containsEntry("Match_Decision__c", "None")
                .containsEntry("Url__c", "https://shop.example/pumps?id=7")
                .containsEntry("Account__c", null);
        assertThat(conversation.fields())
                .as("on Chat_ objects every field follows the conversation")
                .extracting(DesiredField::write)
                .containsOnly(Write.ALWAYS);
    }

    @Test
    void anUnknownOwnerLeavesTheOwnerAlone() {
        assertThat(values(only(translate(Dossiers.newVisitor()), "Chat_Conversation__c")))
                .doesNotContainKey("OwnerId");
        assertThat(values(only(translate(Dossiers.knownContact()), "Chat_Conversation__c")))
                .containsEntry("OwnerId", "005000000000004AAA");
    }

    @Test
    void theTranscriptHangsOnTheConversation() {
        List<DesiredRecord> parts = translate(Dossiers.newVisitor()).stream()
                .filter(record -> record.sobject().equals("Chat_Transcript_Part__c"))
                .toList();

        assertThat(parts).extracting(DesiredRecord::key).containsExactly("web:c-17:1", "web:c-17:2");
        assertThat(values(parts.get(1)))
                .containsExactly(
                        entry("Conversation__c", THE_CONVERSATION),
                        entry("Sequence__c", 2),
                        entry("First_At__c", "2026-03-02T09:06:00Z"),
                        entry("Last_At__c", "2026-03-02T09:12:00Z"),
                        entry("Body__c", "{\"id\":\"m8\"}"));
    }

    @Test
    void aKnownContactGetsWhatItLacksAndARole() {
        List<DesiredRecord> records = translate(Dossiers.knownContact());

        DesiredRecord contact = only(records, "Contact");
        assertThat(contact.id()).isEqualTo("003000000000002AAA");
        assertThat(contact.fields()).extracting(DesiredField::write).containsOnly(Write.CREATE, Write.IF_BLANK);
        DesiredRecord role = only(records, "OpportunityContactRole");
        assertThat(role.upsert()).isFalse();
        assertThat(role.keyField()).isEqualTo("Chat_Key__c");
        assertThat(role.key()).isEqualTo("006000000000003AAA:003000000000002AAA");
        assertThat(values(role))
                .containsEntry("OpportunityId", "006000000000003AAA")
                .containsEntry("ContactId", "003000000000002AAA");
        assertThat(records).extracting(DesiredRecord::sobject).doesNotContain("Lead");
    }

    @Test
    void inModeAttachNoPersonsRecordIsTouched() {
        ObjectNode dossier = Dossiers.knownContact().put("mode", "attach");
        ((ObjectNode) dossier.get("identity")).put("roleWanted", false);

        assertThat(translate(dossier))
                .extracting(DesiredRecord::sobject)
                .containsOnly("Chat_Conversation__c", "Chat_Transcript_Part__c");
    }

    @Test
    void historyTouchesNoPersonsRecord() {
        ObjectNode dossier = Dossiers.knownContact().put("history", true);
        ((ObjectNode) dossier.get("identity")).put("roleWanted", false);

        assertThat(translate(dossier))
                .extracting(DesiredRecord::sobject)
                .containsOnly("Chat_Conversation__c", "Chat_Transcript_Part__c");
    }

    @Test
    void anAnonymousVisitorMakesChatRecordsOnly() {
        assertThat(translate(Dossiers.anonymous()))
                .extracting(DesiredRecord::sobject)
                .containsOnly("Chat_Conversation__c", "Chat_Transcript_Part__c");
    }

    @Test
    void aKnownLeadIsFoundByItsId() {
        ObjectNode dossier = Dossiers.newVisitor();
        ((ObjectNode) dossier.get("identity")).put("kind", "lead").put("leadId", "00Q000000000009AAA");

        List<DesiredRecord> records = translate(dossier);

        assertThat(only(records, "Lead").id()).isEqualTo("00Q000000000009AAA");
        assertThat(values(only(records, "Chat_Conversation__c"))).containsEntry("Lead__c", "00Q000000000009AAA");
    }

    @Test
    void aLeadThatSaysLittleIsNamedAsSuchAndABrokenAddressIsLeftOut() {
        ObjectNode dossier = Dossiers.newVisitor();
        dossier.putObject("visitor")
                .put("externalId", "web:v-9")
                .put("phone", "123")
                .put("email", "lena at home");

        assertThat(values(only(translate(dossier), "Lead")))
                .containsOnly(
                        entry("LastName", "Unknown"),
                        entry("Company", "[unknown]"),
                        entry("LeadSource", "Web"),
                        entry("Phone", "123"));
    }

    @Test
    void furtherPeopleBecomeLinks() {
        ObjectNode dossier = Dossiers.knownContact();
        ((ObjectNode) dossier.get("identity"))
                .putArray("links")
                .addObject()
                .put("key", "contact-2")
                .put("contactId", "003000000000007AAA")
                .put("role", "mentioned")
                .put("confidence", 0.7);

        DesiredRecord link = only(translate(dossier), "Chat_Link__c");

        assertThat(link.key()).isEqualTo("web:c-17:contact-2");
        assertThat(values(link))
                .containsEntry("Conversation__c", THE_CONVERSATION)
                .containsEntry("Contact__c", "003000000000007AAA")
                .containsEntry("Role__c", "mentioned")
                .containsEntry("Confidence__c", 0.7);
    }

    @Test
    void theDirectoryLearnsWhichFieldsToKeepUpWith() {
        assertThat(SHIPPED.mappings().fieldsBySobject())
                .as("Case is off")
                .containsOnlyKeys(
                        "Chat_Conversation__c",
                        "Chat_Link__c",
                        "Chat_Meeting__c",
                        "Chat_Transcript_Part__c",
                        "Contact",
                        "Event",
                        "Lead",
                        "OpportunityContactRole",
                        "Task");
        assertThat(SHIPPED.mappings().fieldsBySobject().get("Contact"))
                .containsExactlyInAnyOrder(
                        "Chat_Visitor_Id__c", "FirstName", "LastName", "AccountId", "Email", "Phone", "Title");
    }

    private static List<DesiredRecord> translate(JsonNode dossier) {
        Translation translation = SHIPPED.orThrow().translate(dossier);
        assertThat(translation.failures()).isEmpty();
        return translation.records();
    }

    private static DesiredRecord only(List<DesiredRecord> records, String sobject) {
        List<DesiredRecord> found = records.stream()
                .filter(record -> record.sobject().equals(sobject))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Map<String, Object> values(DesiredRecord desired) {
        Map<String, Object> values = new LinkedHashMap<>();
        desired.fields().forEach(field -> values.put(field.name(), field.value()));
        return values;
    }
}
