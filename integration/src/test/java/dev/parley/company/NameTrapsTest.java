package dev.parley.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.company.Decision.Kind;
import dev.parley.words.Sayings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What visitors and CRMs do to names, and what must not come of it. */
class NameTrapsTest {

    private static final int MANY = 50_000;

    @TempDir
    Path folder;

    private CompanyIndex index;

    @BeforeEach
    void open() {
        index = CompanyIndex.open(folder);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void fiftyThousandAccountsOfOneNameAreLeftToAPerson() {
        index.rebuild(
                IntStream.range(0, MANY)
                        .mapToObj(i -> new Company("A" + i, "Kesselhut Bau GmbH", null, null, "DE", null))
                        .iterator(),
                done -> {});

        Decision decision = decide(named("v@gmail.com", "Kesselhut Bau GmbH"));

        assertThat(decision.kind()).isEqualTo(Kind.REVIEW);
        assertThat(decision.candidates()).hasSize(Decision.MOST_CANDIDATES);
    }

    @Test
    void aNameThatOnlyOneAccountsWordsAreInIsLinked() {
        fill("Kesselhut Bau GmbH", "Nordholm Bau GmbH");

        assertThat(decide(named("v@gmail.com", "Kesselhut Bau GmbH")).kind()).isEqualTo(Kind.AUTO);
    }

    @Test
    void aNameWhoseWordsOthersHaveTooIsLeftToAPerson() {
        fill("Kesselhut Bau GmbH", "Kesselhut Optik GmbH");

        assertThat(decide(named("v@gmail.com", "Kesselhut Bau GmbH")).kind()).isEqualTo(Kind.REVIEW);
    }

    @Test
    void theWordsOfASubsidiaryAreNobodyElses() {
        index.put(new Company("A", "Kesselhut Bau GmbH", "kesselhut.example", null, "DE", null));
        index.put(new Company("B", "Kesselhut France SAS", "kesselhut.example", null, "FR", "A"));

        assertThat(decide(named("v@gmail.com", "Kesselhut Bau GmbH")).account()).isEqualTo("A");
        assertThat(decide(named("v@gmail.com", "Kesselhut Bau GmbH")).kind()).isEqualTo(Kind.AUTO);
    }

    @ParameterizedTest
    @CsvSource({"Müller Bau GmbH", "Premier Construction GmbH", "Smith & Sons GmbH", "Summit Partners GmbH", "GmbH"})
    void aNameThatManyMayHaveIsNeverEnough(String name) {
        fill(name, "Nordholm Bau GmbH");

        assertThat(decide(named("v@gmail.com", name)).kind()).isNotEqualTo(Kind.AUTO);
    }

    @ParameterizedTest
    @CsvSource({
        "'Hanse Anlagen Logistik AG', HAL",
        "'Ostrava Power & Gas a.s.', OPG",
        "'Lund & Toft AB', L&T",
        "'Ping Lan Insurance Ltd.', PingLan",
        "'JPKessel Chase Inc.', J.P. Kessel",
        "'Tindrel Technologies, Inc.', Tindrel",
        "'ООО «Индекс Полевой»', Indeks Polevoy",
        "'Quillback Foods Ltd t/a The Copper Pan', Copper Pan",
        "'Tamarack LLC (formerly Juniper Hollow Inc.)', Juniper Hollow"
    })
    void aCompanyIsFoundByWhatPeopleCallIt(String name, String called) {
        fill("Nordholm Bau GmbH", name, "Fjordkraft Verksted AS");

        Decision decision = decide(named(null, called));

        assertThat(decision.account()).isEqualTo("A1");
    }

    @ParameterizedTest
    @CsvSource({
        "'Blackmoor Fund II L.P.', 'Blackmoor Fund L.P.'",
        "'Tindrel Solutions (Spain), S.L.', 'Tindrel Solutions (Ireland), Ltd.'",
        "'Kesselhut Bau GmbH', 'Nordholm Bau GmbH'"
    })
    void neighboursAreNotTakenForOneAnother(String one, String other) {
        assertThat(NameLikeness.organisations(one, other)).isLessThan(0.5);
    }

    @ParameterizedTest
    @CsvSource({"'\"anna berg\"@kesselhut.example'", "'\"a@b\"@kesselhut.example'", "o'brien+chat@KESSELHUT.example"})
    void addressesWithQuotesLeadToTheirDomain(String email) {
        index.put(new Company("A", "Kesselhut Bau GmbH", "https://www.kesselhut.example", null, "DE", null));

        assertThat(decide(named(email, null)).account()).isEqualTo("A");
    }

    @ParameterizedTest
    @CsvSource({"info@bücherwurm.example", "info@xn--bcherwurm-q9a.example", "info@BÜCHERWURM.example"})
    void aDomainOutsideAsciiIsOneHoweverItIsWritten(String email) {
        index.put(new Company("A", "Bücherwurm Antiquariat", "https://bücherwurm.example", null, "DE", null));

        assertThat(decide(named(email, null)).kind()).isEqualTo(Kind.AUTO);
    }

    @ParameterizedTest
    @CsvSource({"ceo@kesseІhut.example", "ceo@kesselhսt.example", "ceo@kеsselhut.example", "ceo@kesse1hut.example"})
    void aLetterThatLooksLikeAnotherIsShownAndNeverLinked(String email) {
        index.put(new Company("A", "Kesselhut Bau GmbH", "https://kesselhut.example", null, "DE", null));

        Decision decision = decide(named(email, "Kesselhut Bau GmbH"));

        assertThat(decision.kind()).isEqualTo(Kind.REVIEW);
        assertThat(decision.evidence()).anyMatch(sentence -> sentence.contains("looks like kesselhut.example"));
    }

    @Test
    void aTelephoneWithoutItsCountryIsTheSameLine() {
        index.put(new Company("A", "Kesselhut Bau GmbH", null, "+49 421 5550101", "DE", null));

        Decision decision = decide(new CompanyQuery(null, "Kesselhutt Bau", null, "0421 5550101", null, List.of()));

        assertThat(decision.kind()).isEqualTo(Kind.AUTO);
    }

    @Test
    void aCompetitorsAddressBesideAnotherCompanysNameIsLeftToAPerson() {
        index.put(new Company("A", "Kesselhut Bau GmbH", "kesselhut.example", null, "DE", null));
        index.put(new Company("B", "Nordholm Bau GmbH", "nordholm.example", null, "DE", null));

        assertThat(decide(named("v@kesselhut.example", "Nordholm Bau GmbH")).kind())
                .isEqualTo(Kind.REVIEW);
    }

    @Test
    void aTalkThatNamesAnotherAccountIsLeftToAPerson() {
        index.put(new Company("A", "Kesselhut Bau GmbH", "kesselhut.example", null, "DE", null));
        index.put(new Company("B", "Nordholm Werft GmbH", "nordholm.example", null, "DE", null));

        Decision decision = decide(new CompanyQuery(
                "v@kesselhut.example", "Kesselhut Bau", null, null, null, List.of("Nordholm Werft GmbH")));

        assertThat(decision.kind()).isEqualTo(Kind.REVIEW);
    }

    @Test
    void anAccountWithoutALetterIsFoundByItsDomainAlone() {
        index.put(new Company("A", "---", "kesselhut.example", null, null, null));

        assertThat(decide(named("v@kesselhut.example", null)).account()).isEqualTo("A");
        assertThat(decide(named(null, "---")).kind()).isEqualTo(Kind.NONE);
    }

    private void fill(String... names) {
        index.rebuild(
                Stream.iterate(0, i -> i + 1)
                        .limit(names.length)
                        .map(i -> new Company("A" + i, Arrays.asList(names).get(i), null, null, "DE", null))
                        .iterator(),
                done -> {});
    }

    private Decision decide(CompanyQuery query) {
        Decision decision = new CompanyMatcher(index, Set.of()).decide(query);
        assertThat(decision.evidence())
                .as("people read it in their language: sayings_*.properties and the labels Chat_Say_*")
                .noneMatch(line -> Sayings.in("de").retold(line).equals(line));
        return decision;
    }

    private static CompanyQuery named(String email, String company) {
        return new CompanyQuery(email, company, null, null, null, List.of());
    }
}
