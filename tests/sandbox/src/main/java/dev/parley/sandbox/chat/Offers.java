package dev.parley.sandbox.chat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says Parley what an agent has decided on an offer, and the agent what became of it; Parley tells the rest by an event. */
final class Offers {
    private static final Logger LOG = LoggerFactory.getLogger(Offers.class);
    private static final Set<String> DECISIONS = Set.of("accept", "decline");
    /** To connect, and to answer; together shorter than a desk waits before it takes its line for dead. */
    private static final long PATIENCE_MS = 3_000;

    private static final int MOST_REMEMBERED = 1_000;

    private final HttpClient client;
    /** What Parley has answered, by the name of what was told: told again, it is not decided again. */
    private final Map<String, Future<String>> answers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Future<String>> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    private URI parley;

    Offers(Vertx vertx) {
        client = vertx.createHttpClient();
    }

    synchronized void of(URI address) {
        parley = address;
    }

    /**
     * Only the path of the address is used: nothing but Parley is ever called.
     *
     * @param name of what was told
     * @return why it was not done, empty where it was: {@code expired}, {@code decided} before, or Parley was
     *     {@code unreachable}
     */
    synchronized Future<String> decide(String name, String url, String decision) {
        int path = url.indexOf("/v1/handoffs/");
        if (path < 0 || !DECISIONS.contains(decision)) {
            return Future.succeededFuture("expired");
        }
        if (parley == null) {
            return Future.succeededFuture("unreachable");
        }
        Future<String> before = answers.get(name);
        if (before == null) {
            before = ask(url.substring(path), decision);
            answers.put(name, before);
            before.onSuccess(answer -> forget(name, answer));
        }
        return before;
    }

    private synchronized void forget(String name, String answer) {
        if (answer.equals("unreachable")) {
            answers.remove(name);
        }
    }

    private Future<String> ask(String path, String decision) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(parley.getHost())
                .setPort(parley.getPort())
                .setURI(path)
                .putHeader("Content-Type", "application/x-www-form-urlencoded")
                .setTimeout(PATIENCE_MS);
        return client.request(options)
                .compose((HttpClientRequest request) -> request.send("decision=" + decision))
                .map(answer -> meaning(answer.statusCode()))
                .recover(failed -> {
                    LOG.warn("The decision on an offer did not reach Parley: {}", failed.toString());
                    return Future.succeededFuture("unreachable");
                });
    }

    private static String meaning(int status) {
        if (status < 400) {
            return "";
        }
        return switch (status) {
            case 404, 410 -> "expired";
            case 409 -> "decided";
            default -> {
                LOG.warn("Parley answered the decision on an offer with {}", status);
                yield "unreachable";
            }
        };
    }
}
