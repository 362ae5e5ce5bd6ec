package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.crm.Describe;
import dev.parley.crm.Describe.RecordType;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the org would not take is found before anything is sent, at the line of the mapping file. */
class OrgLintTest {
    private static final String KEY = "Key__c string 255 c external unique filter";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Phnoe: visitor.phone                   | 7:3 unknown-field: the org's Lead has no field 'Phnoe', or hides it from the integration user. Did you mean 'Phone'?",
                "Locked: visitor.phone                  | 7:3 not-writeable: the integration user may not write 'Locked'.",
                "Once: { from: visitor.id, write: always } | 7:3 not-writeable: 'Once' cannot be changed once the record is made: say 'write: create'.",
                "Later: { from: history }               | 7:3 not-writeable: 'Later' cannot be given when the record is made.",
                "Flag: visitor.name                     | 7:9 wrong-type: Lead.Flag takes true or false, and this gives text.",
                "Flag: { default: perhaps }             | 7:20 wrong-type: Lead.Flag takes true or false, and this gives 'perhaps'.",
                "Count: visitor.name                    | 7:10 wrong-type: Lead.Count takes a number, and this gives text.",
                "Count: history                         | 7:10 wrong-type: Lead.Count takes a number, and this gives true or false.",
                "Name: conversation.messageCount        | 7:9 wrong-type: Lead.Name takes text, and this gives a number.",
                "Day: conversation.startedAt            | 7:8 wrong-type: Lead.Day takes a day such as 2026-03-02, and this gives text.",
                "Day: { default: 2026-02-30 }           | 7:19 wrong-type: Lead.Day takes a day such as 2026-03-02, and this gives '2026-02-30'.",
                "Time: visitor.name                     | 7:9 wrong-type: Lead.Time takes a time such as 2026-03-02T09:00:00Z, and this gives text.",
                "AccountId: { default: Acme }           | 7:25 wrong-type: Lead.AccountId takes a Salesforce id, and this gives 'Acme'.",
                "Name: visitor.name                     | 7:3 too-long: (warning) Lead.Name takes at most 80 characters, and this can give more: say 'max: 80'.",
                "Name: { from: visitor.name, max: 99 }  | 7:31 too-long: 'max' is 99, but Lead.Name takes at most 80. Did you mean '80'?",
                "Short: { default: too long }           | 7:21 too-long: Lead.Short takes at most 5 characters.",
                "Status: { default: Opne }              | 7:22 unknown-picklist-value: 'Opne' is not an active value of Lead.Status. Did you mean 'Open'?",
                "Status: 'history ? \"Old\" : \"Open\"' | 7:11 unknown-picklist-value: 'Old' is not an active value of Lead.Status.",
                "Status: visitor.title                  | 7:11 open-picklist: (warning) Lead.Status takes only the values of its picklist, and this can give any text.",
                "Source: { default: Chta }              | 7:22 unknown-picklist-value: (warning) 'Chta' is not an active value of Lead.Source. Did you mean 'Chat'?",
                "Topics: { default: sales;supprt }      | 7:22 unknown-picklist-value: 'supprt' is not an active value of Lead.Topics. Did you mean 'support'?",
                "Status: conversation.agents            | 7:11 wrong-type: Lead.Status takes one of its values, and this gives a list.",
                "Country: { from: visitor.country, max: 80 } | 7:3 country-picklist: (warning) the org has state and country picklists, and takes only names that are theirs: map 'CountryCode' instead. Did you mean 'CountryCode'?",
                "RecordTypeId: { default: 012000000000009AAA } | 7:28 unknown-record-type: '012000000000009AAA' is not the id of a record type of Lead that the integration user may give.",
                "RecordTypeId: { recordType: Chta }     | 7:31 unknown-record-type: the org has no record type 'Chta' of Lead that the integration user may give; there are: Chat. Did you mean 'Chat'?",
                "Amount: conversation.transfers         | 7:3 no-currency: (warning) the org has several currencies, and this amount would count in the integration user's own: map 'CurrencyIsoCode' too.",
                "CurrencyIsoCode: { default: SEK }      | 7:31 unknown-picklist-value: the org has no active currency 'SEK'; there are: EUR, USD.",
                "CurrencyIsoCode: visitor.title         | 7:20 open-picklist: (warning) Lead.CurrencyIsoCode takes only the values of its picklist, and this can give any text.",
                "CountryCode: { default: SE }           | 7:27 unknown-picklist-value: 'SE' is not an active value of Lead.CountryCode.",
                "StateCode: { default: BY }             | 7:3 country-picklist: (warning) the org has state and country picklists, and takes no state without its country: map 'CountryCode' too. Did you mean 'CountryCode'?",
                "AccountId: { reference: { sobject: Contact, externalId: Key__c, key: visitor.id } } | 7:38 wrong-reference: 'AccountId' refers to Account, not to a Contact. Did you mean 'Account'?",
                "AccountId: { reference: { sobject: Account, externalId: Name, key: visitor.id } } | 7:59 not-external-id: 'Name' is no external id: the org finds no Account by it.",
                "AccountId: { reference: { sobject: Account, externalId: Kye__c, key: visitor.id } } | 7:59 unknown-field: the org's Account has no field 'Kye__c', or hides it from the integration user. Did you mean 'Key__c'?",
                "Name: { reference: { sobject: Account, externalId: Key__c, key: visitor.id } } | 7:11 wrong-type: 'Name' refers to no record: it is a field of type string.",
                "AccountId: { reference: { sobject: Acount, externalId: Key__c, key: visitor.id } } | 7:38 unknown-object: the org has no object 'Acount', or hides it from the integration user. Did you mean 'Account'?"
            })
    void whatAFieldOfTheOrgDoesNotTake(String field, String finding) {
        assertThat(found(lead(), "externalId: Key__c", field)).containsExactly("salesforce/lead.yaml:" + finding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Flag: history",
                "Flag: { default: true }",
                "Count: conversation.messageCount",
                "Count: $number(visitor.title)",
                "Name: '$length(visitor.name) <= 80 ? visitor.name'",
                "Name: $substring(visitor.name, 0, 80)",
                "Day: $substring(conversation.startedAt, 0, 10)",
                "Time: conversation.startedAt",
                "AccountId: identity.accountId",
                "AccountId: { reference: { sobject: Account, externalId: Key__c, key: visitor.id } }",
                "Status: conversation.status",
                "Topics: conversation.agents.name",
                "RecordTypeId: { default: 012000000000001AAA }",
                "RecordTypeId: { recordType: Chat }",
                "CurrencyIsoCode: { default: EUR }",
                "CountryCode: { default: DE }",
                "RecordTypeId: { recordType: Chat lead }",
                "Once: visitor.id"
            })
    void whatItTakes(String field) {
        assertThat(found(lead(), "externalId: Key__c", field)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "externalId: Kye__c  | 2:13 unknown-field: the org's Lead has no field 'Kye__c', or hides it from the integration user. Did you mean 'Key__c'?",
                "externalId: Phone   | 2:13 not-external-id: 'Phone' is no external id: the org finds no record by it. Did you mean 'Key__c'?",
                "externalId: Again__c | 2:13 not-unique: 'Again__c' is not unique in the org: several records with one key would be refused.",
                "keyField: Notes     | 2:11 not-filterable: the org cannot look for 'Notes': long text is no key."
            })
    void aKeyByWhichNothingIsFound(String key, String finding) {
        OrgInMemory org = lead();
        assertThat(found(org, key, "Flag: history")).containsExactly("salesforce/lead.yaml:" + finding);
    }

    @Test
    void aStateWithItsCountryAndAnAmountWithItsCurrencyAreTaken() {
        assertThat(found(lead(), "externalId: Key__c", "StateCode: { default: BY }\n  CountryCode: { default: DE }"))
                .isEmpty();
        assertThat(found(
                        lead(),
                        "externalId: Key__c",
                        "Amount: conversation.transfers\n  CurrencyIsoCode: 'history ? \"EUR\" : \"USD\"'"))
                .isEmpty();
    }

    @Test
    void whatTheShippedLeadShowsForSuchOrgsIsTakenOnceItIsSwitchedOn() {
        String shipped = Shipped.files().get("salesforce/lead.yaml");
        String lines = Pattern.compile("(?m)^  # ((CountryCode|StateCode|CurrencyIsoCode|RecordTypeId): .*)$")
                .matcher(shipped)
                .results()
                .map(line -> line.group(1))
                .collect(Collectors.joining("\n  "));

        assertThat(lines.lines()).hasSize(4);
        assertThat(found(lead(), "externalId: Key__c", lines)).isEmpty();
        assertThat(found(lead(), "externalId: Key__c", lines.replace("EUR", "SEK")))
                .singleElement()
                .asString()
                .contains("the org has no active currency 'SEK'");
    }

    @Test
    void anOrgWithOneCurrencyHasNoFieldForIt() {
        OrgInMemory org = new OrgInMemory().thatDoesNotTell().with("Lead", KEY);

        assertThat(found(org, "externalId: Key__c", "CurrencyIsoCode: { default: EUR }"))
                .containsExactly("salesforce/lead.yaml:7:3 unknown-field: the org has one currency only, and no field"
                        + " 'CurrencyIsoCode': leave the line out.");
    }

    @Test
    void whatTheOrgMakesNoRecordWithout() {
        OrgInMemory org = new OrgInMemory().thatDoesNotTell().with("Lead", KEY, "LastName string 80 c u required");

        assertThat(found(org, "externalId: Key__c", "LastName: { from: visitor.lastName, max: 80 }"))
                .containsExactly("salesforce/lead.yaml:7:3 may-be-missing: (warning) the org makes no Lead without"
                        + " 'LastName', and this may give no value: give a 'default'.");
        assertThat(found(org, "externalId: Key__c\nwhen: $exists(visitor.id)", "Key2: visitor.id"))
                .contains("salesforce/lead.yaml:7:1 missing-field: the org makes no Lead without 'LastName'.");
        assertThat(found(
                        org,
                        "externalId: Key__c\nwhen: history and $exists(visitor.lastName)",
                        "LastName: { from: visitor.lastName, max: 80 }"))
                .isEmpty();
        assertThat(found(
                        org,
                        "externalId: Key__c\nid: identity.leadId\nwhen: $exists(identity.leadId)",
                        "Key2: visitor.id"))
                .as("a file that makes no record need not give it")
                .noneMatch(finding -> finding.contains("missing-field"));
    }

    @Test
    void anObjectThatIsNotThereOrMayNotBeWritten() {
        Describe closed =
                new Describe("Leed", "Leed", false, false, OrgInMemory.fields(KEY, "Name string 80 c u"), List.of());

        assertThat(found(new OrgInMemory().thatDoesNotTell(), "externalId: Key__c", "Name: visitor.id"))
                .containsExactly("salesforce/lead.yaml:1:10 unknown-object: the org has no object 'Lead', or hides it"
                        + " from the integration user.");
        assertThat(OrgLint.check(
                        mappings("Leed", "externalId: Key__c", "Name: $substring(visitor.name, 0, 80)"),
                        new OrgInMemory().thatDoesNotTell().with(closed)))
                .extracting(Finding::what)
                .contains("the integration user may make no Leed", "the integration user may change no Leed");
    }

    @Test
    void aFileThatIsOffIsCheckedAllTheSameWithNotes() {
        MappingSet off = mappings("Lead", "externalId: Key__c\nenabled: false", "Phnoe: visitor.phone");
        OrgInMemory org = lead().granting("Lead");

        assertThat(OrgLint.check(off, org)).extracting(Finding::rule).doesNotContain("unknown-field");
        assertThat(OrgLint.checkAll(off, org))
                .filteredOn(finding -> finding.rule().equals("unknown-field"))
                .singleElement()
                .hasToString("salesforce/lead.yaml:8:3 unknown-field: (note) the org's Lead has no field 'Phnoe', or"
                        + " hides it from the integration user (the file is off). Did you mean 'Phone'?");
    }

    @Test
    void whatThePermissionSetDoesNotGrant() {
        OrgInMemory org = new OrgInMemory()
                .with("Lead", KEY, "Flag boolean c u permitted", "Country string 80 c u permitted", "Own boolean c u")
                .granting("Account", "Lead.Address");

        assertThat(found(
                        org,
                        "externalId: Key__c",
                        "Flag: history\n  Own: history\n  Country: { from: visitor.country, max: 80 }"))
                .containsExactly(
                        "salesforce/lead.yaml:1:1 not-permitted: (warning) the permission set Chat_Sync_Integration"
                                + " does not let records of Lead be changed.",
                        "salesforce/lead.yaml:7:3 not-permitted: (warning) the permission set Chat_Sync_Integration"
                                + " does not let 'Flag' be written.");
    }

    @Test
    void anOrgWithoutThePackageAndOneThatDoesNotTell() {
        assertThat(check(
                        new OrgInMemory().with("Lead", KEY, "Flag boolean c u"), "externalId: Key__c", "Flag: history"))
                .singleElement()
                .hasToString("salesforce:1:1 not-permitted: (warning) the org has no permission set"
                        + " Chat_Sync_Integration: deploy the package first.");
        assertThat(check(lead(), "externalId: Key__c", "Flag: history"))
                .singleElement()
                .returns(Level.NOTE, Finding::level);
    }

    private static OrgInMemory lead() {
        Map<String, Describe.Field> fields = OrgInMemory.fields(
                KEY,
                "Again__c string 255 c external filter",
                "Notes textarea 32000 c u",
                "Phone phone 40 c u",
                "Locked string",
                "Once string c",
                "Later boolean u",
                "Flag boolean c u",
                "Count double c u",
                "Name string 80 c u",
                "Short string 5 c u",
                "Day date c u",
                "Time datetime c u",
                "AccountId reference 18 c u -> Account",
                "Status picklist 255 c u restricted : Open|Waiting|Closed",
                "Source picklist 255 c u : Web|Chat",
                "Topics multipicklist 4099 c u restricted : sales|support",
                "Country string 80 c u",
                "CountryCode picklist 10 c u restricted : DE|FR",
                "State string 80 c u",
                "StateCode picklist 10 c u restricted : BY|BE",
                "RecordTypeId reference 18 c u -> RecordType",
                "Amount currency c u",
                "CurrencyIsoCode picklist 3 c u restricted : EUR|USD");
        RecordType type = new RecordType("012000000000001AAA", "Chat", "Chat lead");
        return new OrgInMemory()
                .thatDoesNotTell()
                .with(new Describe("Lead", "Lead", true, true, fields, List.of(type)))
                .with("Account", KEY, "Name string 255 c u")
                .with("Contact", KEY);
    }

    private static List<String> found(OrgInMemory org, String key, String fields) {
        return check(org, key, fields).stream()
                .filter(finding -> finding.level() != Level.NOTE)
                .map(Finding::toString)
                .toList();
    }

    private static List<Finding> check(OrgInMemory org, String key, String fields) {
        return OrgLint.check(mappings("Lead", key, fields), org);
    }

    private static MappingSet mappings(String sobject, String key, String fields) {
        String file = "sobject: %s\n%s\nkey: visitor.id\nassignment: none\nduplicates: allow\nfields:\n  %s\n"
                .formatted(sobject, key, fields);
        return MappingFiles.load(Map.of("salesforce/lead.yaml", file)).mappings();
    }
}
