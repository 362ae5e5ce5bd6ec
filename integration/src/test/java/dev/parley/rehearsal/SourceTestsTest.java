package dev.parley.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.mapping.BrokenMappings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An admin writes a source file and tests beside it. */
class SourceTestsTest {

    private static final MappingTests TESTS = new MappingTests();
    private static final String SOURCE =
            """
            service: Own
            verify: { scheme: none }
            events:
              - when: body.kind = "said"
                type: chat.message.posted
                id: '"m-" & body.no'
                subject: body.chat
                data:
                  id: $string(body.no)
                  author: { role: '"visitor"', name: headers.`x-name` }
                  text: body.text
            """;

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        TESTS.close();
    }

    @Test
    void theEventsOfABodyAreComparedInWhatIsNamed() {
        assertThat(
                        run(
                                """
                        - name: a message
                          headers: { X-Name: Ann }
                          body: { kind: said, no: 7, chat: c1, text: Hello }
                          expect:
                            - { id: m-7, subject: c1, time: 2026-01-05T09:00:00Z, data: { author: { name: Ann } } }
                        - name: nothing said
                          body: { kind: seen }
                          expect: none
                        - name: as text
                          body: '{"kind":"said","no":8,"chat":"c1","text":"Hi"}'
                          expect: [ { data: { text: Hi } } ]
                        """))
                .flatExtracting(TestResult::mismatches)
                .isEmpty();
    }

    @Test
    void whatDiffersIsShownWithTheLineThatMadeIt() {
        assertThat(
                        run(
                                """
                        - name: a message
                          body: { kind: said, no: 7, chat: c1, text: Hello }
                          expect:
                            - data:
                                text: Hullo
                            - type: chat.message.edited
                        - name: silence
                          body: { kind: said, no: 7, chat: c1, text: Hello }
                          expect: none
                        """))
                .flatExtracting(TestResult::mismatches)
                .extracting(mismatch -> mismatch.place().line() + " " + mismatch.what() + " " + mismatch.from())
                .containsExactly(
                        "6 /data/text differs sources/own.yaml:11:7",
                        "7 the event is not made null",
                        "10 one more event is made than is expected sources/own.yaml:5:5");
    }

    @Test
    void anEventThatWouldNotBeTakenIsAFailure() {
        List<TestResult> results = run(
                """
                - name: without text
                  body: { kind: said, no: 7, chat: c1 }
                  expect: [ { id: m-7 } ]
                - name: and that is known
                  body: { kind: said, no: 7, chat: c1 }
                  failures: [ { file: sources/own.yaml } ]
                """);

        assertThat(results.get(0).mismatches())
                .singleElement()
                .satisfies(mismatch -> assertThat(mismatch.what()).isEqualTo("an event cannot be made"))
                .satisfies(mismatch -> assertThat(mismatch.from().file()).isEqualTo("sources/own.yaml"));
        assertThat(results.get(1).passed()).isTrue();
    }

    @Test
    void aBodyMayStandInAFileBeside() throws IOException {
        Files.createDirectories(folder.resolve("sources"));
        Files.writeString(
                folder.resolve("sources/said.json"), "{\"kind\":\"said\",\"no\":9,\"chat\":\"c\",\"text\":\"Hi\"}");
        Files.writeString(folder.resolve("sources/cut.json"), "{\"kind\":");

        List<TestResult> results = run(
                """
                - { name: there, file: said.json, expect: [ { id: m-9 } ] }
                - { name: cut, file: cut.json, expect: none }
                """);

        assertThat(results.get(0).mismatches()).isEmpty();
        assertThat(results.get(1).mismatches())
                .extracting(Mismatch::toString)
                .containsExactly("sources/own.test.yaml:3:16 the body is no JSON");
    }

    @Test
    void aFormIsReadAsTheServiceSendsIt() {
        String form = SOURCE.replace("service: Own", "service: Own\nbody: form");

        assertThat(
                        run(
                                form,
                                """
                        - name: a form
                          body: kind=said&no=7&chat=c1&text=Hi+there%21
                          expect: [ { id: m-7, data: { text: Hi there! } } ]
                        """))
                .flatExtracting(TestResult::mismatches)
                .isEmpty();
    }

    @Test
    void aTestFitsTheKindOfItsFile() {
        assertThatThrownBy(() ->
                        run("- { name: wrong, events: [ { type: chat.message.posted } ], expect: { Lead: none } }\n"))
                .isInstanceOf(BrokenMappings.class)
                .hasMessageContaining("nothing-given: the test gives nothing: say 'body'")
                .hasMessageContaining("wrong-type: 'expect' here is a list of events, or 'none'");
    }

    private List<TestResult> run(String tests) {
        return run(SOURCE, tests);
    }

    private List<TestResult> run(String source, String tests) {
        Map<String, String> texts = Map.of(
                "sources/own.yaml",
                source,
                "sources/own.test.yaml",
                "tests:\n" + tests,
                "salesforce/x.yaml",
                "sobject: Chat_X__c\nexternalId: Key__c\nkey: conversation.id\nfields: { Name__c: visitor.name }\n");
        return TESTS.run(texts, new Attachments(folder), file -> true, result -> {});
    }
}
