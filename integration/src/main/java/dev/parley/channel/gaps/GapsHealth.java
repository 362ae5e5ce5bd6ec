package dev.parley.channel.gaps;

import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Whether services can be asked for what they dropped. Down is no reason to stop sending, or to start anew. */
public final class GapsHealth extends AbstractHealthCheck {

    private final Gaps gaps;

    /** Over what asks them. */
    public GapsHealth(Gaps gaps) {
        super("parley", "gaps");
        this.gaps = gaps;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        gaps.trouble()
                .ifPresentOrElse(
                        trouble -> builder.message("What was missed cannot be asked for: " + trouble)
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
