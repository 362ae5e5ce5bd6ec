package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A condition that fails stops what it decides on and nothing else, and who keeps the files is told once. */
class FailingConditionsTest {
    private static final Instant MORNING = Instant.parse("2026-10-19T06:00:00Z");
    private static final Instant NEXT_MORNING = Instant.parse("2026-10-20T06:00:00Z");
    private static final String HOURS =
            "calendars: { office: { timezone: Europe/Stockholm, week: { monday: 08:00-17:00, tuesday: 08:00-17:00 } } }";

    private static final String RULE = "'qualification.grade = \"A\"'";
    private static final String NOBODY = "'false'";
    private static final String FAILS = "'visitor.name + 1 > 2'";

    private Shop shop;

    private void opens(String rule, String followUp, String promise) {
        shop = new Shop(MORNING, HOURS, routing(rule, followUp, promise));
    }

    private static String routing(String rule, String followUp, String promise) {
        return """
        rules: [{ name: everybody, when: %s, offer: [team] }]
        followUp: { when: %s, to: [team] }
        service:
          - { name: shops, when: %s, firstResponse: PT20M }
        escalation: { owner: desk@company.example }
        pools:
          team: { hours: office, sellers: [{ email: maja@company.example }] }
        """
                .formatted(rule, followUp, promise);
    }

    @AfterEach
    void end() {
        shop.close();
    }

    private void asks(String conversation) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.putObject("visitor").put("email", "ann@customer.example");
        shop.hears("web", conversation, "who", "chat.visitor.identified", data);
        shop.says(conversation, "m1");
    }

    private List<Breach> breaches() {
        return Breach.of(shop.due.look(Shop.key("c1")).orElseThrow().conversation());
    }

    private FollowUp followUp() {
        return FollowUp.of(shop.due.look(Shop.key("c1")).orElseThrow().conversation());
    }

    private List<String> alerts() {
        return shop.database.tx().call(em -> em.createQuery(
                        "select concat(m.subject, ' ', m.text) from MailRow m where m.recipient = :to", String.class)
                .setParameter("to", Shop.ADMIN)
                .getResultList());
    }

    @Test
    void aPromiseThatFailsHoldsUpNoOffer() {
        opens(RULE, NOBODY, FAILS);
        asks("c1");

        assertThat(shop.work()).as("until she has to answer").contains(MORNING.plus(Duration.ofMinutes(5)));
        assertThat(shop.answers("c1", true)).isEqualTo(Answering.Answer.TAKEN);
        assertThat(shop.work()).as("looked at again").isEmpty();
        assertThat(breaches()).isEmpty();
    }

    @Test
    void aRuleThatFailsOffersNothingAndWhatIsPromisedIsWatched() {
        opens(FAILS, NOBODY, RULE);
        asks("c1");

        assertThat(shop.work()).contains(MORNING.plus(Duration.ofMinutes(20)));
        assertThat(shop.offers("c1").last()).isEmpty();
        shop.passes(Duration.ofMinutes(20));
        assertThat(breaches()).hasSize(1);
        assertThat(shop.work()).as("looked at again").isEmpty();
    }

    @Test
    void whomARuleThatFailsOffersToNobodyIsWrittenTo() {
        opens(FAILS, RULE, NOBODY);
        asks("c1");
        assertThat(shop.work()).contains(NEXT_MORNING);

        shop.passes(Duration.between(MORNING, NEXT_MORNING));
        assertThat(followUp()).isNotNull();
    }

    @Test
    void aFollowUpThatFailsIsNotDueAndNotPolled() {
        opens(NOBODY, FAILS, NOBODY);
        asks("c1");

        assertThat(shop.work()).isEmpty();
        shop.passes(Duration.ofDays(3));
        assertThat(followUp()).isNull();
        assertThat(alerts()).hasSize(1);
    }

    @Test
    void itIsToldOnceWithItsLineWhicheverConversationsItFailsFor() {
        opens(RULE, NOBODY, FAILS);
        asks("c1");
        shop.work();
        shop.restart();
        shop.says("c2", "m1");
        shop.work();

        assertThat(alerts()).hasSize(1);
        assertThat(alerts().get(0))
                .contains("routing.yaml:4:", "T2001", "parley.jar mappings")
                .doesNotContain("Ann");
    }

    @Test
    void whatFailsInOtherFilesIsToldAnewAndWhatIsMendedIsHeeded() {
        opens(RULE, NOBODY, FAILS);
        asks("c1");
        shop.work();
        shop.takesUp(HOURS, routing(RULE, NOBODY, FAILS) + "# Tried to mend it.\n");
        shop.says("c1", "m2");
        shop.work();
        assertThat(alerts()).hasSize(2);

        shop.takesUp(HOURS, routing(NOBODY, NOBODY, RULE));
        shop.says("c1", "m3");
        Optional<Instant> next = shop.work();
        shop.passes(Duration.ofMinutes(20));
        assertThat(next).isPresent();
        assertThat(breaches()).hasSize(1);
        assertThat(alerts()).hasSize(2);
    }
}
