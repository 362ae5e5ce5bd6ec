package dev.parley.mapping;

import java.util.Optional;

/**
 * How a service checks the address before it sends anything.
 *
 * @param when expression for whether a request is such a check, or null
 * @param secret expression for what it shows as the secret
 * @param answer expression for what is answered
 */
record ChallengeMapping(Expression when, Expression secret, Expression answer) {

    Optional<Challenge> read(Scope scope) {
        return scope.holds(when)
                ? Optional.of(new Challenge(scope.text(secret), scope.text(answer)))
                : Optional.empty();
    }
}
