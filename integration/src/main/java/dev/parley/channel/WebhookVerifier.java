package dev.parley.channel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.mapping.Challenge;
import dev.parley.mapping.SourceMapping;
import dev.parley.mapping.Verification.Hmac;
import dev.parley.mapping.Verification.Token;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;

/** Lets only the service itself in, and proves to the service that it has reached the right place. */
final class WebhookVerifier {

    private final WebhookSources sources;
    private final WebhookBodies bodies;
    private final Clock clock;

    WebhookVerifier(WebhookSources sources, WebhookBodies bodies, Clock clock) {
        this.sources = sources;
        this.bodies = bodies;
        this.clock = clock;
    }

    /**
     * Checks that a call comes from the service.
     *
     * @throws ProblemException 401 if it does not, 403 if no secret is set, 400 if a body with a token in it is malformed
     */
    public void verify(@ExchangeProperty("source") SourceMapping source, @Body WebhookCall call) {
        if (source.verification() instanceof Hmac hmac) {
            new HmacCheck(hmac, sources.secret(source), clock).check(call);
        } else if (source.verification() instanceof Token token) {
            byte[] secret = sources.secret(source);
            boolean inBody = token.body() != null;
            new TokenCheck(token, secret).check(inBody ? bodies.read(source, call) : call.context());
        }
        sources.count(source);
    }

    /**
     * Answers a GET request by which the service checks the address.
     *
     * @throws ProblemException 405 if it is not known to do so, 400 if this is no such request, 403 with a wrong secret
     */
    public void answer(@ExchangeProperty("source") SourceMapping source, @Body WebhookCall call, Message answer) {
        if (!source.hasChallenge()) {
            throw Problem.of(405, source.service() + " posts to this address, and asks nothing of it.")
                    .exception();
        }
        ObjectNode scope = call.context();
        scope.set("body", JsonNodeFactory.instance.objectNode());
        Challenge challenge = source.challenge(scope)
                .filter(read -> read.secret() != null && read.answer() != null)
                .orElseThrow(() -> Problem.of(400, "This is not how " + source.service() + " checks an address.")
                        .exception());
        Secret secret = Secret.of(new String(sources.secret(source), StandardCharsets.UTF_8));
        Secret shown = Secret.of(challenge.secret());
        // An address stands in the logs of what lies between: the digest of the secret may, and opens nothing else.
        Secret digest = Secret.of(secret.digest().toString());
        if (!secret.matches(shown) && !digest.matches(shown)) {
            throw Problem.of(403, "The secret shown is not that of this source. Compare the two.")
                    .exception();
        }
        answer.setHeader(Exchange.HTTP_RESPONSE_CODE, 200);
        answer.setHeader(Exchange.CONTENT_TYPE, "text/plain; charset=utf-8");
        // What is echoed came with the address: no browser may take it for a page.
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setBody(challenge.answer());
    }
}
