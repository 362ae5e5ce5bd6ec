package dev.parley.channel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that does what well-bred ones never do: promises a body and does not send it, or sends nonsense. */
final class RawHttp implements AutoCloseable {

    private final Socket socket;

    private RawHttp(Socket socket) {
        this.socket = socket;
    }

    static RawHttp post(int port, String headers) throws IOException {
        return post(port, headers, Samples.ONE);
    }

    static RawHttp post(int port, String headers, String contentType) throws IOException {
        RawHttp raw = new RawHttp(new Socket(InetAddress.getLoopbackAddress(), port));
        raw.socket.setSoTimeout(10_000);
        raw.send("POST /v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + TestServer.TOKEN + "\r\n"
                + (headers.startsWith("Content-Type") ? "" : "Content-Type: " + contentType + "\r\n")
                + headers + "\r\n\r\n");
        return raw;
    }

    /** Of any method to any address. */
    static RawHttp request(int port, String line, String headers) throws IOException {
        RawHttp raw = new RawHttp(new Socket(InetAddress.getLoopbackAddress(), port));
        raw.socket.setSoTimeout(10_000);
        raw.send(line + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\n");
        return raw;
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    String statusLine() throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                .readLine();
    }

    /** The whole answer: its head, and as much body as the head says there is. */
    String answer() throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        StringBuilder answer = new StringBuilder();
        int length = 0;
        for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            answer.append(line).append("\r\n");
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        answer.append("\r\n");
        for (int i = 0; i < length; i++) {
            answer.append((char) reader.read());
        }
        return answer.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
