package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More sellers than a conversation can keep offers of: it ends all the same, instead of asking one of them for ever. */
class LongChainTest {
    @Test
    void aChainOfManySellersEndsWithTheEscalation() {
        String sellers = IntStream.range(0, 60)
                .mapToObj("      - { email: s%d@company.example }"::formatted)
                .collect(Collectors.joining("\n"));
        String routing =
                """
                accept: PT1M
                within: PT3H
                rules: [{ name: all, when: 'qualification.grade = "A"', offer: [world] }]
                escalation: { mail: desk@company.example }
                pools:
                  world:
                    sellers:
                """
                        + sellers
                        + "\n";
        try (Shop shop = new Shop(Instant.parse("2026-10-19T09:00:00Z"), null, routing)) {
            shop.says("c1", "m1");
            shop.work();
            for (int minutes = 0; minutes < 60; minutes++) {
                shop.passes(Duration.ofMinutes(1));
            }
            Offers offers = shop.offers("c1");
            assertThat(offers.made()).hasSize(Course.MOST_OFFERS);
            assertThat(offers.status()).isEqualTo("Escalated");
        }
    }
}
