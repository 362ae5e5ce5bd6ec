package dev.parley.channel;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketServerExtensionHandler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Lets a WebSocket's frames be as long as an event may be, and no longer once unpacked. Both are options of the HTTP
 * server, but Camel makes that server and hands none of its options on; so they are set on the connection.
 */
final class FrameLimit {

    private FrameLimit() {}

    /** Before the handshake: no compression, as a small frame could unpack into all the memory there is. */
    static void refuseCompression(HttpConnection connection) {
        remove(pipeline(connection), WebSocketServerExtensionHandler.class);
    }

    /** After the handshake: frames up to so many bytes, instead of 64 KiB. */
    static void raise(HttpConnection connection, int mostBytes) {
        WebSocketDecoderConfig config = WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(mostBytes)
                .closeOnProtocolViolation(false)
                .build();
        pipeline(connection).replace(WebSocket13FrameDecoder.class, "wsdecoder", new WebSocket13FrameDecoder(config));
    }

    private static void remove(ChannelPipeline pipeline, Class<? extends ChannelHandler> handler) {
        if (pipeline.get(handler) != null) {
            pipeline.remove(handler);
        }
    }

    private static ChannelPipeline pipeline(HttpConnection connection) {
        return ((ConnectionBase) connection).channel().pipeline();
    }
}
