package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TestLintTest {

    private static final String CHAT =
            """
            sobject: Chat_X__c
            externalId: Key__c
            key: conversation.id
            fields: { Subject__c: conversation.summary }
            """;

    @Test
    void whatNoMappingFileWritesCannotBeExpected() {
        assertThat(
                        findings(
                                """
                        - name: misspelt
                          events: [ { type: chat.message.posted } ]
                          expect:
                            Chat_X__c: [ { Key__c: a, Id: b, Sbuject__c: c } ]
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

    private static java.util.List<String> findings(String tests) {
        return load(tests).findings().stream().map(Finding::toString).toList();
    }

    private static Loaded load(String tests) {
        return MappingFiles.load(Map.of("salesforce/x.yaml", CHAT, "salesforce/x.test.yaml", "tests:\n" + tests));
    }
}
