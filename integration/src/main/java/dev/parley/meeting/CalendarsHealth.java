package dev.parley.meeting;

import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Whether sellers' calendars can be used. Down is no reason to stop sending events, or to start the program anew. */
public final class CalendarsHealth extends AbstractHealthCheck {

    private final CalendarWatch watch;

    /** Over what watches them. */
    public CalendarsHealth(CalendarWatch watch) {
        super("parley", "calendars");
        this.watch = watch;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        watch.trouble()
                .ifPresentOrElse(
                        trouble -> builder.message(
                                        "Visitors who ask for a meeting wait for calendars that cannot be used: "
                                                + trouble)
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
