package dev.parley.sandbox.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.sandbox.schema.Field.Trait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
    private static final Path PACKAGE = Path.of("../../plugin-manifest/salesforce/force-app/main/default");

    @TempDir
    Path directory;

    private final Schema schema = Schema.load(PACKAGE);

    private Field field(String type, String name) {
        return schema.find(type).orElseThrow().field(name).orElseThrow();
    }

    @Test
    void namesAreFoundInAnyCase() {
        assertThat(schema.find("chat_CONVERSATION__c")).hasValueSatisfying(type -> {
            assertThat(type.name()).isEqualTo("Chat_Conversation__c");
            assertThat(type.field("external_id__C")).isPresent();
            assertThat(type.parentRelationship("LEAD__R")).isPresent();
            assertThat(type.child("chat_transcript_parts__r")).isPresent();
        });
    }

    @Test
    void thePackagesFieldsAreWhatItsFilesSay() {
        Field key = field("Chat_Conversation__c", "External_Id__c");
        assertThat(key.traits()).contains(Trait.EXTERNAL_ID, Trait.UNIQUE, Trait.CASE_SENSITIVE, Trait.REQUIRED);
        assertThat(key.length()).isEqualTo(120);
        assertThat(field("Chat_Transcript_Part__c", "Body__c").isLongText()).isTrue();
        assertThat(field("Chat_Transcript_Part__c", "Conversation__c").parent()).hasValueSatisfying(parent -> {
            assertThat(parent.masterDetail()).isTrue();
            assertThat(parent.relationshipName()).isEqualTo("Conversation__r");
        });
        assertThat(field("Chat_Conversation__c", "Status__c").picklist())
                .extracting(PicklistValue::value)
                .containsExactly("Open", "Waiting", "Closed");
    }

    @Test
    void aFieldOfActivitiesStandsOnTasksAndEvents() {
        assertThat(field("Task", "Chat_Key__c")).isEqualTo(field("Event", "Chat_Key__c"));
    }

    @Test
    void everyReferencePointsToATypeThatIsThere() {
        assertThat(schema.types()).allSatisfy(type -> assertThat(type.references())
                .allSatisfy(reference -> assertThat(reference.reference().targets())
                        .allSatisfy(target -> assertThat(schema.find(target))
                                .as(type + "." + reference.name() + " -> " + target)
                                .isPresent())));
    }

    @Test
    void everyTypeHasAKeyPrefixOfItsOwn() {
        assertThat(schema.types()).extracting(SObjectType::keyPrefix).doesNotHaveDuplicates();
    }

    @Test
    void whatAPermissionSetLeavesOutIsNotThere() {
        Schema seen = schema.seenBy(Permissions.readAll(PACKAGE).get("Chat_Sync_Integration"));
        assertThat(seen.find("Case")).isEmpty();
        SObjectType account = seen.find("Account").orElseThrow();
        assertThat(account.operations()).containsExactly(Operation.READ);
        assertThat(account.field("TickerSymbol")).isEmpty();
        assertThat(account.field("BillingCity")).hasValueSatisfying(city -> assertThat(city.is(Trait.UPDATEABLE))
                .isFalse());
    }

    @Test
    void aBrokenFileIsNamed() throws IOException {
        Path field = Files.createDirectories(directory.resolve("objects/Lead/fields"))
                .resolve("Odd__c.field-meta.xml");
        Files.writeString(field, "<CustomField><fullName>Odd__c</fullName>");
        assertThatThrownBy(() -> Schema.load(directory)).hasMessageContaining("Odd__c.field-meta.xml");
    }

    @Test
    void anUnknownTypeIsNamed() throws IOException {
        Path field = Files.createDirectories(directory.resolve("objects/Lead/fields"))
                .resolve("Odd__c.field-meta.xml");
        Files.writeString(field, "<CustomField><fullName>Odd__c</fullName><type>Hologram</type></CustomField>");
        assertThatThrownBy(() -> Schema.load(directory))
                .hasMessageContaining("'Hologram'")
                .hasMessageContaining("Odd__c");
    }

    @Test
    void fieldsAndValuesHaveANameInEachLanguageWhetherSalesforceGaveItOrThePackage() {
        Schema persian = schema.in("fa");

        assertThat(field("Opportunity", "StageName").label()).isEqualTo("Stage");
        assertThat(label(persian, "Opportunity", "StageName")).isEqualTo("مرحله");
        assertThat(label(schema.in("de"), "Opportunity", "OwnerId")).isEqualTo("Inhaber");
        assertThat(values(persian, "Opportunity", "StageName")).contains("بسته با موفقیت");
        assertThat(label(schema.in("zh"), "Chat_Conversation__c", "Need__c")).isEqualTo("需求");
        assertThat(values(schema.in("sv"), "Chat_Conversation__c", "Status__c"))
                .containsExactly("Öppet", "Väntar", "Stängt");
        Permissions some = Permissions.readAll(PACKAGE).get("Chat_Sync_Integration");
        assertThat(schema.in("fa")).as("made once").isSameAs(persian);
        assertThat(schema.in("tlh")).as("a language that nobody speaks here").isSameAs(schema);
        assertThat(label(schema.seenBy(some).in("fa"), "Account", "BillingCity"))
                .isEqualTo("شهر صورت‌حساب");
    }

    /** What stands on the pages of those whom sellers meet. */
    @Test
    void noStandardFieldOfARecordPageIsCalledInEnglishElsewhere() {
        for (String language : List.of("sv", "de", "fa", "zh")) {
            for (String type : List.of("Account", "Contact", "Opportunity", "Lead")) {
                assertThat(schema.find(type).orElseThrow().fields())
                        .filteredOn(field -> !field.name().equals("Id"))
                        .allSatisfy(field -> assertThat(translated(field, language))
                                .as(field.label() + " in " + language)
                                .isTrue());
            }
        }
    }

    private static boolean translated(Field field, String language) {
        return field.isCustom()
                || StandardWords.of(field.label().replaceFirst(" ID$", ""), language)
                                .isPresent()
                        && field.picklist().stream()
                                .map(PicklistValue::label)
                                .filter(value -> !value.matches("\\w+\\."))
                                .allMatch(value ->
                                        StandardWords.of(value, language).isPresent());
    }

    private static String label(Schema schema, String type, String field) {
        return schema.find(type).orElseThrow().field(field).orElseThrow().label();
    }

    private static List<String> values(Schema schema, String type, String field) {
        return schema.find(type).orElseThrow().field(field).orElseThrow().picklist().stream()
                .map(PicklistValue::label)
                .toList();
    }
}
