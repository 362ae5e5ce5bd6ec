package dev.parley.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How we stand to somebody: what the CRM knows, then what they say. */
class StagesTest {

    @Test
    void whatTheCrmKnowsGoesBeforeWhatIsSaidAndTheDisagreementIsShown() {
        Stage stage = new Talk()
                .visitor("Hello. Our licence for 40 seats runs out in June.")
                .with(Talk.account("Prospect"))
                .stage();

        assertThat(stage.name()).isEqualTo("prospect");
        assertThat(stage.evidence())
                .extracting(Evidence::toString)
                .contains("the CRM knows the visitor as a contact")
                .contains(
                        "but the talk sounds like a customer: “Our licence for 40 seats runs out in June.” (message m1)");
    }

    @Test
    void aWonOpportunityMakesACustomerWhateverTheTypeSays() {
        assertThat(new Talk()
                        .visitor("Hi")
                        .with(Talk.account("Other", "won"))
                        .stage()
                        .name())
                .isEqualTo("customer");
    }

    @Test
    void aPartnerIsOneEvenIfSomethingWasSoldToThem() {
        assertThat(new Talk()
                        .visitor("Hi")
                        .with(Talk.account("Partner", "won"))
                        .stage()
                        .name())
                .isEqualTo("partner");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We are evaluating three vendors at the moment. | prospect",
                "Where is our last order? | customer",
                "As your reseller we would need a demo. | partner",
                "What does it weigh? | unknown",
                "Vår licens går ut i maj. | customer",
                "Vi utvärderar flera leverantörer. | prospect",
                "Unsere Lizenz läuft im Mai ab. | customer",
                "Wir vergleichen gerade mehrere Anbieter. | prospect",
                "ما در حال مقایسه چند محصول هستیم | prospect",
                "我们的合同快到期了 | customer",
                "我们正在选型 | prospect",
            })
    void theTalkTellsWhereTheCrmDoesNot(String said, String stage) {
        assertThat(new Talk().visitor(said).ofNobody().stage().name()).isEqualTo(stage);
    }

    @Test
    void whoTheCrmSurelyDoesNotKnowIsNew() {
        Circumstances lead = new Circumstances(Map.of(), Set.of(), null, null, true, true, Talk.START, null);

        assertThat(new Talk().visitor("What does it weigh?").with(lead).stage().name())
                .isEqualTo("new");
    }
}
