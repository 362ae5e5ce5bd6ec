package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is asked for a conversation, and every slip at its place. */
class RoutingTest {

    private static final String RECORD =
            "{sobject: A__c, externalId: B__c, key: conversation.externalId, fields: {C__c: conversation.source}}";

    private static final String RULES =
            """
            never:
              - { name: complaint, when: '"complaint" in qualification.functions' }
            rules:
              - { name: hot, when: 'qualification.grade = "A"', offer: [opportunity-owner, nordics] }
              - { name: warm, when: 'qualification.score > 20', offer: [nordics] }
            pools:
              nordics: { sellers: [{ email: Ada@company.example }] }
            """;

    @Test
    void theFirstRuleThatHoldsSaysWhoIsAsked() throws Exception {
        Routing routing = routing(RULES).orThrow().routing();

        assertThat(routing.route(dossier("{grade: 'A', score: 90, functions: []}")))
                .contains(new Routing.Route("hot", java.util.List.of("opportunity-owner", "nordics")));
        assertThat(routing.route(dossier("{grade: 'B', score: 30, functions: []}")))
                .contains(new Routing.Route("warm", java.util.List.of("nordics")));
        assertThat(routing.route(dossier("{grade: 'D', score: 3, functions: []}")))
                .isEmpty();
    }

    @Test
    void conditionsNameTheTerritoryTheCountryTheIndustryAndTheSize() throws Exception {
        Routing routing = routing(
                        """
                        rules:
                          - name: large makers in Germany
                            when: >-
                              account.country in ["DE", "Germany"] and account.industry = "Manufacturing"
                              and account.employees >= 500
                            offer: [large]
                          - { name: the north, when: 'identity.territory = "Nordics"', offer: [nordics] }
                          - { name: chat from Finland, when: 'visitor.countryCode = "FI"', offer: [nordics] }
                        pools:
                          large: { sellers: [{ email: ada@company.example }] }
                          nordics: { sellers: [{ email: ben@company.example }] }
                        """)
                .orThrow()
                .routing();

        assertThat(ruleFor(routing, "{account: {country: 'Germany', industry: 'Manufacturing', employees: 900}}"))
                .isEqualTo("large makers in Germany");
        assertThat(ruleFor(routing, "{account: {country: 'Germany', industry: 'Manufacturing', employees: 20}}"))
                .isEqualTo("none");
        assertThat(ruleFor(routing, "{identity: {territory: 'Nordics'}}")).isEqualTo("the north");
        assertThat(ruleFor(routing, "{visitor: {countryCode: 'FI'}}")).isEqualTo("chat from Finland");
    }

    private static String ruleFor(Routing routing, String dossier) throws Exception {
        return routing.route(json(dossier)).map(Routing.Route::reason).orElse("none");
    }

    @Test
    void whatAPersonMustLookAtFirstIsOfferedToNobody() throws Exception {
        Routing routing = routing(RULES).orThrow().routing();

        assertThat(routing.route(dossier("{grade: 'A', score: 90, functions: ['complaint']}")))
                .contains(new Routing.Route("complaint", java.util.List.of()));
    }

    @Test
    void anOwnerWhoIsInAPoolWorksAsThere() {
        Routing routing = routing(RULES).orThrow().routing();

        assertThat(routing.owner("ada@company.example", "Ada").work().hours()).isEqualTo("always");
        assertThat(routing.owner("ben@company.example", "Ben").name()).isEqualTo("Ben");
    }

    @Test
    void anItemOfAListIsCalledByItsNumberFromOne() {
        Loaded loaded = routing(
                """
                rules: [ { name: one, when: 'mode = "handoff"', offer: [nordics] } ]
                pools: { nordics: { sellers: [ { email: ada@company.example, languages: [sv, english] } ] } }
                """);

        assertThat(loaded.findings()).singleElement().satisfies(finding -> assertThat(finding.what())
                .startsWith("item 2 of 'languages' is 'english', but must be"));
    }

    @Test
    void whatDecidesWhileAConversationGoesOnDoesNotReadItsTranscript() {
        Loaded loaded = routing(
                """
                rules:
                  - { name: one, when: '$contains(parts[0].body, "price")', offer: [nordics] }
                  - { name: two, when: 'conversation.contentHash = "a"', offer: [nordics] }
                pools: { nordics: { sellers: [{ email: ada@company.example }] } }
                """);

        assertThat(loaded.findings()).extracting(Finding::rule).containsExactly("unknown-path", "unknown-path");
    }

    @Test
    void saysAtEachPlaceWhatIsWrong() {
        Loaded loaded = routing(
                """
                accept: PT48H
                never:
                  - { name: none, when: 'qualification.grad = "A"' }
                rules:
                  - { name: one, when: 'mode = "handoff"', offer: [nordic, acount-owner] }
                  - { name: one, when: 'mode = "handoff"', offer: [nordics] }
                owners: { hours: ofice }
                pools:
                  nordics:
                    hours: alway
                    sellers:
                      - { email: ada@company.example, weight: 0 }
                      - { email: ADA@company.example, vacation: [{ from: 2026-07-31, to: 2026-07-06 }] }
                  unused: { sellers: [{ email: ben@company.example }] }
                """);

        assertThat(loaded.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "routing.yaml:1:9 wrong-value: 'accept' is from one minute to a day.",
                        "routing.yaml:3:40 unknown-path: the dossier has no 'qualification.grad'. Did you mean 'qualification.grade'?",
                        "routing.yaml:5:52 unknown-pool: there is no pool 'nordic'. Did you mean 'nordics'?",
                        "routing.yaml:5:60 unknown-pool: there is no pool 'acount-owner'. Did you mean 'account-owner'?",
                        "routing.yaml:6:13 same-name: 'one' is the name of another one already.",
                        "routing.yaml:7:18 unknown-calendar: hours.yaml has no calendar 'ofice'. Did you mean 'office'?",
                        "routing.yaml:10:12 unknown-calendar: hours.yaml has no calendar 'alway'. Did you mean 'always'?",
                        "routing.yaml:12:47 wrong-value: 'weight' must have an exclusive minimum value of 0.",
                        "routing.yaml:13:18 same-name: 'ada@company.example' stands in this pool already.",
                        "routing.yaml:13:74 contradiction: the last day is before the first.",
                        "routing.yaml:14:3 unused-pool: (warning) no rule offers anything to 'unused'.");
    }

    @Test
    void theFirstPromiseThatHoldsCountsAndEverySlipInThemIsTold() throws Exception {
        Routing routing = routing(
                        RULES
                                + """
                        service:
                          - { name: dear, when: 'qualification.grade = "A"', firstResponse: PT1M }
                          - { name: all, hours: office, waiting: PT1H30M }
                        """)
                .orThrow()
                .routing();
        assertThat(routing.promise(dossier("{grade: 'A'}")).orElseThrow().firstResponse())
                .isEqualTo(java.time.Duration.ofMinutes(1));
        assertThat(routing.promise(dossier("{grade: 'B'}")).orElseThrow().waiting())
                .isEqualTo(java.time.Duration.ofMinutes(90));

        assertThat(routing(RULES + "service: [{ name: all, hours: ofice, accept: PT0M }, { name: all, accept: PT5M }]")
                        .findings())
                .extracting(Finding::toString)
                .anyMatch(finding -> finding.contains("unknown-calendar: hours.yaml has no calendar 'ofice'"))
                .anyMatch(finding -> finding.contains("same-name: 'all' is the name of another one already"))
                .anyMatch(finding -> finding.contains("wrong-value"))
                .anyMatch(finding -> finding.contains("nobody-told: (warning)"));
    }

    private static Loaded routing(String text) {
        return MappingFiles.load(Map.of(
                "salesforce/a.yaml",
                RECORD,
                "hours.yaml",
                "calendars: { office: { timezone: UTC, week: { monday: 08:00-17:00 } } }",
                "routing.yaml",
                text));
    }

    private static ObjectNode dossier(String qualification) throws Exception {
        return json("{qualification: " + qualification + "}");
    }

    private static ObjectNode json(String lenient) throws Exception {
        return (ObjectNode) new ObjectMapper()
                .configure(com.fasterxml.jackson.core.JsonParser.Feature.ALLOW_UNQUOTED_FIELD_NAMES, true)
                .configure(com.fasterxml.jackson.core.JsonParser.Feature.ALLOW_SINGLE_QUOTES, true)
                .readTree(lenient);
    }
}
