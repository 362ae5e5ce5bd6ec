package dev.parley.talk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language of a message, also of those that are easily taken for another. */
class LanguagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            en | We are looking for a scheduling tool for forty drivers and would like to see a demo
            sv | Vi letar efter ett system för fyrtio förare och vill gärna se en visning av det
            de | Wir suchen eine Lösung für vierzig Fahrer und möchten sie gern einmal sehen
            da | Vi leder efter en løsning til fyrre chauffører og vil meget gerne se den hos jer
            nl | Wij zoeken een oplossing voor veertig chauffeurs en willen die graag een keer zien
            fr | Nous cherchons une solution pour quarante chauffeurs et nous voudrions la voir
            es | Buscamos una solución para cuarenta conductores y nos gustaría verla pronto
            fa | ما دنبال سامانه‌ای برای چهل راننده هستیم و دوست داریم آن را ببینیم
            ar | نحن نبحث عن نظام لأربعين سائقًا في الشركة ونودّ أن نرى عرضًا له قريبًا
            zh | 我们想给四十个司机找一套调度系统，想先看看演示
            ja | 四十人の運転手のためのシステムを探しています
            ru | Мы ищем систему для сорока водителей и хотели бы её посмотреть
            """)
    void aSentenceSaysItself(String language, String text) {
        assertThat(ShippedTalk.read(text).language()).isEqualTo(language);
    }

    /** Norwegian is not among the languages that are told apart; it is not taken for one that has phrases. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Hei, vi ser etter en løsning for førti sjåfører og ønsker å få den vist fram neste uke
            Kan dere fortelle meg hvor mye det koster i året, og om dere har noe for mindre bedrifter?
            """)
    void norwegianIsNotTakenForSwedish(String text) {
        assertThat(ShippedTalk.read(text).language()).isNotIn("sv", "en", "de");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            de | en | Können Sie mir bitte sagen, was vierzig Lizenzen im Jahr kosten würden?
            en | de | Could you please tell me what forty licences would cost us per year?
            sv | en | Skulle ni kunna berätta för mig vad fyrtio licenser kostar per år hos er?
            """)
    void aLongMessageSaysMoreThanTheConversationBefore(String language, String before, String text) {
        assertThat(ShippedTalk.TALK.read(text, Speaker.VISITOR, before).language())
                .isEqualTo(language);
    }
}
