package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.crm.Change;
import dev.parley.crm.Change.Kind;
import dev.parley.crm.ChangeFeed;
import dev.parley.crm.salesforce.SalesforceChanges;
import dev.parley.crm.salesforce.SalesforceSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The org's change events, as the gateway tells them. */
class ChangeFeedTest {

    private static final List<String> SOBJECTS = List.of("Account", "Contact", "Lead", "Opportunity");
    private static final Function<String, Long> FROM_NOW = sobject -> null;

    /** The client subscribes anew at once or, where it had not yet noted the refusal, after the long poll of 110 s. */
    private static final Duration ANEW = Duration.ofMinutes(4);

    @TempDir
    private Path home;

    private final List<Change> told = new CopyOnWriteArrayList<>();
    private CamelContext context;
    private Org org;

    @BeforeEach
    void start() throws Exception {
        org = Org.start(home);
        context = new DefaultCamelContext();
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
        org.close();
    }

    private boolean follow(Function<String, Long> after) {
        return feed().follow(SOBJECTS, after, told::add);
    }

    private ChangeFeed feed() {
        return feed(Clock.systemUTC());
    }

    private ChangeFeed feed(Clock clock) {
        SalesforceSettings settings = new SalesforceSettings(
                URI.create(org.url()), "parley-demo", "parley-demo", "62.0", Duration.ofSeconds(10), 1000);
        return new SalesforceChanges(context, settings, clock);
    }

    private Change await1(String name) {
        await().until(() -> told.stream().anyMatch(change -> isOf(change, name)));
        return told.stream().filter(change -> isOf(change, name)).findFirst().orElseThrow();
    }

    private static boolean isOf(Change change, String name) {
        return change.fields().path("Name").asText().equals(name);
    }

    /** Subscribing is answered later: the first account that is told of shows that it has been. */
    private void listening() {
        await().pollInterval(Duration.ofMillis(200)).until(() -> {
            org.create("Account", Map.of("Name", "Hello"));
            return !told.isEmpty();
        });
    }

    @Test
    void aChangeIsToldByItsFieldsAndWithoutAnApiCall() {
        assertThat(follow(FROM_NOW)).isTrue();
        listening();

        String id = org.create("Account", Map.of("Name", "Nordwind", "BillingCountry", "Norway"));
        Change made = await1("Nordwind");
        org.edit("Account", id, Map.of("Name", "Southwind"));
        Change changed = await1("Southwind");
        org.delete("Account", id);

        assertThat(made.kind()).isEqualTo(Kind.CREATED);
        assertThat(made.ids()).containsExactly(id);
        assertThat(made.fields().path("BillingCountry").asText()).isEqualTo("Norway");
        assertThat(made.own()).isFalse();
        assertThat(changed.kind()).isEqualTo(Kind.UPDATED);
        assertThat(changed.fields().has("BillingCountry")).isFalse();
        await().until(() -> told.get(told.size() - 1).kind() == Kind.DELETED);
    }

    @Test
    void aRestartGoesOnAfterTheLastChangeThatWasTaken() throws Exception {
        follow(FROM_NOW);
        listening();
        Change last = told.get(told.size() - 1);
        context.stop();
        org.create("Account", Map.of("Name", "Missed"));
        context = new DefaultCamelContext();
        context.start();

        follow(sobject -> sobject.equals("Account") ? last.replayId() : null);

        assertThat(await1("Missed").kind()).isEqualTo(Kind.CREATED);
    }

    @Test
    void whereTheLastChangeIsTooOldTheFeedEndsAndBeginsAnew() {
        ChangeFeed feed = feed();
        feed.follow(SOBJECTS, sobject -> 17L, told::add);

        await("the org's refusal").atMost(ANEW).until(() -> {
            boolean follows = feed.follow(SOBJECTS, sobject -> 17L, told::add);
            org.create("Account", Map.of("Name", "From now on"));
            return follows && told.stream().anyMatch(change -> isOf(change, "From now on"));
        });
    }

    @Test
    void whoWentOnFromAPlaceAndHearsNothingOfATypeSubscribesOnceMore() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
        InstantSource time = now::get;
        ChangeFeed feed = feed(time.withZone(ZoneOffset.UTC));
        assertThat(feed.follow(SOBJECTS, sobject -> -1L, told::add)).isTrue();
        listening();
        context.getRouteController().stopRoute("follow-crm-account");
        told.clear();

        now.set(now.get().plusSeconds(61));
        assertThat(feed.follow(SOBJECTS, sobject -> -1L, told::add)).isTrue();

        listening();
    }

    @Test
    void anOrgThatCannotBeReachedTellsNothing() {
        org.close();

        assertThat(follow(FROM_NOW)).isFalse();
    }
}
