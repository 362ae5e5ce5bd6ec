package dev.parley.talk;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write for one another is read as the same. */
class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "می‌خوام,میخوام",
        "می خوام,میخوام",
        "نمی‌شه,نمیشه",
        "نمي شه,نمیشه",
        "كتاب‌ها,کتابها",
        "کتاب ها,کتابها",
        "نرم‌افزار,نرم افزار",
        "لطفاً,لطفا",
        "آقا,اقا",
        "خانهٔ ما,خانه ما",
        "مسئول,مسيول",
        "ســـلام,سلام",
        "سلاممممم,سلام",
        "۱۲ تا,12 تا",
        "١٢ تا,12 تا",
        "چطوره؟,چطوره?",
        "這個產品多少錢,这个产品多少钱",
        "轉 人工,转人工",
        "Hiiiii,hi",
        "don’t,don't"
    })
    void oneSpellingIsReadAsTheOther(String written, String meant) {
        assertThat(Spelling.plain(written)).isEqualTo(Spelling.plain(meant));
    }

    @Test
    void whatIsNoVariantStaysAsItIs() {
        assertThat(Spelling.plain("Ärendet är löst, 谢谢你们, haha")).isEqualTo("ärendet är löst, 谢谢你们, haha");
    }

    @Test
    void anAdminsRuleIsReadInTheSameSpelling() {
        assertThat(Spelling.of("(می‌خوام|میخوام|می خوام)\\P{L}")).isEqualTo("(میخوام|میخوام|میخوام)\\P{L}");
    }

    @Property
    void spellingTwiceChangesNothing(@ForAll String text) {
        String once = Spelling.of(text);

        assertThat(Spelling.of(once)).isEqualTo(once);
    }
}
