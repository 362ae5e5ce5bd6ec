package dev.parley.delivery;

import dev.parley.mail.Alerts;
import dev.parley.mapping.FilesInForce;
import dev.parley.mapping.FilesInForce.Look;
import dev.parley.mapping.Finding;
import dev.parley.mapping.Level;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator what has become of changed mapping files: in the log, in the metrics, and of broken ones by mail. */
public final class MappingAlarm {

    private static final Logger LOG = LoggerFactory.getLogger(MappingAlarm.class);

    private final Alerts alerts;
    private final MeterRegistry meters;
    private final Clock clock;

    /** Gives {@code meters} {@code parley.mappings.broken} and {@code parley.mappings.reloads}. */
    public MappingAlarm(FilesInForce files, Alerts alerts, MeterRegistry meters, Clock clock) {
        this.alerts = alerts;
        this.meters = meters;
        this.clock = clock;
        Gauge.builder("parley.mappings.broken", files, all -> all.state().broken() ? 1 : 0)
                .description(
                        "1 while the folder holds mapping files that cannot be used, and earlier ones are in force")
                .register(meters);
    }

    void tell(Look look, FilesInForce.State state) {
        switch (look) {
            case UNCHANGED -> {}
            case TAKEN_UP -> LOG.info("Mapping files {} are in force", state.version());
            case TESTS_ONLY -> LOG.info("Other tests stand beside the mapping files {}", state.version());
            case MENDED -> LOG.info("The mapping files are as they were before: {}", state.version());
            case BROKEN -> alert(state);
        }
        if (look != Look.UNCHANGED) {
            count(look);
        }
    }

    private void count(Look look) {
        Counter.builder("parley.mappings.reloads")
                .description("Changes of the mapping files that were noticed, by what came of them")
                .tag("outcome", look.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .register(meters)
                .increment();
    }

    private void alert(FilesInForce.State state) {
        state.byGravity().forEach(finding -> LOG.error("Mapping file: {}", finding));
        String findings = lines(state.byGravity().stream());
        // Another warning, or another word in a test, is no news to whom the fault was told.
        String faults = lines(state.byGravity().stream().filter(one -> one.level() == Level.ERROR && !one.isOfTest()));
        alerts.raise(
                "mappings-broken:" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + ":" + faults,
                "The mapping files cannot be used; the last good ones stay in force",
                findings + "\n\nMend the files, and they are taken up by themselves. Until then those of "
                        + state.since() + " hold. To put these back, and lose what stands in the folder:"
                        + "  java -jar parley.jar mappings rollback --discard-edits\n");
    }

    private static String lines(Stream<Finding> findings) {
        return findings.map(Finding::toString).collect(Collectors.joining("\n"));
    }
}
