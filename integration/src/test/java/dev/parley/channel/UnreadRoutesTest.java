package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.store.Database;
import dev.parley.store.Stores;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A delivery that nobody ever mended is forgotten as conversations are. */
class UnreadRoutesTest extends CamelTestSupport {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Database database = Stores.h2();
    private final Unread unread = new Unread(database.tx(), Clock.fixed(NOON, ZoneOffset.UTC));

    @Override
    protected RoutesBuilder createRouteBuilder() {
        keep("old", NOON.minus(Period.ofDays(31)));
        keep("new", NOON.minus(Period.ofDays(29)));
        return new UnreadRoutes(unread, Clock.fixed(NOON, ZoneOffset.UTC), Period.ofDays(30));
    }

    @AfterEach
    void closeTheStore() {
        database.close();
    }

    @Test
    void onlyWhatIsOldGoes() {
        await().untilAsserted(() ->
                assertThat(unread.list()).extracting(UnreadEntry::source).containsExactly("new"));
    }

    private void keep(String source, Instant at) {
        byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
        unread.keep(new RawBody(source, "text/plain", "{}", bytes, at), null, "no file reads it");
    }
}
