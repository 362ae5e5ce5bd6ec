package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people from outside are told says neither who the visitor is nor how to reach them. */
class DiscretionTest {
    private final ObjectNode dossier = JsonNodeFactory.instance.objectNode();

    DiscretionTest() {
        dossier.putObject("visitor")
                .put("name", "Ann Öberg")
                .put("company", "Voltastone AB")
                .put("email", "ann@voltastone.example")
                .put("phone", "+46701234567");
    }

    private Case conversation() {
        return new Case(null, dossier, null, java.util.Set.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Write to ann.o@mail.example, please                 | Write to …, please
            I am ann öberg of VOLTASTONE AB                      | I am … of …
            Call +46 70-123 45 67 or (030) 123 456 78 today      | Call … or (… today
            This is Ann; we announce it on 2026-12-01 09:00      | This is …; we announce it on 2026-12-01 09:00
            شماره من ۰۹۱۲۳۴۵۶۷۸۹ است                              | شماره من … است
            We need 40 seats by 2026-12-01, budget 120 000 EUR   | We need 40 seats by 2026-12-01, budget 120 000 EUR
            """)
    void whatWasSaidLosesNamesAndAddresses(String said, String told) {
        assertThat(new Discretion(conversation()).without(said)).isEqualTo(told);
    }

    @Test
    void aNameOfTwoHanLettersIsAName() {
        dossier.putObject("visitor").put("name", "王伟");

        assertThat(new Discretion(conversation()).without("我是王伟，需要四十个账号")).isEqualTo("我是…，需要四十个账号");
    }

    @Test
    void theLeastBriefSaysWhatTheyNeedAndNothingOfThem() {
        ObjectNode judged = dossier.putObject("qualification").put("stage", "Prospect");
        judged.putArray("needs").add("Call Ann Öberg at 070 123 45 67 about 40 seats");
        dossier.putObject("identity")
                .put("opportunityId", "006A")
                .put("evidence", "the address ann@voltastone.example");
        dossier.putObject("opportunity").put("name", "Voltastone renewal");

        ObjectNode least = new Briefing(conversation(), "https://org.example").write(true);

        assertThat(least.toString())
                .contains("Prospect", "about 40 seats")
                .doesNotContain("Ann", "070", "ann@", "Voltastone", "org.example");
        assertThat(new Briefing(conversation(), "https://org.example")
                        .write(false)
                        .toString())
                .contains("Ann Öberg", "org.example/lightning/r/Opportunity/006A/view");
    }
}
