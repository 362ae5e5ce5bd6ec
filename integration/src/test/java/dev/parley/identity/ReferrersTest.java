package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Referrers.Referrer;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.Qualification;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a visitor means who says who recommended us: one contact, or nobody. */
class ReferrersTest extends Matching {

    private static final Qualification SHIPPED =
            MappingFiles.load(Path.of("..", "mappings")).orThrow().qualification();

    @BeforeEach
    void customers() {
        crm.has("Account", "001B", "Name", "Bergslags Steel AB")
                .has("Contact", "003K", "Name", "Karin Ekdahl", "AccountId", "001B")
                .has("Contact", "003V", "Name", "Anna von der Heide", "AccountId", "001N")
                .has("Contact", "003P", "Name", "کارین اکدال", "AccountId", "001B")
                .has("Contact", "003W", "Name", "伟 王", "FirstName", "伟", "LastName", "王", "AccountId", "001B");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Karin Ekdahl of Bergslags recommended you.",
                "karin ekdahl told me about you",
                "Your customer Karin Ekdahl (Bergslags Steel) sent me here.",
                "I heard about you from Ms Karin Ekdahl, Bergslags, last week.",
                "Ekdahl, Karin recommended you",
                "Karin Ekdahl på Bergslags tipsade om er",
                "Frau Karin Ekdahl von der Firma Bergslags Steel hat Sie empfohlen."
            })
    void theOneContactOfThatNameIs(String sentence) {
        assertThat(in(sentence)).contains(new Referrer("003K", "Karin Ekdahl", "001B"));
    }

    @Test
    void namesOfMoreWordsAndOfOtherScriptsAreFoundToo() {
        assertThat(in("Anna von der Heide suggested you"))
                .map(Referrer::contactId)
                .contains("003V");
        assertThat(in("Anna Heide suggested you")).map(Referrer::contactId).contains("003V");
        assertThat(in("کارین اکدال از شرکت Bergslags شما را معرفی کرد"))
                .map(Referrer::contactId)
                .contains("003P");
        assertThat(in("王伟推荐了你们")).map(Referrer::contactId).contains("003W");
        assertThat(in("是Bergslags公司的王伟推荐我来找你们的")).map(Referrer::contactId).contains("003W");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Karin recommended you",
                "Ms Ekdahl recommended you",
                "Karin Ekdahl Svensson recommended you",
                "Karin Ekdahl of Nordkap recommended you",
                "Karin Ekdahl (Nordkap) recommended you",
                "Nordkap的王伟推荐了你们",
                "Karin Ekdahl and Anna von der Heide recommended you",
                "Karin met Bo Ekdahl, who recommended you",
                "A friend of mine recommended you",
                "",
                "@ of Bergslags recommended you"
            })
    void whoMayBeAnotherOneOrSeveralIsNobody(String sentence) {
        assertThat(in(sentence)).isEmpty();
    }

    @Test
    void ofTwoOfOneNameTheCompanyTellsWhich() {
        crm.has("Account", "001F", "Name", "Fjord Pumps ApS")
                .has("Contact", "003L", "Name", "Karin Ekdahl", "AccountId", "001F");

        assertThat(in("Karin Ekdahl recommended you")).isEmpty();
        assertThat(in("Karin Ekdahl of Fjord recommended you"))
                .map(Referrer::contactId)
                .contains("003L");
    }

    @Test
    void aLongSentenceIsLookedThroughInBoundedTime() {
        String endless = "word ".repeat(20_000) + "Karin Ekdahl recommended you";

        assertThat(in(endless)).isEmpty();
        assertThat(in("王".repeat(20_000))).isEmpty();
    }

    private Optional<Referrer> in(String sentence) {
        directory.refresh();
        return new Referrers(directory, SHIPPED).in(sentence);
    }
}
