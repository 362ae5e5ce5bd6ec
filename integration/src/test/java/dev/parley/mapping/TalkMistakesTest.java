package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong with the files that say how messages are understood is told with its place. */
class TalkMistakesTest {

    @Test
    void phrasesThatStandTwiceOrUndoEachOther() {
        assertThat(
                        findings(
                                "functions/en.yaml",
                                """
                        functions:
                          wants-human:
                            phrases:
                              - A person, please
                              - a person please!
                            counterPhrases:
                              - a person please
                        none:
                          - A PERSON PLEASE
                          - ok
                        """))
                .containsExactly(
                        "functions/en.yaml:5:9 same-phrase: (warning) the phrase stands already in line 4.",
                        "functions/en.yaml:7:9 contradiction: line 4 says what the phrase is, here it is not"
                                + " wants-human.",
                        "functions/en.yaml:9:5 contradiction: line 4 says what the phrase is, here it has no"
                                + " function.");
    }

    @Test
    void aMisspeltFunctionAndAThresholdThatIsNone() {
        assertThat(
                        findings(
                                "functions/en.yaml",
                                """
                        functions:
                          wants-humans:
                            phrases: [agent please]
                            counterPhrases: [agent status]
                          complaint:
                            threshold: 7
                            phrases: [this is bad]
                            counterPhrases: [not bad]
                        none: [ok]
                        """))
                .hasSize(2)
                .anyMatch(said -> said.startsWith("functions/en.yaml:2:3 unknown-key")
                        && said.contains("Did you mean 'wants-human'?"))
                .anyMatch(said -> said.startsWith("functions/en.yaml:6:"));
    }

    @Test
    void expressionsThatCannotBeReadOrFitEverything() {
        assertThat(
                        findings(
                                "functions/en.yaml",
                                """
                        functions:
                          wants-human:
                            vetoes: ['agent (status', 'a(?!b)']
                            rules: ['(human)?']
                            phrases: [agent please]
                            counterPhrases: [agent status]
                        none: [ok]
                        """))
                .hasSize(3)
                .anyMatch(said -> said.startsWith("functions/en.yaml:3:14 pattern-syntax"))
                .anyMatch(said -> said.contains("look-around and back-references are not part of RE2"))
                .anyMatch(said -> said.startsWith("functions/en.yaml:4:13 fits-everything"));
    }

    @Test
    void aFileThatIsNamedForNoLanguage() {
        assertThat(findings("presence/english.yaml", "cohesive: { greetings: { words: [hello] } }"))
                .containsExactly("presence/english.yaml:1:1 unknown-language: 'english' is no language: the file's name"
                        + " is its two letters (ISO 639-1), such as en.");
    }

    @Test
    void aSignThatNobodyKnows() {
        assertThat(findings("presence/en.yaml", "cohesive: { greeting: { words: [hello] } }"))
                .singleElement()
                .asString()
                .startsWith("presence/en.yaml:1:13 unknown-key")
                .endsWith("Did you mean 'greetings'?");
    }

    @Test
    void aTestThatExpectsNothingOfWhatIsSaid() {
        assertThat(
                        findings(
                                "functions/en.test.yaml",
                                """
                        tests:
                          - says: hello
                          - says: hello
                            functions: [greeting]
                        """))
                .anyMatch(said -> said.startsWith("functions/en.test.yaml:2:5"))
                .anyMatch(said -> said.startsWith("functions/en.test.yaml:4:17 wrong-value"))
                .anyMatch(said -> said.startsWith("functions/en.test.yaml:1:1 tries-nothing"));
    }

    @Test
    void whatIsRightIsReadAsItStands() {
        Loaded loaded = load(
                "functions/en.yaml",
                """
                functions:
                  wants-human:
                    threshold: 0.6
                    vetoes: ['\\bagent status\\b']
                    rules: ['\\ba human\\b']
                    phrases: [agent please]
                    counterPhrases: [agent status]
                none: [ok]
                """);

        FunctionsMapping english = loaded.orThrow().talk().functions().get(0);
        FunctionMapping function = english.functions().get(0);
        assertThat(english.language()).isEqualTo("en");
        assertThat(function.threshold()).isEqualTo(0.6);
        assertThat(function.rules().get(0).isIn("i want a human")).isTrue();
        assertThat(function.phrases())
                .containsExactly(new SamplePhrase("agent please", new Place("functions/en.yaml", 6, 15)));
    }

    private static List<String> findings(String file, String text) {
        return load(file, text).findings().stream().map(Finding::toString).toList();
    }

    private static Loaded load(String file, String text) {
        String record =
                """
                sobject: Chat_Conversation__c
                externalId: External_Id__c
                key: conversation.externalId
                fields: { Source__c: conversation.source }
                """;
        return MappingFiles.load(Map.of("salesforce/chat.yaml", record, file, text));
    }
}
