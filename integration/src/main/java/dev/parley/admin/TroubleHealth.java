package dev.parley.admin;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Whether a part of the server can do its work, by what it says of itself. Down means that its work waits, safely, in the
 * store: it is no reason to stop sending events here, or to start the program anew, so it is neither a readiness nor a
 * liveness check.
 */
final class TroubleHealth extends AbstractHealthCheck {

    private final Supplier<Optional<String>> trouble;
    private final String message;

    /**
     * Makes it.
     *
     * @param id the check's name, such as {@code gaps}
     * @param message what it means, with {@code %s} where the trouble itself stands
     * @param trouble empty while all is well
     */
    TroubleHealth(String id, String message, Supplier<Optional<String>> trouble) {
        super("parley", id);
        this.message = message;
        this.trouble = trouble;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        trouble.get()
                .ifPresentOrElse(
                        what -> builder.message(message.formatted(what)).down(), builder::up);
    }

    @Override
    public boolean isReadiness() {
        return false;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }
}
