package dev.parley.channel;

import dev.parley.conversation.Envelope;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.OwnEvents;
import dev.parley.conversation.Receipt;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;

/**
 * All that chat services reach: {@link #routes} before the start of the Camel context, {@link #attach} after it. Nothing
 * needs to be bound to the registry. Closing ends the stream.
 */
public final class Channels implements AutoCloseable {

    private static final Problem NOTHING_HERE =
            Problem.of(404, "Nothing is served at this address with this method; /openapi.yaml lists what is.");

    private final ChannelSettings settings;
    private final Senders senders;
    private final EventReader reader;
    private final ChannelMeters meters;
    private final Clock clock;
    private final Webhooks webhooks;
    private final WebhookSources sources;
    private final WebhookBodies bodies = new WebhookBodies();
    private final WebhookKeeper keeper;
    private final WebhookTranslator translator;
    private volatile EventStream stream;

    /**
     * @param tokens who may send for which sources
     * @param settings the bounds
     * @param clock tells what lies too far in the future
     * @param registry where the meters {@code parley.channel…} and {@code parley.webhooks…} are kept
     * @param webhooks what webhooks need
     */
    public Channels(
            ChannelTokens tokens, ChannelSettings settings, Clock clock, MeterRegistry registry, Webhooks webhooks) {
        this.settings = settings;
        this.senders = new Senders(tokens, settings.eventsPerMinute(), System::nanoTime);
        this.reader = new EventReader(clock);
        this.meters = new ChannelMeters(registry);
        this.clock = clock;
        this.webhooks = webhooks;
        this.sources = new WebhookSources(webhooks, settings.eventsPerMinute(), System::nanoTime);
        this.keeper = new WebhookKeeper(webhooks.unread());
        this.translator = new WebhookTranslator(reader);
    }

    /**
     * The routes {@code receive-events}, {@code fold-events}, {@code receive-webhook}, {@code answer-challenge} and
     * those that serve the interface's descriptions, with their error policy {@code channel-problems}. The property
     * {@code channel.fold} names the endpoint between receiving and folding: it gets a list of events and must answer
     * with a {@code Receipt} once they are durable.
     *
     * @param inbox where {@code fold-events} puts the events
     */
    public List<RoutesBuilder> routes(Inbox inbox) {
        Answers answers = new Answers(meters);
        return List.of(
                new ChannelProblems(answers),
                new ChannelRoutes(senders, reader, answers, inbox),
                new WebhookRoutes(
                        sources,
                        new WebhookVerifier(sources, bodies, clock),
                        bodies,
                        translator,
                        keeper,
                        new WebhookAnswers(meters)),
                new DocumentRoutes());
    }

    /** Reads anew the bodies of webhooks that were kept unread. */
    public UnreadReader rereader(Inbox inbox) {
        return new WebhookRereader(webhooks, keeper, bodies, translator, inbox);
    }

    /**
     * Opens {@code /v1/stream} and {@code /v1/webhooks}, and puts the guard before {@code /v1/events} that bounds a body
     * while it is read; what is no HTTP is refused with a problem.
     *
     * @param context a started context with one HTTP server ({@code camel.server.enabled=true}) that reads no more than a
     *     batch may have ({@code camel.server.maxBodySize=8388608})
     * @param own Parley's own events, for the stream
     * @param dressing what is said to the chat service of such an event; the event itself where there is nothing to add
     * @throws IllegalStateException if the context has no HTTP server
     */
    public void attach(CamelContext context, OwnEvents own, UnaryOperator<Envelope> dressing) {
        VertxPlatformHttpServer server = context.hasService(VertxPlatformHttpServer.class);
        if (server == null) {
            throw new IllegalStateException("there is no HTTP server: set camel.server.enabled=true");
        }
        VertxPlatformHttpRouter router = VertxPlatformHttpRouter.lookup(
                context, VertxPlatformHttpRouter.getRouterNameFromPort(server.getConfigurationPort()));
        ProducerTemplate template = context.createProducerTemplate();
        Inbox folding = events -> template.requestBody(ChannelRoutes.FOLD, events, Receipt.class);
        HttpProblems problems = new HttpProblems(meters);
        BodyRoom room = new BodyRoom(settings);
        new EventGate(senders, problems, room).attach(router);
        new WebhookGate(sources, template, problems, meters, room, clock).attach(router);
        stream = new EventStream(
                senders,
                reader,
                new StreamInbox(reader, folding, own, meters),
                problems,
                settings,
                new StreamPushes.Source(own, dressing),
                router.vertx());
        stream.attach(router);
        router.route().order(Integer.MAX_VALUE).handler(request -> problems.refuse(request, NOTHING_HERE));
        new HttpDoor(problems).open(server);
    }

    /** Tells the open streams that Parley may have appended something; what they miss they find a little later. */
    public void wake() {
        if (stream != null) {
            stream.wake();
        }
    }

    @Override
    public void close() {
        if (stream != null) {
            stream.close();
        }
    }
}
