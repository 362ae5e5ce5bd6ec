package dev.parley.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings and reasons, which stand in English on records, in the words of who reads them. */
class SayingsTest {

    private static String plain(String told) {
        return told.replaceAll("[\\u2068\\u2069]", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fa | e-mail equals the contact's e-mail | ایمیل همان ایمیل مخاطب است",
                "de | a.example is the domain of 2 accounts, of which the name and the country fits one"
                        + " | a.example ist die Domain von 2 Accounts, von denen einer passt nach: Name · Land",
                "sv | Review: 3 records of Lead have this e-mail; 00QA is taken: changed most recently"
                        + " | Att granska: 3 poster av typen lead har den här e-postadressen; 00QA valdes: ändrades senast",
                "de | but the talk sounds like a customer: “our licence” (message m3)"
                        + " | aber das Gespräch klingt nach: Kunde: „our licence“ (Nachricht m3)",
                "fa | +10 has a budget: “we have 5000” (message m2) | +10 has a budget: «we have 5000» (پیام m2)",
                "zh | +5 can be reached: the visitor can be reached | +5 can be reached: 可以联系到访客",
            })
    void aLine(String language, String written, String told) {
        assertThat(plain(Sayings.in(language).retold(written))).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "de", "fa", "zh"})
    void everyOneIsKnownAgainWhateverIsPutIn(String language) {
        ResourceBundle english = bundle("en");
        ResourceBundle other = bundle(language);

        assertThat(english.keySet())
                .allSatisfy(key -> assertThat(plain(Sayings.in(language).retold(filled(english.getString(key)))))
                        .isEqualTo(filled(other.getString(key))));
    }

    @Test
    void whatPeopleSaidIsNeverRetold() {
        assertThat(Sayings.in("de").retold("+5 in a hurry: “in 10 min” (message m2)"))
                .isEqualTo("+5 in a hurry: „in 10 min“ (Nachricht m2)");
        assertThat(Sayings.in("zh").retold("+5 is ours: “Partner” (message m2)"))
                .contains("Partner");
    }

    @Test
    void nothingIsSetApartWhereAllGoesOneWay() {
        assertThat(Sayings.in("de").retold("+10 has a budget: “we have 5000” (message m2)"))
                .doesNotContain("\u2068");
        assertThat(Sayings.in("fa").retold("+10 has a budget: “we have 5000” (message m2)"))
                .contains("\u2068we have 5000\u2069");
    }

    @Test
    void aSentencesPartsAreSetApartByTheSameRuleAsAFindings() {
        Words english = Words.of(Words.class, List.of("en"));
        Words persian = Words.of(Words.class, List.of("fa"));

        assertThat(english.of("summary.needs", "200 seats")).isEqualTo("Needs: 200 seats");
        assertThat(english.of("summary.needs", "۲۰۰ کاربر")).isEqualTo("Needs: \u2068۲۰۰ کاربر\u2069");
        assertThat(persian.of("summary.needs", "200 seats")).endsWith(" \u2068200 seats\u2069");
        assertThat(persian.of("summary.needs", "https://a.example/1")).endsWith(" https://a.example/1");
        assertThat(Sayings.in("fa").retold("https://a.example/1 is the website of one account"))
                .contains("https://a.example/1")
                .doesNotContain("\u2068https", "example/1\u2069");
    }

    @Test
    void aSummarysHeadingsAreRetoldAndWhatWasSaidIsNot() {
        Words german = Words.of(Words.class, List.of("de"));

        assertThat(german.retoldSummary(
                        "Needs: Open: a tap / in 10 min\nwe said so\nNext: Meeting at 2026-02-30 13:00 UTC"))
                .isEqualTo(
                        "Bedarf: Open: a tap / in 10 min\nwe said so\nNächster Schritt: Meeting at 2026-02-30 13:00 UTC");
    }

    @Test
    void whatNobodyTranslatedStaysAsItIs() {
        assertThat(Sayings.in("fa").retold("a rule of ours: or so")).isEqualTo("a rule of ours: or so");
        assertThat(Sayings.in("en").retold("the domain is the same")).isEqualTo("the domain is the same");
    }

    private static String filled(String sentence) {
        return sentence.replaceAll("\\{(\\d)}", "x$1");
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle("dev.parley.words.sayings", Locale.forLanguageTag(language), Words.EXACTLY);
    }
}
