package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestLintTest {

    private static final String CHAT =
            """
            sobject: Chat_X__c
            externalId: Key__c
            key: conversation.id
            fields: { Subject__c: conversation.summary }
            """;

    private static final String EXPECTS_SUBJECT =
            """
            - name: subject
              events: [ { type: chat.message.posted } ]
              expect:
                Chat_X__c: [ { Subject__c: c } ]
            """;

    @Test
    void whatNoMappingFileWritesCannotBeExpected() {
        assertThat(
                        findings(
                                """
                        - name: misspelt
                          events: [ { type: chat.message.posted } ]
                          expect:
                            Chat_X__c: [ { Key__c: a, Id: b, Sbuject__c: c }, { Subject__c: c } ]
                            Chat_Y__c: none
                        """))
                .containsExactly(
                        "salesforce/x.test.yaml:5:38 unknown-field: no mapping file writes 'Sbuject__c' of Chat_X__c."
                                + " Did you mean 'Subject__c'?",
                        "salesforce/x.test.yaml:6:5 unknown-object: no mapping file makes records of 'Chat_Y__c'."
                                + " Did you mean 'Chat_X__c'?");
    }

    @Test
    void aTestGivesSomethingAndExpectsSomething() {
        assertThat(findings("- name: idle\n"))
                .containsExactly(
                        "salesforce/x.test.yaml:2:3 no-expectation: the test expects nothing: give 'expect' or 'failures'.",
                        "salesforce/x.test.yaml:2:3 nothing-given: the test gives nothing: say 'events', or 'file' for one that"
                                + " stands beside it.");
    }

    @Test
    void keysAreThoseOfTheSchema() {
        assertThat(
                        findings(
                                "- { name: keys, event: [{ type: chat.erasure.requested }], mode: handof, expect: none, file: a.jsonl }\n"))
                .containsExactly(
                        "salesforce/x.test.yaml:2:17 unknown-key: 'event' is not a key of a test. Did you mean 'events'?",
                        "salesforce/x.test.yaml:2:66 wrong-value: 'mode' is 'handof', but must be 'observe', 'attach',"
                                + " 'create' or 'handoff'. Did you mean 'handoff'?");
    }

    @Test
    void aTestStandsBesideTheFileThatItTries() {
        Map<String, String> texts =
                Map.of("salesforce/x.yaml", CHAT, "salesforce/y.test.yaml", "tests: [ { name: idle } ]\n");

        assertThat(MappingFiles.load(texts).findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "salesforce/y.test.yaml:1:1 tries-nothing: there is no file salesforce/y.yaml beside it,"
                                + " or none whose kind has tests.");
    }

    @Test
    void aBrokenTestKeepsNobodyFromUsingTheMapping() {
        Loaded loaded = load("- name: idle\n");

        assertThat(loaded.broken()).isFalse();
        assertThat(loaded.orThrow().version())
                .isEqualTo(MappingFiles.load(Map.of("salesforce/x.yaml", CHAT))
                        .orThrow()
                        .version());
    }

    @Test
    void aMappingThatWritesAlmostWhatIsExpectedIsNamedItself() {
        assertThat(findings(CHAT.replace("Subject__c", "Subjct__c"), EXPECTS_SUBJECT))
                .containsExactly("salesforce/x.yaml:4:11 unknown-field: (warning) salesforce/x.test.yaml:5:20 expects"
                        + " 'Subject__c' of Chat_X__c, and this writes 'Subjct__c': one of the two is misspelt, and"
                        + " 'mappings check --org' says which.");
        assertThat(findings(CHAT.replace("Chat_X__c", "Caht_X__c"), EXPECTS_SUBJECT))
                .containsExactly("salesforce/x.yaml:1:10 unknown-object: (warning) salesforce/x.test.yaml:5:5 expects"
                        + " records of 'Chat_X__c', and this makes 'Caht_X__c': one of the two is misspelt, and"
                        + " 'mappings check --org' says which.");
    }

    @Test
    void whichOfTwoNamesIsMisspeltTheOrgSays() {
        Loaded loaded = load(CHAT.replace("Subject__c", "Subjct__c"), EXPECTS_SUBJECT);
        OrgInMemory org = new OrgInMemory().granting("Chat_X__c", "Chat_X__c.Subject__c", "Chat_X__c.Subjct__c");

        org.with("Chat_X__c", "Key__c string 255 c external unique filter", "Subject__c string 0 c u");
        assertThat(texts(loaded.findingsWith(OrgLint.check(loaded.mappings(), org))))
                .containsExactly("salesforce/x.yaml:4:11 unknown-field: the org's Chat_X__c has no field 'Subjct__c',"
                        + " or hides it from the integration user. Did you mean 'Subject__c'?");

        org.with("Chat_X__c", "Key__c string 255 c external unique filter", "Subjct__c string 0 c u");
        assertThat(texts(loaded.findingsWith(OrgLint.check(loaded.mappings(), org))))
                .containsExactly("salesforce/x.test.yaml:5:20 unknown-field: no mapping file writes 'Subject__c' of"
                        + " Chat_X__c. Did you mean 'Subjct__c'?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fields:\n\tSubject__c: conversation.summary\n",
                "fields: { Subject__c: conversation.summary\n",
                "fields:\n  Subject__c conversation.summary\n",
                "fields:\n  Subject__c: \"conversation.summary\n",
                "fields:\n  Other__c: visitor.id\nSubject__c: conversation.summary\n",
                "fields:\n  Other__c:\n    from: visitor.id\n    Subject__c: conversation.summary\n",
                "fields:\n  Other__c: visitor.id\n  Subject__c: !!binary aGVsbG8=\n",
            })
    void aFileThatIsReadInPartGivesNoFindingsOfItsTests(String fields) {
        String key = "sobject: Chat_X__c\nexternalId: Key__c\nkey: conversation.id\n";
        String other = key.replace("conversation.id", "visitor.id") + "fields: { Status__c: conversation.status }\n";

        assertThat(MappingFiles.load(Map.of(
                                "salesforce/x.yaml", key + fields,
                                "salesforce/other.yaml", other,
                                "salesforce/x.test.yaml", "tests:\n" + EXPECTS_SUBJECT))
                        .findings())
                .isNotEmpty()
                .extracting(finding -> finding.place().file())
                .containsOnly("salesforce/x.yaml");
    }

    private static List<String> findings(String mapping, String tests) {
        return texts(load(mapping, tests).findings());
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream().map(Finding::toString).toList();
    }

    private static List<String> findings(String tests) {
        return findings(CHAT, tests);
    }

    private static Loaded load(String tests) {
        return load(CHAT, tests);
    }

    private static Loaded load(String mapping, String tests) {
        return MappingFiles.load(Map.of("salesforce/x.yaml", mapping, "salesforce/x.test.yaml", "tests:\n" + tests));
    }
}
