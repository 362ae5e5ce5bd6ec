package dev.parley.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Ascii;
import dev.parley.mapping.Verification.Token;
import java.nio.charset.StandardCharsets;

/** Checks the secret that a service sends along. */
final class TokenCheck {

    private final Token scheme;
    private final Secret secret;

    TokenCheck(Token scheme, byte[] secret) {
        this.scheme = scheme;
        this.secret = Secret.of(new String(secret, StandardCharsets.UTF_8));
    }

    /**
     * Checks it.
     *
     * @param scope the parsed body, headers and query
     * @throws ProblemException 401 that says what is missing or wrong, and what to look at
     */
    void check(JsonNode scope) {
        String shown = shown(scope);
        if (shown == null) {
            throw refused("The secret is missing; it stands in " + where() + ".");
        }
        if (!secret.matches(Secret.of(shown))) {
            throw refused("What stands in " + where() + " is not the secret. Compare it with the service's.");
        }
    }

    private String shown(JsonNode scope) {
        if (scheme.header() != null) {
            return scope.path("headers")
                    .path(Ascii.toLowerCase(scheme.header()))
                    .textValue();
        }
        return scheme.query() != null
                ? scope.path("query").path(scheme.query()).textValue()
                : scope.path("body").at(scheme.body()).textValue();
    }

    private static ProblemException refused(String detail) {
        return Problem.unproven(detail, "Webhook-Secret realm=\"parley\"").exception();
    }

    private String where() {
        if (scheme.header() != null) {
            return "the header " + scheme.header();
        }
        return scheme.query() != null ? "the address's parameter " + scheme.query() : "the body at " + scheme.body();
    }
}
