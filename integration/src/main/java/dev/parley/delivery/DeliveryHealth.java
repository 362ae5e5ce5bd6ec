package dev.parley.delivery;

import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Whether conversations reach the CRM. Down means that they wait, safely, in the store: it is no reason to stop sending
 * events here, or to start the program anew, so it is neither a readiness nor a liveness check.
 */
public final class DeliveryHealth extends AbstractHealthCheck {

    private final Delivery delivery;

    /** Over delivery. */
    public DeliveryHealth(Delivery delivery) {
        super("parley", "delivery");
        this.delivery = delivery;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        delivery.trouble()
                .ifPresentOrElse(
                        trouble -> builder.message(trouble + " Conversations wait in the store; 'doctor' says more.")
                                .down(),
                        builder::up);
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
