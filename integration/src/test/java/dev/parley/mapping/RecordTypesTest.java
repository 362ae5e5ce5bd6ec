package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.crm.Describe;
import dev.parley.crm.Describe.RecordType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A file calls a record type by its name; the org's own id is what is written. */
class RecordTypesTest {

    private static final String LEAD =
            """
            sobject: Lead
            externalId: Chat_Visitor_Id__c
            key: conversation.id
            assignment: none
            duplicates: useMatch
            fields:
              LastName: { default: Unknown }
              RecordTypeId: { recordType: Partner }
            """;

    private static final Describe ORG = new Describe(
            "Lead",
            "Lead",
            true,
            true,
            Map.of(),
            List.of(
                    new RecordType("012000000000000AAA", "Master", "Master"),
                    new RecordType("012000000000001AAA", "Partner", "Partenaire"),
                    new RecordType("012000000000002AAA", "Other", "Partner")));

    @Test
    void theApiNameGoesBeforeTheNameForPeople() {
        Translation resolved = resolved(LEAD);

        assertThat(resolved.failures()).isEmpty();
        assertThat(resolved.records().get(0).fields())
                .filteredOn(field -> field.name().equals("RecordTypeId"))
                .extracting(DesiredRecord.DesiredField::value)
                .containsExactly("012000000000001AAA");
        assertThat(resolved(LEAD.replace("Partner", "Partenaire")).failures()).isEmpty();
    }

    @Test
    void oneThatTheOrgLacksIsAFailureThatNamesThoseThereAre() {
        Translation resolved = resolved(LEAD.replace("Partner", "Reseller"));

        assertThat(resolved.records()).isEmpty();
        assertThat(resolved.failures())
                .extracting(Translation.Failure::toString)
                .containsExactly("salesforce/lead.yaml:8:3 Lead: the org has no record type 'Reseller' of Lead that the"
                        + " integration user may give; there are: Master, Partner, Other");
    }

    @Test
    void itIsTheValueOfNoOtherFieldAndStandsForTheDefault() {
        String mixed = LEAD + "  LeadSource: { recordType: Partner }\n"
                + "  Title: { from: visitor.title, recordType: Partner, default: x }\n";

        assertThat(MappingFiles.load(Map.of("salesforce/lead.yaml", mixed)).findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "salesforce/lead.yaml:9:17 not-here: 'recordType' gives a record type's id, and that is the"
                                + " value of 'RecordTypeId' only.",
                        "salesforce/lead.yaml:10:33 not-here: 'recordType' gives a record type's id, and that is the"
                                + " value of 'RecordTypeId' only.",
                        "salesforce/lead.yaml:10:54 too-many-keys: 'recordType' stands for the default: leave one of"
                                + " the two out.");
    }

    private static Translation resolved(String file) {
        MappingSet files =
                MappingFiles.load(Map.of("salesforce/lead.yaml", file)).orThrow();
        Translation translation = files.translate(Dossiers.newVisitor());
        return new RecordTypes(sobject -> ORG).resolve(translation);
    }
}
