package dev.parley.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a mail server and counts who calls; while it has no server behind it, it hangs up on everybody. */
final class Relay implements AutoCloseable {

    private final ServerSocket door;
    private final int server;
    private final AtomicInteger calls = new AtomicInteger();

    /** @param server its port on this machine, or 0 if there is none */
    Relay(int server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        start(this::answer);
    }

    int port() {
        return door.getLocalPort();
    }

    int calls() {
        return calls.get();
    }

    private void answer() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                calls.incrementAndGet();
                connect(caller);
            } catch (IOException e) {
                // Closed, or a caller who is gone already.
                continue;
            }
        }
    }

    private void connect(Socket caller) throws IOException {
        if (server == 0) {
            caller.close();
            return;
        }
        Socket line = new Socket("127.0.0.1", server);
        start(() -> pass(caller, line));
        start(() -> pass(line, caller));
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of them hung up: then so does the other.
            return;
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
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
