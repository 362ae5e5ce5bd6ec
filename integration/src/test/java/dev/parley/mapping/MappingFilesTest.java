package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.Reference;
import dev.parley.mapping.DesiredRecord.DesiredField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingFilesTest {
    @TempDir
    private Path mappings;

    @BeforeEach
    void folder() throws IOException {
        Files.createDirectory(mappings.resolve("salesforce"));
    }

    @Test
    void aFieldTakesTextNumbersTruthAndLists() throws IOException {
        chat(
                "Text__c: conversation.source",
                "Number__c: conversation.messageCount * 2",
                "Truth__c: conversation.messageCount > 5",
                "Time__c: conversation.startedAt",
                "Many__c: '[\"purchase\", \"complaint\"]'",
                "Half__c: 1 / 2",
                "None__c: conversation.campaign");

        assertThat(values(translated()))
                .containsExactly(
                        entry("Text__c", "web"),
                        entry("Number__c", 18),
                        entry("Truth__c", true),
                        entry("Time__c", "2026-03-02T09:00:00Z"),
                        entry("Many__c", "purchase;complaint"),
                        entry("Half__c", 0.5),
                        entry("None__c", null));
    }

    @Test
    void textIsCutBetweenCharacters() throws IOException {
        chat("Short__c: { from: \"'😀😀😀'\", max: 2 }");

        assertThat(values(translated())).containsExactly(entry("Short__c", "😀😀"));
    }

    @Test
    void whereAnExpressionGivesNothingTheDefaultStands() throws IOException {
        chat(
                "Text__c: { from: conversation.campaign, default: none }",
                "Blank__c: { from: \"'  '\", default: blank }",
                "Number__c: { default: 5 }",
                "Half__c: { default: 0.5 }",
                "Truth__c: { default: false }");

        assertThat(values(translated()))
                .containsExactly(
                        entry("Text__c", "none"),
                        entry("Blank__c", "blank"),
                        entry("Number__c", 5L),
                        entry("Half__c", 0.5),
                        entry("Truth__c", false));
    }

    @ParameterizedTest
    @CsvSource({
        "Chat_X__c, '', ALWAYS",
        "Lead, '', CREATE",
        "Chat_X__c, create, CREATE",
        "Lead, always, ALWAYS",
        "Lead, ifBlank, IF_BLANK"
    })
    void aFieldSaysWhenItIsWritten(String sobject, String write, Write expected) throws IOException {
        String given = write.isEmpty() ? "" : ", write: " + write;
        file("x.yaml", sobject, "F__c: { from: conversation.source" + given + " }");

        assertThat(translated().fields()).extracting(DesiredField::write).containsExactly(expected);
    }

    @Test
    void onlyAFieldThatFollowsTheConversationIsEmptied() throws IOException {
        chat(
                "Always__c: conversation.campaign",
                "Never__c: { from: conversation.campaign, blank: false }",
                "Create__c: { from: conversation.campaign, write: create }",
                "IfBlank__c: { from: conversation.campaign, write: ifBlank }");

        assertThat(values(translated())).containsExactly(entry("Always__c", null));
    }

    @Test
    void aReferenceStandsInWhereTheIdIsNotKnown() throws IOException {
        String reference = "reference: { sobject: Lead, externalId: Key__c, key: visitor.id }";
        chat(
                "Known__c: { from: \"'00Q1'\", " + reference + " }",
                "New__c: { from: identity.leadId, " + reference + " }");

        assertThat(values(translated()))
                .containsExactly(entry("Known__c", "00Q1"), entry("New__c", new Reference("Lead", "Key__c", "v-9")));
    }

    @Test
    void whatAFileDoesNotMakeThisTimeIsNotReferredTo() throws IOException {
        chat(
                "Text__c: conversation.source",
                "Lead__c: { reference: { sobject: Lead, externalId: Key__c, key: visitor.id } }");
        file("lead.yaml", "Lead", "LastName: visitor.name");
        assertThat(records()).hasSize(2);

        write("lead.yaml", read("lead.yaml").replace("assignment", "when: visitor.title = \"CEO\"\nassignment"));

        assertThat(values(translated())).containsExactly(entry("Text__c", "web"));
    }

    @Test
    void whatHangsOnAConversationIsNotMadeWithoutIt() throws IOException {
        file("chat.yaml", "Chat_Conversation__c", "Text__c: conversation.source");
        file(
                "part.yaml",
                "Chat_Transcript_Part__c",
                "Conversation__c: { reference: { sobject: Chat_Conversation__c, externalId: Key__c, key: visitor.id } }");
        assertThat(records()).hasSize(2);

        write("chat.yaml", read("chat.yaml").replace("assignment", "when: visitor.title = \"CEO\"\nassignment"));

        assertThat(records()).isEmpty();
    }

    @Test
    void aRecordThatFailsDoesNotTouchTheOthers() throws IOException {
        file("bad.yaml", "Chat_Bad__c", "A__c: visitor.name", "B__c: $number(visitor.name)");
        file("good.yaml", "Chat_Good__c", "A__c: visitor.name");

        Translation translation = MappingFiles.load(mappings).orThrow().translate(Dossiers.newVisitor());

        assertThat(translation.records()).extracting(DesiredRecord::sobject).containsExactly("Chat_Good__c");
        assertThat(translation.failures())
                .extracting(Translation.Failure::toString)
                .containsExactly("salesforce/bad.yaml:8:9 Chat_Bad__c:"
                        + " the expression cannot be evaluated with the values it was given");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key: conversation.campaign         | 'key' gives no value",
                "key: \"$pad('x', 300)\"            | 'key' gives more than 255 characters",
                "key: '[1, [2]]'                    | the expression gives a list within a list, but a field takes one list of words",
                "key: visitor                       | the expression gives an object, but a field takes text, a number, true or false",
                "key: visitor.id; id: visitor.id    | 'id' does not give a Salesforce id of 15 or 18 letters and digits",
                "key: visitor.id; each: '[1..2001]' | 'each' gives more than 2000 elements"
            })
    void aRecordWithoutAProperKeyIsAFailure(String lines, String message) throws IOException {
        write(
                "x.yaml",
                "sobject: Chat_X__c\nexternalId: Key__c\n" + lines.replace("; ", "\n") + "\nfields: { A__c: '1' }\n");

        assertThat(MappingFiles.load(mappings)
                        .mappings()
                        .translate(Dossiers.newVisitor())
                        .failures())
                .extracting(Translation.Failure::message)
                .containsExactly(message);
    }

    @Test
    void twoRecordsWithOneKeyAreAFailureNotAnOverwrite() throws IOException {
        write(
                "x.yaml",
                "sobject: Chat_X__c\nexternalId: Key__c\neach: parts\nkey: $substring(item.externalId, 0, 1)\nfields: { A__c: item.body }\n");

        Translation translation = MappingFiles.load(mappings).orThrow().translate(Dossiers.newVisitor());

        assertThat(translation.records()).hasSize(1);
        assertThat(translation.failures())
                .extracting(Translation.Failure::message)
                .containsExactly("'key' is the same for two records of one conversation");
    }

    @Test
    void aFileThatIsOffIsCheckedButNotApplied() throws IOException {
        file("on.yaml", "Chat_On__c", "A__c: visitor.name");
        write(
                "off.yaml",
                "sobject: Chat_Off__c\nenabled: false\nexternalId: K__c\nkey: visitor.id\nfields: { A__c: nobody }\n");
        Loaded loaded = MappingFiles.load(mappings);

        assertThat(loaded.findings()).extracting(Finding::rule).containsExactly("unknown-path");
        assertThat(loaded.mappings().fieldsBySobject()).containsOnlyKeys("Chat_On__c");
    }

    @Test
    void theVersionChangesWithTheFilesAndOnlyThen() throws IOException {
        chat("A__c: visitor.name");
        String version = MappingFiles.load(mappings).mappings().version();
        assertThat(version)
                .matches("[0-9a-f]{64}")
                .isEqualTo(MappingFiles.load(mappings).mappings().version());

        chat("A__c: visitor.email");

        assertThat(MappingFiles.load(mappings).mappings().version()).isNotEqualTo(version);
    }

    @Test
    void nullsInADossierAreAbsent() throws IOException {
        chat("A__c: { from: visitor.name, default: Unknown }");
        ObjectNode dossier = Dossiers.newVisitor();
        ((ObjectNode) dossier.get("visitor")).putNull("name");

        Translation translation = MappingFiles.load(mappings).orThrow().translate(dossier);

        assertThat(values(translation.records().get(0))).containsEntry("A__c", "Unknown");
    }

    @Test
    void anExpressionNestedTooDeeplyIsAFindingOrAFailure() throws IOException {
        chat("A__c: \"" + "(".repeat(1_900) + "1" + ")".repeat(1_900) + "\"");
        Loaded loaded = MappingFiles.load(mappings);

        assertThat(loaded.broken()
                        || !loaded.mappings()
                                .translate(Dossiers.newVisitor())
                                .failures()
                                .isEmpty())
                .isTrue();
    }

    @Test
    void theSameFilesAreTheSameWhereverTheyStand() throws IOException {
        chat("A__c: visitor.nmae");
        Map<String, String> texts = MappingFolder.texts(mappings);
        assertThat(texts).containsOnlyKeys("salesforce/x.yaml");

        Loaded given = MappingFiles.load(texts);

        assertThat(given.findings()).isEqualTo(MappingFiles.load(mappings).findings());
        assertThat(given.mappings().version())
                .isEqualTo(MappingFiles.load(mappings).mappings().version());
    }

    @Test
    void aFileThatCannotBeReadIsAFinding() throws IOException {
        chat("A__c: visitor.name");
        Files.write(mappings.resolve("salesforce/latin.yaml"), new byte[] {(byte) 0xE9});
        Files.writeString(mappings.resolve("salesforce/large.yaml"), "#".repeat((1 << 20) + 1));

        assertThat(MappingFiles.load(mappings).findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "salesforce/large.yaml:1:1 unreadable: the file is larger than 1 MiB.",
                        "salesforce/latin.yaml:1:1 unreadable: the file is not UTF-8.");
    }

    @Test
    void anEmptyFolderIsAFinding() {
        assertThat(MappingFiles.load(mappings).findings())
                .extracting(Finding::rule)
                .containsExactly("no-files");
    }

    private void chat(String... fields) throws IOException {
        file("x.yaml", "Chat_X__c", fields);
    }

    private void file(String name, String sobject, String... fields) throws IOException {
        write(
                name,
                """
                sobject: %s
                externalId: Key__c
                key: visitor.id
                assignment: none
                duplicates: allow
                fields:
                  %s
                """
                        .formatted(sobject, String.join("\n  ", fields)));
    }

    private void write(String name, String text) throws IOException {
        Files.write(mappings.resolve("salesforce").resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private String read(String name) throws IOException {
        return Files.readString(mappings.resolve("salesforce").resolve(name));
    }

    private List<DesiredRecord> records() {
        return MappingFiles.load(mappings)
                .orThrow()
                .translate(Dossiers.newVisitor())
                .records();
    }

    private DesiredRecord translated() {
        List<DesiredRecord> records = records();
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    private static Map<String, Object> values(DesiredRecord desired) {
        Map<String, Object> values = new LinkedHashMap<>();
        desired.fields().forEach(field -> values.put(field.name(), field.value()));
        return values;
    }
}
