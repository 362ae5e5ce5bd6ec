package dev.parley.channel.writeback;

import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Whether chat services can be told who takes over. Down is no reason to stop sending, or to start anew. */
public final class WriteBackHealth extends AbstractHealthCheck {

    private final WriteBack writeBack;

    /** Over what tells them. */
    public WriteBackHealth(WriteBack writeBack) {
        super("parley", "write-back");
        this.writeBack = writeBack;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        writeBack
                .trouble()
                .ifPresentOrElse(
                        trouble -> builder.message("Who takes over cannot be written back: " + trouble)
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
