package dev.parley.sandbox.chat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says Parley what an agent has decided on an offer; Parley answers by an event. */
final class Offers {
    private static final Logger LOG = LoggerFactory.getLogger(Offers.class);
    private static final Set<String> DECISIONS = Set.of("accept", "decline");

    private final HttpClient client;
    private URI parley;

    Offers(Vertx vertx) {
        client = vertx.createHttpClient();
    }

    void of(URI address) {
        parley = address;
    }

    /** Only the path of the address is used: nothing but Parley is ever called. */
    void decide(String url, String decision) {
        int path = url.indexOf("/v1/handoffs/");
        if (parley == null || path < 0 || !DECISIONS.contains(decision)) {
            return;
        }
        client.request(HttpMethod.POST, parley.getPort(), parley.getHost(), url.substring(path))
                .compose(request -> request.putHeader("Content-Type", "application/x-www-form-urlencoded")
                        .send("decision=" + decision))
                .onFailure(failed -> LOG.warn("The decision on an offer did not reach Parley: {}", failed.toString()))
                .onSuccess(answer -> {
                    if (answer.statusCode() >= 400) {
                        LOG.warn("Parley answered the decision on an offer with {}", answer.statusCode());
                    }
                });
    }
}
