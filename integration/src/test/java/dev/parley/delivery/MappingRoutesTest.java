package dev.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.spi.Registry;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.apache.camel.test.junit5.TestExecutionConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The routes from a tick to a look at the mappings folder, and to a page of past conversations. */
class MappingRoutesTest extends CamelTestSupport {

    private final RecordingWork looks = new RecordingWork();
    private final RecordingWork steps = new RecordingWork();
    private final RecordingWork descriptions = new RecordingWork();

    /** Counts its runs, and fails while it is told to. */
    public static final class RecordingWork {

        private final AtomicInteger runs = new AtomicInteger();
        private volatile boolean failing;

        public void follow() {
            run();
        }

        public void look() {
            run();
        }

        public void step() {
            run();
        }

        private void run() {
            runs.incrementAndGet();
            if (failing) {
                throw new IllegalStateException("the store is away");
            }
        }
    }

    @Override
    public void configureTest(TestExecutionConfiguration configuration) {
        configuration.withUseAdviceWith(true);
    }

    @Override
    protected Properties useOverridePropertiesWithPropertiesComponent() {
        Properties properties = new Properties();
        properties.setProperty("mappings.interval", "1000");
        properties.setProperty("mappings.orgInterval", "3600000");
        return properties;
    }

    @Override
    protected void bindToRegistry(Registry registry) {
        registry.bind(MappingRoutes.CHANGES, looks);
        registry.bind(MappingRoutes.REPLAY, steps);
        registry.bind(MappingRoutes.WATCH, descriptions);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new MappingRoutes();
    }

    @BeforeEach
    void ticksComeFromTheTest() throws Exception {
        AdviceWith.adviceWith(context, "follow-mappings", advice -> advice.replaceFromWith("direct:look"));
        AdviceWith.adviceWith(context, "replay-conversations", advice -> advice.replaceFromWith("direct:replay"));
        AdviceWith.adviceWith(context, "watch-describe", advice -> advice.replaceFromWith("direct:describe"));
        context.start();
    }

    @Test
    void eachTickIsOneLook() {
        assertThat(template.request("direct:look", exchange -> {}).getException())
                .isNull();
        assertThat(looks.runs).hasValue(1);
        assertThat(descriptions.runs)
                .as("what was taken up is held against the org")
                .hasValue(1);
        assertThat(steps.runs).hasValue(0);
    }

    @Test
    void aReplayGoesOnByItsOwnTick() {
        assertThat(template.request("direct:replay", exchange -> {}).getException())
                .isNull();
        assertThat(steps.runs).hasValue(1);
        assertThat(looks.runs).hasValue(0);
    }

    @Test
    void theOrgIsLookedAtByItsOwnTick() {
        assertThat(template.request("direct:describe", exchange -> {}).getException())
                .isNull();
        assertThat(descriptions.runs).hasValue(1);
        assertThat(looks.runs).hasValue(0);
    }

    @Test
    void aLookThatFailsIsTriedAtTheNextTick() {
        looks.failing = true;
        assertThat(template.request("direct:look", exchange -> {}).getException())
                .hasMessage("the store is away");

        looks.failing = false;
        assertThat(template.request("direct:look", exchange -> {}).getException())
                .isNull();
        assertThat(looks.runs).hasValue(2);
    }
}
