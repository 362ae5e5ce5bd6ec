package dev.parley.channel;

import dev.parley.conversation.OwnEvents;
import dev.parley.store.Database;
import dev.parley.store.Stores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.function.UnaryOperator;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.main.Main;

/** The channels on a real server, in front of an inbox in memory. */
final class TestServer implements AutoCloseable {

    static final String TOKEN = "a-token-for-the-web-site";

    private final Main main;
    private final Channels channels;
    private final RecordingInbox inbox;
    private final Shop shop;
    private final int port;

    private TestServer(Main main, Channels channels, RecordingInbox inbox, Shop shop, int port) {
        this.main = main;
        this.channels = channels;
        this.inbox = inbox;
        this.shop = shop;
        this.port = port;
    }

    static TestServer start(ChannelSettings settings) throws Exception {
        return start(settings, NothingToSay.DATABASE);
    }

    /** The same with a store whose own events go down the stream. */
    static TestServer start(ChannelSettings settings, Database database) throws Exception {
        return start(settings, database, freePort());
    }

    /** The same at a port that the system chooses. */
    static TestServer startAnywhere() throws Exception {
        return start(ChannelSettings.DEFAULTS, NothingToSay.DATABASE, 0);
    }

    private static TestServer start(ChannelSettings settings, Database database, int wanted) throws Exception {
        RecordingInbox inbox = new RecordingInbox();
        Shop shop = new Shop();
        Channels channels = new Channels(
                ChannelTokens.parse(TOKEN + "=web"),
                settings,
                Samples.CLOCK,
                new SimpleMeterRegistry(),
                shop.webhooks());
        Main main = new Main();
        main.addInitialProperty("camel.server.enabled", "true");
        main.addInitialProperty("camel.server.host", "127.0.0.1");
        main.addInitialProperty("camel.server.port", Integer.toString(wanted));
        main.addInitialProperty("camel.server.maxBodySize", "8388608");
        main.addInitialProperty("camel.component.direct.block", "false");
        channels.routes(inbox).forEach(main.configure()::addRoutesBuilder);
        main.start();
        int port =
                main.getCamelContext().hasService(VertxPlatformHttpServer.class).getPort();
        channels.attach(main.getCamelContext(), new OwnEvents(database.tx()), UnaryOperator.identity());
        return new TestServer(main, channels, inbox, shop, port);
    }

    /** Something was appended. */
    void wake() {
        channels.wake();
    }

    RecordingInbox inbox() {
        return inbox;
    }

    Shop shop() {
        return shop;
    }

    /** What is sent to it afterwards is not waited for. */
    void stopRoute(String id) throws Exception {
        main.getCamelContext().getRouteController().stopRoute(id);
    }

    URI http(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    URI stream() {
        return URI.create("ws://127.0.0.1:" + port + "/v1/stream");
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws Exception {
        channels.close();
        main.stop();
        shop.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Parley's own events while there are none; one for all tests, as a store takes a second to open. */
    private static final class NothingToSay {
        static final Database DATABASE = Stores.h2();
    }
}
