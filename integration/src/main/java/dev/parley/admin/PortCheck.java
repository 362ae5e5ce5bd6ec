package dev.parley.admin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Whether the port is free, or already ours. */
record PortCheck(String host, int port) implements Check {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "port";
    }

    @Override
    public List<Diagnosis> diagnose() throws InterruptedException {
        URI root = ServerClient.root(host, port);
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return List.of(Diagnosis.ok(root.toString(), "free"));
        } catch (IOException e) {
            return List.of(
                    isParley(root)
                            ? Diagnosis.ok(root.toString(), "Parley is running here")
                            : Diagnosis.failed(
                                    root.toString(),
                                    "cannot be listened on: " + e.getMessage(),
                                    "Set http.port to a free port, or stop the program that has it."));
        }
    }

    /** A question for a conversation without a token is answered as only Parley does. */
    private static boolean isParley(URI root) throws InterruptedException {
        HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        HttpRequest request = HttpRequest.newBuilder(root.resolve("/v1/dead-letters"))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
            return answer.statusCode() == 401
                    && answer.headers()
                            .firstValue("WWW-Authenticate")
                            .orElse("")
                            .contains("parley");
        } catch (IOException e) {
            return false;
        }
    }
}
