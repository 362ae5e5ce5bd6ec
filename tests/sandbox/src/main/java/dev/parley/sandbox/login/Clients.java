package dev.parley.sandbox.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The client apps that may log in, each as one user. */
public final class Clients {
    private final Map<String, Client> byId = new ConcurrentHashMap<>();

    private record Client(String secret, Session session) {}

    /** Lets a client app log in as that user; one of the same id is replaced. */
    public void register(String clientId, String secret, Session session) {
        byId.put(clientId, new Client(secret, session));
    }

    boolean knows(String clientId) {
        return byId.containsKey(clientId);
    }

    /** As whom the client app may act, if its secret is right. */
    Optional<Session> login(String clientId, String secret) {
        return Optional.ofNullable(byId.get(clientId))
                .filter(client -> MessageDigest.isEqual(bytes(client.secret()), bytes(secret)))
                .map(Client::session);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
