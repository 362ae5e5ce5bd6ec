package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The files that say how conversations are judged. */
class QualificationTest {

    private static final String RECORD =
            """
            sobject: Chat_Conversation__c
            externalId: External_Id__c
            key: conversation.externalId
            fields: { Source__c: conversation.source }
            """;
    private static final String SIGNALS =
            """
            signals:
              budget:
                phrases: [our budget, funds?]
                unless: [no budget]
            find:
              seats: ['(?P<value>\\d+) seats']
            """;

    @Test
    void sayWhatCountsAndWhatShowsIt() {
        Qualification files = load(
                        """
                reasons:
                  - { name: has money, points: 30, when: { signals: [budget], account: { Size__c: { least: 10 } } } }
                grades: { A: 60, B: 30 }
                """,
                        SIGNALS)
                .orThrow()
                .qualification();

        assertThat(files.reasons()).extracting(Qualification.Reason::points).containsExactly(30);
        assertThat(files.reasons().get(0).when().account().get("Size__c").meets("12"))
                .isTrue();
        Signals.Shown budget = files.signals().get("en").shown().get("budget");
        assertThat(budget.isIn("Our Budget is small", new Haystack("our budget is small")))
                .isTrue();
        assertThat(budget.isIn("there is no budget, our budget", new Haystack("there is no budget, our budget")))
                .isFalse();
        assertThat(files.signals()
                        .get("en")
                        .find()
                        .get("seats")
                        .get(0)
                        .findIn("for 12 seats.", new Haystack("for 12 seats.")))
                .contains("12");
    }

    @Test
    void areNotNeeded() {
        Loaded loaded = MappingFiles.load(Map.of("salesforce/chat.yaml", RECORD));

        assertThat(loaded.orThrow().qualification().enabled()).isFalse();
    }

    @Test
    void aSignalThatNothingShowsIsFoundAtItsPlace() {
        assertThat(load("reasons: [{ name: a, points: 1, when: { signals: [budgte] } }]", SIGNALS)
                        .findings())
                .extracting(Finding::toString)
                .containsExactly("qualification.yaml:1:51 unknown-signal: no file in signals/ says what shows 'budgte'."
                        + " Did you mean 'budget'?");
    }

    @Test
    void aSignalThatNothingAsksForIsFoundInEachLanguage() {
        String signals =
                """
                signals:
                  budget: { phrases: [our budget] }
                  weather: { phrases: [it rains] }
                  promise: { phrases: [we shall] }
                """;
        Loaded loaded = MappingFiles.load(Map.of(
                "salesforce/chat.yaml", RECORD,
                "signals/en.yaml", signals,
                "signals/sv.yaml", signals,
                "qualification.yaml", "reasons: [{ name: a, points: 1, when: { signals: [budget] } }]"));

        assertThat(loaded.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "signals/en.yaml:3:3 unused-signal: (warning) neither qualification.yaml nor Parley itself"
                                + " asks for 'weather'.",
                        "signals/sv.yaml:3:3 unused-signal: (warning) neither qualification.yaml nor Parley itself"
                                + " asks for 'weather'.");
    }

    @Test
    void whatASignalTellsOfAMessageUsesItToo() {
        assertThat(load("meanings: [{ signal: budget, function: purchase-decision, confidence: 1 }]", SIGNALS)
                        .findings())
                .isEmpty();
    }

    @Test
    void gradesThatNobodyCanGetAndReasonsThatNobodyCanTellApartAreFound() {
        Loaded loaded = load(
                """
                reasons:
                  - { name: a, points: 1, when: { reachable: true } }
                  - { name: a, points: 2, when: { signals: [budget], account: { Size__c: { least: 5, most: 2 } } } }
                grades: { A: 30, B: 30 }
                """,
                SIGNALS);

        assertThat(loaded.findings())
                .extracting(finding -> finding.place().line() + " " + finding.rule())
                .containsExactly("3 same-name", "3 contradiction", "4 contradiction");
    }

    @Test
    void whatTheSchemaDoesNotKnowIsFoundWithWhatWasMeant() {
        Loaded loaded = load(
                "reasons: [{ name: a, points: 200, when: { signals: [budget], fuctions: [complaint] } }]", SIGNALS);

        assertThat(loaded.findings())
                .extracting(Finding::rule, Finding::didYouMean)
                .contains(tuple("unknown-key", "functions"))
                .hasSize(2);
    }

    @Test
    void aPhraseThatCannotBeReadOrRepeatsTooMuchIsFound() {
        Loaded loaded = load(
                "reasons: [{ name: a, points: 1, when: { signals: [a] } }]",
                """
                signals:
                  a: { phrases: ['(open', '((a{900}){900}){900}', fine] }
                """);

        assertThat(loaded.findings()).extracting(Finding::rule).containsExactly("pattern-syntax", "pattern-too-large");
        assertThat(load(
                                "reasons: [{ name: a, points: 1, when: { signals: [a] } }]",
                                "signals: { a: { phrases: ['(\\pL{300} ){30}'] } }")
                        .findings())
                .extracting(Finding::rule)
                .containsExactly("pattern-too-large");
    }

    @Test
    void aFileOfSignalsIsNamedByItsLanguage() {
        assertThat(MappingFiles.load(
                                new TreeMap<>(Map.of("salesforce/chat.yaml", RECORD, "signals/english.yaml", SIGNALS)))
                        .findings())
                .extracting(Finding::rule)
                .containsExactly("language-name");
    }

    @Test
    void whatIsReadOutOfMessagesIsStaleAfterAChangeOfTheseFilesOnly() {
        String before = load("reasons: []", SIGNALS).mappings().qualification().readVersion();

        assertThat(load("reasons: []", SIGNALS.replace("funds?", "funding"))
                        .mappings()
                        .qualification()
                        .readVersion())
                .isNotEqualTo(before);
        assertThat(MappingFiles.load(Map.of(
                                "salesforce/other.yaml", RECORD,
                                "signals/en.yaml", SIGNALS,
                                "qualification.yaml", "reasons: []"))
                        .mappings()
                        .qualification()
                        .readVersion())
                .isEqualTo(before);
    }

    private static Loaded load(String qualification, String signals) {
        return MappingFiles.load(Map.of(
                "salesforce/chat.yaml", RECORD, "signals/en.yaml", signals, "qualification.yaml", qualification));
    }
}
