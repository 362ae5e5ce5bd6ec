package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** An office that promises its visitors an answer in working time, and one conversation there. */
abstract class PromiseStage {
    /** Three minutes before the office closes until Monday. */
    static final Instant FRIDAY = Instant.parse("2026-10-16T14:57:00Z");

    static final Instant MONDAY = Instant.parse("2026-10-19T06:00:00Z");

    static final String HOURS =
            """
            calendars:
              office: { timezone: Europe/Stockholm, week: { monday: 08:00-17:00, friday: 08:00-17:00 } }
            """;

    static final String ROUTING =
            """
            rules: [{ name: everybody, when: 'qualification.grade = "A"', offer: [team] }]
            service:
              - { name: shops, when: 'qualification.grade = "D"', firstResponse: PT1M }
              - { name: all, hours: office, firstResponse: PT5M, waiting: PT10M, accept: PT30M }
            escalation: { mail: desk@company.example }
            pools:
              team: { hours: office, sellers: [{ email: maja@company.example }] }
            """;

    final Shop shop = new Shop(FRIDAY, HOURS, ROUTING);

    @AfterEach
    void end() {
        shop.close();
    }

    void agent(String id) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("id", id).put("text", "Yes.");
        data.putObject("author").put("role", "agent");
        shop.hears("web", "c1", id, "chat.message.posted", data);
        shop.work();
    }

    /** What was asked is answered at once; nobody has to take it over any more. */
    void answered() {
        shop.clock.setInstant(MONDAY);
        shop.says("c1", "m1");
        shop.work();
        accept();
        agent("a1");
        shop.clock.setInstant(MONDAY.plusSeconds(60));
    }

    void says(String role, String id) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("id", id).put("text", "It does.");
        data.putObject("author").put("role", role);
        shop.hears("web", "c1", id, "chat.message.posted", data);
        shop.work();
    }

    List<Breach> breaches() {
        return Breach.of(shop.due.look(Shop.key("c1")).orElseThrow().conversation());
    }

    Breach breach() {
        assertThat(breaches()).hasSizeLessThan(2);
        return breaches().stream().findFirst().orElse(null);
    }

    void accept() {
        assertThat(shop.answers("c1", true)).isEqualTo(Answering.Answer.TAKEN);
        shop.work();
    }
}
