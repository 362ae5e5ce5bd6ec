package dev.parley.channel;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that does what well-bred ones never do: sends a message in one long frame, offers compression, leaves pings. */
final class RawWebSocket implements AutoCloseable {

    private static final int TEXT = 0x1;
    private static final int CLOSE = 0x8;
    private static final int FINAL = 0x80;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    private RawWebSocket(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(10_000);
        this.in = new DataInputStream(socket.getInputStream());
        this.out = new DataOutputStream(socket.getOutputStream());
    }

    static RawWebSocket open(int port, String authorization) throws IOException {
        RawWebSocket raw = new RawWebSocket(new Socket(InetAddress.getLoopbackAddress(), port));
        raw.out.write(
                """
                GET /v1/stream HTTP/1.1\r
                Host: localhost\r
                Authorization: %s\r
                Connection: Upgrade\r
                Upgrade: websocket\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Sec-WebSocket-Extensions: permessage-deflate\r
                \r
                """
                        .formatted(authorization)
                        .getBytes(StandardCharsets.US_ASCII));
        String answer = raw.readHead();
        if (!answer.startsWith("HTTP/1.1 101") || answer.contains("permessage-deflate")) {
            throw new IOException("not the handshake expected: " + answer);
        }
        return raw;
    }

    void sendText(String text) throws IOException {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte(FINAL | TEXT);
        out.writeByte(0x80 | 127);
        out.writeLong(payload.length);
        // A mask of zeros leaves the payload as it is.
        out.writeInt(0);
        out.write(payload);
    }

    String readText() throws IOException {
        while (true) {
            int head = in.readUnsignedByte();
            byte[] payload = readPayload();
            if (head == (FINAL | TEXT)) {
                return new String(payload, StandardCharsets.UTF_8);
            }
        }
    }

    int readUntilClosed() throws IOException {
        while (true) {
            int head = in.readUnsignedByte();
            byte[] payload = readPayload();
            if (head == (FINAL | CLOSE)) {
                return ((payload[0] & 0xff) << 8) | (payload[1] & 0xff);
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private byte[] readPayload() throws IOException {
        int length = in.readUnsignedByte();
        return in.readNBytes(length == 126 ? in.readUnsignedShort() : length);
    }

    private String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }
}
