package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.DueOffers.Again;
import dev.parley.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When it is next looked whether a seller must be asked: at once where the visitor speaks, else a little later. */
class NextLookTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration LITTLE = Duration.ofSeconds(2);
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void theCompanysOwnWordsWaitForTheVisitorsAnswer(Database database) {
        try (database) {
            Conversations store = conversations(database);
            DueOffers looks = new DueOffers(database.tx(), CLOCK);
            store.receive(List.of(says(1, "visitor")));
            assertThat(looks.next()).contains(NOW);
            look(looks, null);

            store.receive(List.of(says(2, "agent")));
            assertThat(looks.next()).contains(NOW.plus(LITTLE));
            store.receive(List.of(says(3, "visitor")));
            assertThat(looks.next()).contains(NOW);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void theyPutNothingOffThatWasToBeLookedAtSooner(Database database) {
        try (database) {
            Conversations store = conversations(database);
            DueOffers looks = new DueOffers(database.tx(), CLOCK);
            store.receive(List.of(says(1, "visitor")));
            look(looks, NOW.plusSeconds(1));

            store.receive(List.of(says(2, "agent")));
            assertThat(looks.next()).contains(NOW.plusSeconds(1));
        }
    }

    private static Conversations conversations(Database database) {
        DueRule due = new DueRule(Duration.ofSeconds(30), Duration.ofMinutes(5), false, Duration.ofMinutes(2));
        return new Conversations(database.tx(), CLOCK, due, Duration.ofHours(24));
    }

    private static void look(DueOffers looks, Instant again) {
        looks.settle(looks.claim(1, source -> true).stream()
                .map(due -> new Again(due, again))
                .toList());
    }

    private static ChatEvent says(int second, String role) {
        ObjectNode data =
                JsonNodeFactory.instance.objectNode().put("id", "m" + second).put("text", "Hello?");
        data.putObject("author").put("role", role);
        return ChatEvents.read(new Envelope(
                "e" + second, "site", "chat.message.posted", "talk", NOW.minusSeconds(10 - second), "", data));
    }
}
