package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.mapping.Place;
import dev.parley.store.Database;
import dev.parley.store.Stores;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be read waits for a person, and is read once the person has mended its file. */
class UnreadTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final Place LINE = new Place("sources/shop.yaml", 8, 11);
    private static final byte[] BODY = "{\"id\": 7}".getBytes(StandardCharsets.UTF_8);

    static Stream<Database> stores() {
        return Stores.all();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aBodyIsKeptWholeAndListedWithItsLine(Database database) {
        try (database) {
            Unread unread = new Unread(database.tx(), CLOCK);

            String id = unread.keep("shop", "application/json", BODY, LINE, "'id' gives no value");

            assertThat(id).startsWith("unread-");
            assertThat(unread.count()).isEqualTo(1);
            assertThat(unread.list())
                    .containsExactly(new UnreadEntry(
                            id, "shop", NOON, "application/json", 9, "sources/shop.yaml:8:11", "'id' gives no value"));
            assertThat(unread.find(id).orElseThrow().bytes()).isEqualTo(BODY);
            assertThat(unread.remove(id)).isTrue();
            assertThat(unread.remove(id)).isFalse();
            assertThat(unread.list()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void theSameBytesOfOneSourceAreKeptOnce(Database database) {
        try (database) {
            Unread unread = new Unread(database.tx(), CLOCK);

            String first = unread.keep("shop", "application/json", BODY, LINE, "one reason");
            String again = unread.keep("shop", "application/json", BODY, null, "another reason");
            unread.keep("store", "application/json", BODY, LINE, "one reason");

            assertThat(again).isEqualTo(first);
            assertThat(unread.list())
                    .extracting(UnreadEntry::source, UnreadEntry::place, UnreadEntry::reason)
                    .containsExactly(
                            tuple("store", "sources/shop.yaml:8:11", "one reason"),
                            tuple("shop", null, "another reason"));
        }
    }

    @Test
    void whatFindsNoRoomIsRefusedUntilSomebodyHasTidiedUp() {
        try (Database database = Stores.h2()) {
            Unread unread = new Unread(database.tx(), CLOCK, BODY.length);
            String id = unread.keep("shop", "application/json", BODY, LINE, "why");

            assertThatThrownBy(() -> unread.keep("shop", "application/json", new byte[] {1}, LINE, "why"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().status()).isEqualTo(429))
                    .hasMessageContaining("dead-letters list");
            // What is there already takes no more room.
            assertThat(unread.keep("shop", "application/json", BODY, LINE, "why"))
                    .isEqualTo(id);
        }
    }

    @Test
    void idsOfOtherThingsAreNotFound() {
        try (Database database = Stores.h2()) {
            Unread unread = new Unread(database.tx(), CLOCK);

            for (String id : List.of("unread-1", "unread-", "unread-x", "7", "", "unread-99999999999999999999")) {
                assertThat(unread.find(id)).as(id).isEmpty();
                assertThat(unread.remove(id)).as(id).isFalse();
            }
        }
    }

    @Test
    void aReplayStoresTheEventsAndForgetsTheBody() {
        try (Database database = Stores.h2()) {
            Unread unread = new Unread(database.tx(), CLOCK);
            String id = unread.keep("shop", "application/json", BODY, LINE, "why");
            Rereading rereading = new Rereading(
                    unread,
                    List.of(
                            reader("text/plain", delivery -> {
                                throw new AssertionError("reads something else");
                            }),
                            reader("application/json", delivery -> assertThat(delivery.bytes())
                                    .isEqualTo(BODY))));

            assertThat(rereading.replay(id)).map(RawBody::source).contains("shop");
            assertThat(unread.count()).isZero();
            assertThat(rereading.replay(id)).isEmpty();
        }
    }

    @Test
    void whatStillCannotBeReadStaysWithItsNewReason() {
        try (Database database = Stores.h2()) {
            Unread unread = new Unread(database.tx(), CLOCK);
            String id = unread.keep("shop", "application/json", BODY, LINE, "why");
            Rereading rereading = new Rereading(unread, List.of(reader("application/json", delivery -> {
                throw new Unreadable(new Place("sources/shop.yaml", 9, 1), "still not");
            })));

            assertThatThrownBy(() -> rereading.replay(id))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().status()).isEqualTo(409))
                    .hasMessage("It still cannot be read: sources/shop.yaml:9:1 still not");
            assertThat(unread.list())
                    .extracting(UnreadEntry::id, UnreadEntry::reason)
                    .containsExactly(tuple(id, "still not"));
        }
    }

    private static UnreadReader reader(String mediaType, Consumer<RawBody> read) {
        return new UnreadReader() {
            @Override
            public boolean reads(String other) {
                return other.equals(mediaType);
            }

            @Override
            public void read(RawBody delivery) {
                read.accept(delivery);
            }
        };
    }
}
