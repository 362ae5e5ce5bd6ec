package dev.parley.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that takes so many mails over one connection and then closes it with a 421 (RFC 5321, 4.2.3). */
final class TiredServer implements AutoCloseable {

    private final ServerSocket door;
    private final int most;
    private final AtomicInteger calls = new AtomicInteger();
    private final List<String> subjects = new CopyOnWriteArrayList<>();

    /** @param most how many mails it takes over one connection; with 0 it takes none */
    TiredServer(int most) throws IOException {
        this.most = most;
        this.door = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(this::answer, "tired-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    int calls() {
        return calls.get();
    }

    /** Of the mails that it took, in their order. */
    List<String> subjects() {
        return subjects;
    }

    private void answer() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                calls.incrementAndGet();
                talk(caller);
            } catch (IOException e) {
                // Closed, or a caller who hung up.
                continue;
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        Writer out = new OutputStreamWriter(caller.getOutputStream(), StandardCharsets.US_ASCII);
        int taken = 0;
        say(out, "220 ready");
        for (String line = in.readLine(); line != null && !line.startsWith("QUIT"); line = in.readLine()) {
            if (line.startsWith("MAIL") && taken == most) {
                say(out, "421 enough for one connection");
                return;
            }
            if (line.startsWith("DATA")) {
                say(out, "354 go on");
                take(in);
                taken++;
            }
            say(out, "250 fine");
        }
    }

    private void take(BufferedReader in) throws IOException {
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (line.startsWith("Subject: ")) {
                subjects.add(line.substring("Subject: ".length()));
            }
        }
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
