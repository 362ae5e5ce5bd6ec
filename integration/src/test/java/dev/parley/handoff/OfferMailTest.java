package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every offer and every end without a taker is told by one mail, and by one of its own. */
class OfferMailTest {
    private static final Instant NINE = Instant.parse("2026-10-19T09:00:00Z");
    private static final String ROUTING =
            """
            accept: PT5M
            rules: [{ name: all, when: 'qualification.grade = "A"', offer: [world] }]
            escalation: { mail: desk@company.example }
            pools:
              world:
                sellers: [{ email: maja@company.example }]
            """;

    private final Shop shop = new Shop(NINE, null, ROUTING);

    @AfterEach
    void end() {
        shop.close();
    }

    private List<String> texts(String recipient) {
        return shop.database.tx().call(em -> em.createQuery(
                        "select m.text from MailRow m where m.recipient = :to", String.class)
                .setParameter("to", recipient)
                .getResultList());
    }

    @Test
    void conversationsOfTwoSourcesWithOneIdAreTwo() {
        shop.says("web", "c1", "m1");
        shop.says("mail", "c1", "m1");
        shop.work();
        assertThat(texts("maja@company.example")).hasSize(2);

        shop.passes(Duration.ofMinutes(5));
        assertThat(texts("desk@company.example")).hasSize(2).allMatch(text -> text.contains("was asked"));
    }

    @Test
    void workOfTwoSourcesWithOneIdIsCountedTwice() {
        shop.says("web", "c1", "m1");
        shop.says("mail", "c1", "m1");
        shop.work();

        Workload workload = new Workload();
        shop.all().forEach((row, conversation) -> workload.take(row, Offers.of(conversation)));
        assertThat(workload.of("maja@company.example", Duration.ofMinutes(20), NINE))
                .isEqualTo(2);
    }

    @Test
    void anOfferOfAConversationThatCameBackIsToldToo() {
        OfferMail mail = new OfferMail(shop.outbox, shop.links);
        for (String at : List.of("2026-10-19T09:00:00Z", "2026-10-19T09:00:00Z", "2027-10-19T09:00:00Z")) {
            mail.ask(Shop.key("c1"), offer(Instant.parse(at)), nothing(), List.of(), ZoneOffset.UTC);
        }
        mail.send();
        assertThat(shop.outbox.waiting()).isEqualTo(2);
    }

    @Test
    void aNameWithAControlCharacterIsToldAllTheSame() {
        OfferMail mail = new OfferMail(shop.outbox, shop.links);
        ObjectNode brief = JsonNodeFactory.instance.objectNode();
        brief.putArray("visitor").add("O\u0092Brien");
        mail.ask(Shop.key("c1"), offer(NINE), brief, List.of(), ZoneOffset.UTC);
        mail.send();
        assertThat(shop.outbox.waiting()).isEqualTo(1);
    }

    @Test
    void whereNobodyCouldBeAskedTheMailSaysSo() {
        shop.says("c1", "m1");
        shop.clock.setInstant(NINE.plus(Duration.ofHours(20)));
        shop.work();

        assertThat(shop.offers("c1").made()).isEmpty();
        assertThat(texts("desk@company.example"))
                .singleElement()
                .asString()
                .startsWith("No seller could be asked in time")
                .doesNotContain("Every seller");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "sv", "de", "fa", "zh"})
    void everyLanguageSaysSo(String language) {
        Words words = Words.of(OfferMail.class, List.of(language));
        assertThat(words.of("nobodyAsked")).isNotBlank().doesNotContain("{");
        assertThat(words.language()).isEqualTo(language);
    }

    @Test
    void oneThatCannotBeKeptKeepsNoOtherBack() {
        shop.database.tx().run(em -> em.createNativeQuery(
                        "alter table outbox add constraint nobody_there check (recipient <> 'gone@company.example')")
                .executeUpdate());
        OfferMail mail = new OfferMail(shop.outbox, shop.links);
        for (String recipient : List.of("one@company.example", "gone@company.example", "two@company.example")) {
            mail.isAbout(Shop.key(recipient));
            mail.escalate(recipient, recipient, null, nothing(), List.of());
        }

        assertThat(mail.send()).containsExactly(Shop.key("gone@company.example"));
        assertThat(texts("one@company.example")).hasSize(1);
        assertThat(texts("two@company.example")).hasSize(1);
        mail.forget();
        assertThat(mail.send()).as("nothing is left of them").isEmpty();
        assertThat(shop.outbox.waiting()).isEqualTo(2);
    }

    private static JsonNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static Offer offer(Instant at) {
        return new Offer(
                "parley:handoff:a:1",
                1,
                new Offer.Seller(null, "Maja", "maja@company.example"),
                "world",
                "all",
                at,
                at.plus(Duration.ofMinutes(5)),
                Map.of(),
                Offer.State.OFFERED,
                null,
                false);
    }
}
