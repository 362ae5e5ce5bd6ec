package dev.parley.channel.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Properties;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.test.junit5.CamelContextConfiguration;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The route that tells a chat service, again and again. */
class WriteBackRoutesTest extends CamelTestSupport {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ChatwootStandIn chatwoot = new ChatwootStandIn();
    private final Talks talks = new Talks("chatwoot", chatwoot, ChatwootStandIn.TOKEN);

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new WriteBackRoutes(talks.program());
    }

    @Override
    public void configureContext(CamelContextConfiguration context) {
        super.configureContext(context);
        Properties properties = new Properties();
        properties.setProperty("writeBack.period", "50");
        context.withUseOverridePropertiesWithPropertiesComponent(properties);
    }

    @AfterEach
    void end() {
        context.stop();
        chatwoot.close();
        talks.close();
    }

    @Test
    void whatHappensIsToldWithoutBeingAskedForAndARefusalStopsNothing() {
        assertThat(context.getRoutes()).singleElement().satisfies(route -> assertThat(route.getId())
                .isEqualTo("write-back-chatwoot"));
        chatwoot.begins("5");
        chatwoot.says("5", "May I talk to a person about pricing?");
        chatwoot.refuses("POST conversations/5/messages", 503);
        talks.asked("5");
        await("the service refused once")
                .atMost(PATIENCE)
                .until(() -> chatwoot.asked("POST").size() == 1);
        assertThat(chatwoot.notes("5")).isEmpty();

        await("it is told all the same").atMost(PATIENCE).until(() -> {
            // Again and again: the refusal may not have been noted before the first time.
            talks.clock.add(Duration.ofSeconds(10));
            return chatwoot.notes("5").size() == 1;
        });
    }
}
