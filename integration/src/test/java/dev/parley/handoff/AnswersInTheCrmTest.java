package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.Crm;
import dev.parley.handoff.Offer.State;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sellers who answer in the CRM, where Parley looks once a minute. */
class AnswersInTheCrmTest {
    private static final Instant NINE = Instant.parse("2026-10-19T09:00:00Z");
    private static final Instant UNTIL = NINE.plus(Duration.ofMinutes(5));
    private static final String ROUTING =
            """
            accept: PT5M
            rules: [{ name: all, when: 'qualification.grade = "A"', offer: [one, two] }]
            pools:
              one: { sellers: [{ email: maja@company.example }] }
              two: { sellers: [{ email: ivo@company.example }] }
            """;

    private final Shop shop = new Shop(NINE, null, ROUTING);

    @BeforeEach
    void begin() {
        shop.crm = maja();
        shop.reading = Duration.ofMinutes(1);
        shop.restart();
        shop.says("c1", "m1");
        shop.work();
    }

    @AfterEach
    void end() {
        shop.close();
    }

    @Test
    void whoAcceptedInTimeHasTheConversationThoughItIsReadLater() {
        shop.passes(Duration.ofSeconds(330));
        assertThat(answered(true, UNTIL.minusSeconds(10))).isEqualTo(State.ACCEPTED);
        shop.passes(Duration.ofMinutes(10));

        assertThat(shop.offers("c1").made()).hasSize(1);
        assertThat(last().answeredAt()).isEqualTo(UNTIL.minusSeconds(10));
    }

    @Test
    void whoAnswersTooLateIsTooLateHoweverSoonItIsRead() {
        shop.passes(Duration.ofSeconds(302));

        assertThat(answered(true, UNTIL.plusSeconds(1))).isEqualTo(State.OFFERED);
        shop.passes(Duration.ofMinutes(1));
        assertThat(shop.offers("c1").made()).hasSize(2);
        assertThat(shop.offers("c1").made().get(0).state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void onceItIsKnownThatNobodyAnsweredTheNextIsAskedAndWaitsForNoCrm() {
        shop.passes(Duration.ofMinutes(5));
        assertThat(shop.work()).contains(UNTIL.plus(Duration.ofMinutes(1)));
        shop.passes(Duration.ofMinutes(1));

        assertThat(last().seller().email()).isEqualTo("ivo@company.example");
        assertThat(shop.work()).contains(last().until());
    }

    /** A CRM that has one user. */
    private static Crm maja() {
        ObjectNode maja = JsonNodeFactory.instance
                .objectNode()
                .put("Id", "005000000000001AAA")
                .put("Username", "maja@company.example")
                .put("Name", "Maja")
                .put("Email", "maja@company.example")
                .put("UserType", "Standard")
                .put("IsActive", true);
        return (Crm) Proxy.newProxyInstance(
                Crm.class.getClassLoader(),
                new Class<?>[] {Crm.class},
                (proxy, method, args) -> List.of(List.of(maja), List.of()));
    }

    private State answered(boolean accept, Instant at) {
        String user = last().seller().id();
        return shop.answering()
                .answerAs(Shop.key("c1"), user, accept, at)
                .orElseThrow()
                .state();
    }

    private Offer last() {
        return shop.offers("c1").last().orElseThrow();
    }
}
