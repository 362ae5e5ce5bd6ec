package dev.parley.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.mapping.BrokenMappings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests beside files that make no records: what is wrong is told with the test's line and both sides. */
class TestsOfEachKindTest {

    private static final MappingTests TESTS = new MappingTests();
    private static final String RECORD =
            """
            sobject: Chat_X__c
            externalId: Key__c
            key: conversation.id
            fields: { Subject__c: conversation.summary }
            """;
    private static final String TRANSCRIPT =
            """
            service: Own
            mail: { from: '@chat\\.example$', authenticated: pass }
            find: ['^Name: (?P<name>.+)$']
            lines: [{ begins: '^(?P<time>\\d\\d:\\d\\d) (?P<author>\\w+): (?P<text>.*)$' }]
            times: ['HH:mm']
            """;
    private static final String SIGNALS =
            """
            signals:
              hurry: { phrases: [asap], unless: [not asap] }
              promise: { phrases: [we promise] }
            find: { company: ['from (?P<value>\\p{Lu}\\w+)'] }
            """;
    private static final String PEOPLE =
            """
            agents: { 'web:a17': ada@company.example }
            fallbackOwner: Sales_Queue
            """;
    private static final String MEETINGS =
            """
            noticeMinutes: 0
            bufferMinutes: 0
            offered: 2
            sellers: { ada: { name: Ada, email: ada@company.example } }
            """;

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        TESTS.close();
    }

    @Test
    void aMailIsHeldAgainstTheEventsThatItMustBecome() {
        assertThat(
                        told(
                                "transcripts/own",
                                TRANSCRIPT,
                                """
                        - name: as expected
                          mail: { from: Ann <ann@chat.example>, subject: Grüße, authenticated: true, html: "<p>09:58 Ann: Hi</p>" }
                          expect:
                            - { type: chat.conversation.started }
                            - { type: chat.conversation.transcribed, data: { messages: [{ text: Hi }] } }
                            - { type: chat.conversation.closed }
                        - name: not vouched for
                          mail: { from: ann@chat.example, subject: x, text: "09:58 Ann: Hi" }
                          expect: none
                        - name: another text
                          mail: { from: ann@chat.example, subject: x, authenticated: true, text: "09:58 Ann: Hi" }
                          expect:
                            - {}
                            - data:
                                messages:
                                  - { text: Bye }
                            - {}
                        """))
                .containsExactly(
                        "transcripts/own.test.yaml:17:15 /data/messages/0/text differs",
                        "    expected: \"Bye\"",
                        "    got:      \"Hi\"   (from transcripts/own.yaml:4:19)");
    }

    @Test
    void aMailThatDoesNotFitFailsAtTheLineOfTheFile() {
        assertThat(
                        told(
                                "transcripts/own",
                                TRANSCRIPT,
                                """
                        - name: expected to fail
                          mail: { from: ann@chat.example, subject: x, authenticated: true, text: Hello }
                          failures: [{ file: transcripts/own.yaml, line: 4 }]
                        - name: not expected to fail
                          mail: { from: ann@chat.example, subject: x, authenticated: true, text: Hello }
                          expect: none
                        - name: no mail at all
                          mail: { from: "a b c", subject: x, text: Hello }
                          expect: none
                        """))
                .containsExactly(
                        "transcripts/own.test.yaml:5:3 an event cannot be made",
                        "    expected: no failure",
                        "    got:      no line of the mail begins a message as 'lines' says"
                                + "   (from transcripts/own.yaml:4:19)",
                        "transcripts/own.test.yaml:9:3 no mail can be made of it: Local address contains control or"
                                + " whitespace");
    }

    @Test
    void aWholeMailMayStandInAFileBesideTheTest() throws IOException {
        Files.createDirectories(folder.resolve("transcripts"));
        Files.writeString(
                folder.resolve("transcripts/first.eml"),
                "From: ann@other.example\r\nDate: Mon, 2 Mar 2026 10:00:00 +0000\r\n\r\n09:58 Ann: Hi\r\n");

        assertThat(
                        told(
                                "transcripts/own",
                                TRANSCRIPT,
                                """
                        - { name: of somebody else, file: first.eml, expect: none }
                        - { name: not there, file: second.eml, expect: none }
                        """))
                .containsExactly(
                        "transcripts/own.test.yaml:3:22 there is no file 'second.eml' beside the test that can be read");
    }

    @Test
    void aFileThatIsSwitchedOffIsTriedAllTheSame() {
        assertThat(
                        told(
                                "transcripts/own",
                                TRANSCRIPT + "enabled: false\n",
                                """
                        - name: nothing comes
                          mail: { from: ann@chat.example, subject: x, authenticated: true, text: "09:58 Ann: Hi" }
                          expect: none
                        """))
                .hasSize(9)
                .first()
                .isEqualTo("transcripts/own.test.yaml:4:3 one more event is made than is expected");
    }

    @Test
    void aSentenceIsHeldAgainstTheSignalsThatItMustShow() {
        assertThat(
                        told(
                                "signals/en",
                                SIGNALS,
                                """
                        - { says: We need it asap, shows: [hurry] }
                        - { says: "Not asap, is it?", shows: [question], without: [hurry] }
                        - { says: We promise, role: agent, shows: [promise] }
                        - { says: I am from Northwind, mentions: { company: Northwind } }
                        - { says: We need it soon, shows: [hurry] }
                        - { says: We need it asap, without: [hurry] }
                        - { says: We need it asap, shows: [hury] }
                        - { says: We need it asap, shows: [] }
                        - { says: I am from Northwind, mentions: { company: Southwind } }
                        """))
                .containsExactly(
                        "signals/en.test.yaml:6:36 the signal is not shown",
                        "    expected: hurry",
                        "    got:      []",
                        "signals/en.test.yaml:7:38 the signal is shown",
                        "    expected: not hurry",
                        "    got:      [hurry]",
                        "signals/en.test.yaml:8:36 signals/en.yaml has no signal 'hury'. Did you mean 'hurry'?",
                        "signals/en.test.yaml:9:28 'shows' differs",
                        "    expected: none",
                        "    got:      [hurry]",
                        "signals/en.test.yaml:10:44 'company' differs",
                        "    expected: [Southwind]",
                        "    got:      [Northwind]");
    }

    @Test
    void anAgentIsHeldAgainstTheUserThatTheyMustBe() {
        assertThat(
                        told(
                                "people",
                                PEOPLE,
                                """
                        - name: by the file
                          users: [{ username: Ada@company.example }]
                          agent: { id: a17 }
                          user: ada@company.example
                        - name: the queue stands in
                          users: [{ username: cem@company.example, active: false }]
                          queues: [Sales_Queue]
                          owner: cem@company.example
                          owns: Sales_Queue
                        - name: somebody else
                          users: [{ username: bea@company.example }]
                          agent: { email: bea@company.example }
                          user: ada@company.example
                        - name: nobody of that name
                          owner: cem@company.example
                          owns: none
                        """))
                .containsExactly(
                        "people.test.yaml:14:3 'user' differs",
                        "    expected: ada@company.example",
                        "    got:      bea@company.example",
                        "people.test.yaml:16:3 'users' gives no user of that name");
    }

    @Test
    void aWishForAMeetingIsHeldAgainstTheTimesThatMustBeOffered() {
        assertThat(
                        told(
                                "meetings",
                                MEETINGS,
                                """
                        - name: at once, but for what is taken
                          at: "2026-06-01T09:00:00Z"
                          busy: [{ start: "2026-06-01T09:00:00Z", end: "2026-06-01T09:20:00Z" }]
                          offers: ["2026-06-01T11:30:00+02:00", "2026-06-01T10:00:00Z"]
                        - name: fewer
                          at: "2026-06-01T09:00:00Z"
                          offers: ["2026-06-01T09:15:00Z"]
                        - { name: nobody, at: "2026-06-01T09:00:00Z", seller: adda, offers: [] }
                        - name: no such day
                          at: "2026-06-31T09:00:00Z"
                          offers: []
                        """))
                .containsExactly(
                        "meetings.test.yaml:8:12 the offer 1 differs",
                        "    expected: 2026-06-01T09:15:00Z",
                        "    got:      2026-06-01T09:00:00Z",
                        "meetings.test.yaml:8:3 the offer 2 differs",
                        "    expected: nothing",
                        "    got:      2026-06-01T09:30:00Z",
                        "meetings.test.yaml:9:47 meetings.yaml has no seller 'adda'. Did you mean 'ada'?",
                        "meetings.test.yaml:10:3 Text '2026-06-31T09:00:00Z' could not be parsed: Invalid date 'JUNE 31'");
    }

    @Test
    void presenceIsHeardInItsOwnTests() {
        assertThat(
                        told(
                                "presence/en",
                                "affective: { emotion: { words: [so glad] } }\n",
                                """
                        - { says: I am so glad, presence: [affective] }
                        - { says: I am so sad, presence: [affective] }
                        """))
                .containsExactly(
                        "presence/en.test.yaml:3:24 'presence' differs",
                        "    expected: [affective]",
                        "    got:      []");
    }

    @Test
    void aTestThatGivesOrExpectsNothingIsRefused() {
        assertThatThrownBy(() -> told("transcripts/own", TRANSCRIPT, "- { name: idle }\n"))
                .isInstanceOf(BrokenMappings.class)
                .hasMessageContaining("transcripts/own.test.yaml:2:3");
        assertThatThrownBy(() -> told("people", PEOPLE, "- { name: idle, agent: { id: x } }\n"))
                .isInstanceOf(BrokenMappings.class)
                .hasMessageContaining("user");
        assertThatThrownBy(() -> told("signals/en", SIGNALS, "- { says: idle, show: [hurry] }\n"))
                .isInstanceOf(BrokenMappings.class)
                .hasMessageContaining("Did you mean 'shows'?");
    }

    /** What failing tests tell, line by line. */
    private List<String> told(String name, String file, String tests) {
        Map<String, String> texts = new HashMap<>(Map.of("salesforce/chat.yaml", RECORD));
        texts.put(name + ".yaml", file);
        texts.put(name + ".test.yaml", "tests:\n" + tests);
        return TESTS.run(texts, new Attachments(folder), test -> true, result -> {}).stream()
                .flatMap(result -> result.mismatches().stream())
                .flatMap(mismatch -> mismatch.toString().lines())
                .toList();
    }
}
