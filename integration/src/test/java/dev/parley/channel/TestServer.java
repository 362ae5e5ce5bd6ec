package dev.parley.channel;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
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
        RecordingInbox inbox = new RecordingInbox();
        Shop shop = new Shop();
        Channels channels = new Channels(
                ChannelTokens.parse(TOKEN + "=web"),
                settings,
                Samples.CLOCK,
                new SimpleMeterRegistry(),
                shop.webhooks());
        int port = freePort();
        Main main = new Main();
        main.addInitialProperty("camel.server.enabled", "true");
        main.addInitialProperty("camel.server.host", "127.0.0.1");
        main.addInitialProperty("camel.server.port", Integer.toString(port));
        main.addInitialProperty("camel.server.maxBodySize", "8388608");
        main.addInitialProperty("camel.component.direct.block", "false");
        channels.routes(inbox).forEach(main.configure()::addRoutesBuilder);
        main.start();
        channels.attach(main.getCamelContext());
        return new TestServer(main, channels, inbox, shop, port);
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
}
