package dev.parley.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.mapping.BrokenMappings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An admin writes a mapping file and tests beside it. */
class MappingTestsTest {

    private static final MappingTests TESTS = new MappingTests();
    private static final String LEAD =
            """
            sobject: Lead
            externalId: Chat_Visitor_Id__c
            key: visitor.externalId
            id: identity.leadId
            when: identity.leadWanted
            assignment: none
            duplicates: allow
            fields:
              LastName: visitor.lastName
              Phone: { from: visitor.phone, write: ifBlank }
            """;

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        TESTS.close();
    }

    @Test
    void whatIsAsExpectedPasses() {
        assertThat(
                        run(
                                """
                        - name: Ann becomes a lead
                          events: [ { type: chat.form.submitted, data: { answers: { name: Ann Lee, email: a@b.example } } },
                                    { type: chat.message.posted, data: { id: m1, author: { role: visitor }, text: Hi } } ]
                          expect: { Lead: [ { LastName: Lee } ] }
                        - name: nobody else does, and the test before is forgotten
                          events: [ { type: chat.message.posted, data: { id: m1, author: { role: visitor }, text: Hi } } ]
                          expect: none
                        """))
                .extracting(TestResult::name, TestResult::passed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Ann becomes a lead", true),
                        org.assertj.core.groups.Tuple.tuple(
                                "nobody else does, and the test before is forgotten", true));
    }

    @Test
    void aRecordTypeIsCalledByItsNameAndOneThatTheOrgLacksFails() {
        String ann =
                """
                  events: [ { type: chat.form.submitted, data: { answers: { name: Ann Lee, email: a@b.example } } },
                            { type: chat.message.posted, data: { id: m1, author: { role: visitor }, text: Hi } } ]
                """;
        String held = "  crm: { RecordType: [ { Id: 012000000000001AAA, SobjectType: Lead, DeveloperName: %s } ] }\n";

        assertThat(TESTS.run(
                        Map.of(
                                "salesforce/lead.yaml",
                                LEAD + "  RecordTypeId: { recordType: Partner }\n",
                                "salesforce/lead.test.yaml",
                                "tests:\n- name: has it\n" + ann + held.formatted("Partner")
                                        + "  expect: { Lead: [ { RecordTypeId: 012000000000001AAA } ] }\n"
                                        + "- name: lacks it\n" + ann + held.formatted("Reseller")
                                        + "  failures: [ { file: salesforce/lead.yaml, line: 11 } ]\n"),
                        new Attachments(folder),
                        file -> true,
                        result -> {}))
                .allSatisfy(result -> assertThat(result.mismatches()).isEmpty())
                .hasSize(2);
    }

    @Test
    void aValueThatDiffersIsShownWithItsLineAndTheMappingLineItCameFrom() {
        List<TestResult> results = run(
                """
                - name: Ann becomes a lead
                  events:
                    - { type: chat.form.submitted, data: { answers: { name: Ann Lee, email: a@b.example } } }
                    - { type: chat.message.posted, data: { id: m1, author: { role: visitor }, text: Hi } }
                  expect:
                    Lead:
                      - LastName: Li
                        Phone: "112"
                """);

        assertThat(results)
                .flatExtracting(TestResult::mismatches)
                .extracting(Mismatch::toString)
                .containsExactly(
                        """
                salesforce/lead.test.yaml:8:9 Lead.LastName differs
                    expected: "Li"
                    got:      "Lee"   (from salesforce/lead.yaml:9:3)""",
                        """
                salesforce/lead.test.yaml:9:9 Lead.Phone differs
                    expected: "112"
                    got:      nothing   (from salesforce/lead.yaml:10:3)""");
    }

    @Test
    void aRecordThatIsMissingOrTooManyIsNamed() {
        String lena = "{ type: chat.form.submitted, data: { answers: { name: Lena, email: l@b.example } } }";
        String other = "{ type: chat.callback.requested, subject: c2, data: { phone: '+49 30 1234567' } }";
        String says = "{ type: chat.message.posted, data: { id: m1, author: { role: visitor }, text: Hi } }";

        assertThat(run(
                        """
                        - name: one too many
                          events: [ %s, %s, %s ]
                          expect: { Lead: [ { LastName: Lena } ] }
                        - name: none at all
                          mode: attach
                          events: [ %s, %s ]
                          expect: { Lead: [ { LastName: Lena } ] }
                        - name: one unwanted
                          events: [ %s, %s ]
                          expect: { Lead: none }
                        - name: a field unwanted
                          events: [ %s, %s ]
                          exactly: true
                          expect: { Lead: [ { Phone: null } ] }
                        """
                                .formatted(lena, says, other, lena, says, lena, says, lena, says)))
                .flatExtracting(TestResult::mismatches)
                .extracting(Mismatch::what)
                .containsExactly(
                        "one more Lead is written than is expected",
                        "Lead is not written",
                        "no Lead was expected",
                        "Lead.LastName was not expected");
    }

    @Test
    void whatTheOrgHoldsDecidesWhatIsWritten() {
        assertThat(
                        run(
                                """
                        - name: a lead keeps its number
                          crm: { Lead: [ { Id: 00Q000000000001AAA, Email: a@b.example, Phone: "1" } ] }
                          events: [ { type: chat.form.submitted, data: { answers: { email: a@b.example, phone: "2" } } },
                                    { type: chat.message.posted, data: { id: m1, author: { role: visitor }, text: Hi } } ]
                          expect: none
                        - name: or gets one
                          crm: { Lead: [ { Id: 00Q000000000001AAA, Email: a@b.example } ] }
                          events: [ { type: chat.form.submitted, data: { answers: { email: a@b.example, phone: "2" } } },
                                    { type: chat.message.posted, data: { id: m1, author: { role: visitor }, text: Hi } } ]
                          exactly: true
                          expect: { Lead: [ { Phone: "2" } ] }
                        """))
                .flatExtracting(TestResult::mismatches)
                .isEmpty();
    }

    @Test
    void aFailureIsExpectedOrFailsTheTest() {
        String broken = LEAD.replace("LastName: visitor.lastName", "LastName: $number(visitor.lastName)");
        String given =
                """
                  events: [ { type: chat.form.submitted, data: { answers: { name: Ann Lee, email: a@b.example } } },
                            { type: chat.message.posted, data: { id: m1, author: { role: visitor }, text: Hi } } ]
                """;

        List<TestResult> results = run(
                broken,
                "- name: expected\n" + given + "  failures: [ { file: salesforce/lead.yaml, line: 9 } ]\n"
                        + "- name: elsewhere\n" + given + "  failures: [ { file: salesforce/lead.yaml, line: 10 } ]\n");

        assertThat(results.get(0).mismatches()).isEmpty();
        assertThat(results.get(1).mismatches())
                .extracting(Mismatch::what)
                .containsExactly("nothing fails there", "Lead cannot be made");
        assertThat(results.get(1).mismatches().get(1).from()).hasToString("salesforce/lead.yaml:9:13");
    }

    @Test
    void eventsMayStandInAFileBeside() throws IOException {
        Files.createDirectories(folder.resolve("salesforce"));
        Files.writeString(
                folder.resolve("salesforce/ann.jsonl"),
                """
                {"specversion":"1.0","id":"1","source":"web","subject":"c","time":"2026-01-01T00:00:00Z",\
                "type":"chat.callback.requested","data":{"phone":"+49 30 1234567"}}
                """);

        List<TestResult> results = run(
                """
                - { name: there, file: ann.jsonl, expect: { Lead: [ { Phone: +49 30 1234567 } ] } }
                - { name: not there, file: bob.jsonl, expect: { Lead: none } }
                """);

        assertThat(results.get(0).mismatches()).isEmpty();
        assertThat(results.get(1).mismatches())
                .extracting(Mismatch::toString)
                .containsExactly(
                        "salesforce/lead.test.yaml:3:22 there is no file 'bob.jsonl' beside the test that can be read");
    }

    @Test
    void anEventThatIsNoneFailsItsTestAtItsLine() {
        assertThat(
                        run(
                                """
                        - name: a message without text
                          events:
                            - { type: chat.message.posted, data: { id: m1, author: { role: visitor }, text: Hi } }
                            - { type: chat.message.posted, data: { id: m2, author: { role: visitor } } }
                          expect: none
                        """))
                .flatExtracting(TestResult::mismatches)
                .extracting(Mismatch::toString)
                .containsExactly("salesforce/lead.test.yaml:5:36 is no event: /1/data/text is required");
    }

    @Test
    void aFileThatIsOffIsTriedByItsOwnTestsOnly() {
        String off = LEAD.replace("sobject: Lead", "sobject: Lead\nenabled: false");
        String test =
                """
                - name: a lead
                  events: [ { type: chat.callback.requested, data: { phone: +49 30 1234567 } } ]
                  expect: { Lead: %s }
                """;

        assertThat(run(off, test.formatted("[ { Phone: +49 30 1234567 } ]")))
                .flatExtracting(TestResult::mismatches)
                .isEmpty();
        String other = LEAD.replace("sobject: Lead", "sobject: Chat_X__c").replace("Phone:", "Phone__c:");
        Map<String, String> texts = Map.of(
                "salesforce/lead.yaml",
                off,
                "salesforce/other.yaml",
                other,
                "salesforce/other.test.yaml",
                "tests:\n" + test.formatted("none"));
        assertThat(TESTS.run(texts, new Attachments(folder), file -> true, result -> {}))
                .flatExtracting(TestResult::mismatches)
                .isEmpty();
    }

    @Test
    void aBrokenTestFileIsNotRun() {
        assertThatThrownBy(() -> run("- name: nothing expected\n  events: [ { type: chat.message.posted } ]\n"))
                .isInstanceOf(BrokenMappings.class)
                .hasMessageContaining("salesforce/lead.test.yaml:2:3 no-expectation");
    }

    private List<TestResult> run(String tests) {
        return run(LEAD, tests);
    }

    private List<TestResult> run(String lead, String tests) {
        Map<String, String> texts =
                Map.of("salesforce/lead.yaml", lead, "salesforce/lead.test.yaml", "tests:\n" + tests);
        List<TestResult> told = new ArrayList<>();
        List<TestResult> results = TESTS.run(texts, new Attachments(folder), file -> true, told::add);
        assertThat(told).isEqualTo(results);
        return results;
    }
}
