package dev.parley.admin;

import dev.parley.channel.ChannelSettings;
import dev.parley.channel.Channels;
import dev.parley.channel.Rereading;
import dev.parley.channel.UnreadRoutes;
import dev.parley.channel.Webhooks;
import dev.parley.channel.gaps.GapPositions;
import dev.parley.channel.gaps.GapRoutes;
import dev.parley.channel.gaps.Gaps;
import dev.parley.channel.mailbox.MailboxRoutes;
import dev.parley.conversation.DueConversations;
import dev.parley.conversation.OwnEvents;
import dev.parley.conversation.Sources;
import dev.parley.delivery.DeliveryRoutes;
import dev.parley.identity.FollowRoutes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.component.micrometer.MicrometerConstants;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.apache.camel.support.LifecycleStrategySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server: Camel Main on one port, and everything wired to it. */
final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    /** A batch; what a single event may have, the channel knows. */
    private static final int LARGEST_BODY = 8 << 20;

    /** However many visitors want a person, delivery waits no longer for its turn, and no longer once more within it. */
    private static final Duration SELLERS_GO_FIRST = Duration.ofSeconds(10);

    private final Main main;
    private final Parts parts;
    private final Channels channels;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Server(Main main, Parts parts, Channels channels) {
        this.main = main;
        this.parts = parts;
        this.channels = channels;
    }

    /**
     * Starts it; when this returns, events are taken.
     *
     * @throws dev.parley.mapping.BrokenMappings if a mapping file is broken
     */
    static Server start(Settings settings) throws Exception {
        long begun = System.nanoTime();
        requireFreePort(settings.text("http.host"), settings.number("http.port"));
        Logs.show(settings.text("log.level"));
        Clock clock = Clock.systemUTC();
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Main main = new Main();
        // The server has its own shutdown hook: Camel's would wait for it, and it for Camel's.
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.setOverrideProperties(properties(settings));
        main.bind(MicrometerConstants.METRICS_REGISTRY_NAME, meters);
        main.init();
        CamelContext context = main.getCamelContext();
        Parts parts = Parts.of(settings, context, clock, meters);
        Webhooks webhooks = new Webhooks(parts.mappings(), Tokens.secrets(settings), parts.unread());
        Channels channels = new Channels(Tokens.of(settings), ChannelSettings.DEFAULTS, clock, meters, webhooks);
        parts.conversations().whenAppended(channels::wake);
        Sources sources = new Sources(parts.conversations(), parts.database().tx(), clock);
        Optional<MailboxRoutes> mailbox = MailboxSetup.routes(settings, parts, sources, clock, meters);
        Rereading rereading = new Rereading(
                parts.unread(),
                Stream.concat(mailbox.map(MailboxRoutes::reader).stream(), Stream.of(channels.rereader(sources)))
                        .toList());
        LaidAside laidAside = new LaidAside(parts.deadLetters(), parts.unread(), rereading);
        context.getRegistry().bind(DeliveryRoutes.DELIVERY, parts.delivery());
        context.getRegistry().bind(DeliveryRoutes.OLD_CONVERSATIONS, parts.oldConversations());
        context.getRegistry()
                .bind(
                        "delivery-health",
                        new TroubleHealth(
                                "delivery",
                                "%s Conversations wait in the store; 'doctor' says more.",
                                parts.delivery()::trouble));
        Gauge.builder("parley.conversations.waiting", parts.due(), DueConversations::waiting)
                .description("Conversations that are to be written to the CRM, now or later")
                .register(meters);
        Gauge.builder("parley.dead.letters", laidAside, LaidAside::count)
                .description(
                        "Records that were laid aside and deliveries that could not be read, which wait for somebody")
                .register(meters);
        // Past the sources: what must be asked for would hide that a webhook is switched off.
        Gaps gaps = new Gaps(
                GapSetup.of(settings, parts.mappings().get()),
                parts.mappings(),
                new GapPositions(parts.database().tx(), parts.conversations()::latest),
                parts.conversations(),
                parts.unread(),
                clock);
        context.getRegistry()
                .bind(
                        "gaps-health",
                        new TroubleHealth("gaps", "What was missed cannot be asked for: %s", gaps::trouble));
        context.addRoutes(new GapRoutes(gaps));
        context.addRoutes(WriteBackSetup.routes(context, settings, parts, clock));
        for (var routes : channels.routes(sources)) {
            context.addRoutes(routes);
        }
        context.addRoutesConfigurations(new AdminProblems());
        AdminDesk desk = AdminDesk.of(settings, parts, sources, laidAside, clock);
        context.addRoutes(new AdminRoutes(desk));
        context.addRoutes(new PreviewRoutes(desk, PreviewDesk.of(parts)));
        context.addRoutes(new ConsoleRoutes());
        context.addRoutes(new HealthRoutes(new HealthDesk()));
        context.addRoutes(new MappingDeskRoutes(desk, new MappingDesk(parts.versioning(), parts.mappings())));
        context.addRoutes(new LedgerRoutes(desk, LedgerDesk.of(parts, clock)));
        context.addRoutes(new ReviewRoutes(desk, new ReviewDesk(parts)));
        context.addRoutes(new ReportRoutes(desk, ReportDesk.of(parts, settings, clock)));
        context.addRoutes(BookingSetup.routes(context, settings, parts, sources, clock, meters));
        context.addRoutes(OpinionSetup.routes(settings, parts.qualifier()));
        context.addRoutes(SilenceSetup.routes(context, settings, parts, sources, clock));
        context.addRoutes(new DeliveryRoutes());
        context.getRegistry().bind(FollowRoutes.FOLLOWING, parts.following());
        context.addRoutes(new FollowRoutes());
        context.addRoutes(new UnreadRoutes(parts.unread(), clock, Period.ofDays(settings.number("store.keepDays"))));
        parts.versioning().join(context, parts.mappings());
        parts.linking().join(context, settings.flag("delivery.enabled"));
        HandoffSetup handoff = HandoffSetup.of(settings, parts, clock);
        parts.delivery().giveWayTo(handoff.desk()::isLate, SELLERS_GO_FIRST);
        context.addRoutes(new HandoffRoutes(handoff, parts.directory(), settings.flag("delivery.enabled")));
        context.addRoutesConfigurations(parts.mail().problems());
        context.addRoutes(parts.mail());
        if (mailbox.isPresent()) {
            context.addRoutesConfigurations(mailbox.get().problems());
            context.addRoutes(mailbox.get());
        }
        Server server = new Server(main, parts, channels);
        server.watchStop(context);
        main.start();
        channels.attach(context, new OwnEvents(parts.database().tx()), handoff.links()::dressed);
        server.learn();
        LOG.info(
                "Serving at http://{}:{} after {} ms",
                settings.text("http.host"),
                settings.number("http.port"),
                (System.nanoTime() - begun) / 1_000_000);
        return server;
    }

    /** Events are taken meanwhile; the first conversation need not wait for what it is understood by. */
    private void learn() {
        Thread learning =
                new Thread(() -> parts.qualifier().learn(parts.mappings().get()), "learn-phrases");
        learning.setDaemon(true);
        learning.start();
    }

    /** Camel starts all the same when its port is taken, and would then serve nobody. */
    private static void requireFreePort(String host, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new CommandFailed(
                    "Another program listens at " + host + ":" + port + " (" + e.getMessage()
                            + "). Stop it, or set http.port to a free port.",
                    e);
        }
    }

    /** One port for everything: Camel's server and its management share it. */
    private static Properties properties(Settings settings) throws IOException {
        Map<String, String> fixed = Map.ofEntries(
                Map.entry("camel.main.name", "parley"),
                Map.entry("camel.main.shutdownTimeout", "20"),
                Map.entry("camel.main.startupSummaryLevel", "Oneline"),
                Map.entry("camel.server.enabled", "true"),
                Map.entry("camel.server.host", settings.text("http.host")),
                Map.entry("camel.server.port", settings.text("http.port")),
                Map.entry("camel.server.maxBodySize", String.valueOf(LARGEST_BODY)),
                Map.entry("camel.management.enabled", "true"),
                Map.entry("camel.management.host", settings.text("http.host")),
                Map.entry("camel.management.port", settings.text("http.port")),
                Map.entry("camel.management.metricsEnabled", "true"),
                Map.entry("camel.metrics.enabled", "true"),
                Map.entry("camel.metrics.path", "/q/metrics"),
                Map.entry(
                        "corrections.interval",
                        String.valueOf(settings.duration("corrections.interval").toMillis())),
                Map.entry(
                        "mappings.orgInterval",
                        String.valueOf(settings.duration("mappings.orgInterval").toMillis())),
                Map.entry(
                        "mappings.interval",
                        String.valueOf(settings.duration("mappings.interval").toMillis())),
                Map.entry(
                        "meetings.interval",
                        String.valueOf(settings.duration("meetings.interval").toMillis())),
                Map.entry(
                        "gaps.period",
                        String.valueOf(settings.duration("gaps.period").toMillis())),
                Map.entry(
                        "writeBack.period",
                        String.valueOf(settings.duration("writeBack.period").toMillis())),
                Map.entry(
                        "delivery.interval",
                        String.valueOf(settings.duration("delivery.interval").toMillis())));
        Properties properties = new Properties();
        properties.putAll(fixed);
        return properties;
    }

    private void watchStop(CamelContext context) {
        context.addLifecycleStrategy(new LifecycleStrategySupport() {
            @Override
            public void onContextStopped(CamelContext stoppedContext) {
                stopped.countDown();
            }
        });
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
    }

    /** Waits until the server was told to stop. */
    void awaitStop() throws InterruptedException {
        stopped.await();
    }

    @Override
    public void close() {
        channels.close();
        main.stop();
        parts.close();
    }
}
