package dev.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.spi.Registry;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.apache.camel.test.junit5.TestExecutionConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The routes from a tick of the scheduler to a run of delivery, and of forgetting. */
class DeliveryRoutesTest extends CamelTestSupport {

    private static final String ROUTE = "deliver-conversations";

    private final RecordingDelivery delivery = new RecordingDelivery();
    private final RecordingForgetting forgetting = new RecordingForgetting();

    /** Counts its runs, and fails while it is told to. */
    public static final class RecordingDelivery {

        private final AtomicInteger runs = new AtomicInteger();
        private volatile boolean failing;

        public void deliver() {
            runs.incrementAndGet();
            if (failing) {
                throw new IllegalStateException("the store is away");
            }
        }
    }

    /** Counts how often what is old was to be forgotten. */
    public static final class RecordingForgetting {

        private final AtomicInteger runs = new AtomicInteger();

        public void forget() {
            runs.incrementAndGet();
        }
    }

    @Override
    public void configureTest(TestExecutionConfiguration configuration) {
        configuration.withUseAdviceWith(true);
    }

    @Override
    protected Properties useOverridePropertiesWithPropertiesComponent() {
        Properties properties = new Properties();
        properties.setProperty("delivery.interval", "1000");
        return properties;
    }

    @Override
    protected void bindToRegistry(Registry registry) {
        registry.bind(DeliveryRoutes.DELIVERY, delivery);
        registry.bind(DeliveryRoutes.OLD_CONVERSATIONS, forgetting);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new DeliveryRoutes();
    }

    @BeforeEach
    void ticksComeFromTheTest() throws Exception {
        AdviceWith.adviceWith(context, ROUTE, advice -> advice.replaceFromWith("direct:tick"));
        AdviceWith.adviceWith(context, "forget-old-conversations", advice -> advice.replaceFromWith("direct:day"));
        context.start();
    }

    @Test
    void eachTickIsOneRun() {
        assertThat(tick().getException()).isNull();
        assertThat(delivery.runs).hasValue(1);

        tick();
        assertThat(delivery.runs).hasValue(2);
    }

    @Test
    void aRunThatFailsIsNotRepeatedAndDoesNotEndTheRoute() {
        delivery.failing = true;
        assertThat(tick().getException()).hasMessage("the store is away");
        assertThat(delivery.runs).as("the next tick is the next try").hasValue(1);

        delivery.failing = false;
        assertThat(context.getRouteController().getRouteStatus(ROUTE).isStarted())
                .isTrue();
        assertThat(tick().getException()).isNull();
        assertThat(delivery.runs).hasValue(2);
    }

    @Test
    void aDayForgetsOnceAndATickOfDeliveryNothing() {
        tick();
        assertThat(forgetting.runs).hasValue(0);

        assertThat(template.request("direct:day", exchange -> {}).getException())
                .isNull();
        assertThat(forgetting.runs).hasValue(1);
    }

    private Exchange tick() {
        return template.request("direct:tick", exchange -> {});
    }
}
