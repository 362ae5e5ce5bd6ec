package dev.parley.delivery;

import dev.parley.mapping.FilesInForce;
import dev.parley.mapping.Finding;
import java.util.List;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Whether the mapping files that stand in the folder are those in force. Down means that they are broken and the last
 * good ones go on: a person should look, but the server serves, so it is neither a readiness nor a liveness check.
 */
public final class MappingHealth extends AbstractHealthCheck {

    private final FilesInForce files;
    private final DescribeWatch watch;

    /** Over the files in force, and whether they still fit the org. */
    public MappingHealth(FilesInForce files, DescribeWatch watch) {
        super("parley", "mappings");
        this.files = files;
        this.watch = watch;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        FilesInForce.State state = files.state();
        if (state.broken()) {
            builder.message("The mapping files cannot be used, those of " + state.since() + " stay in force. "
                            + gravest(state.byGravity()) + " 'mappings check' says all.")
                    .down();
        } else {
            // What the org would not take costs single records, which are laid aside: told, but not down.
            watch.findings().stream().findFirst().ifPresent(finding -> builder.message(finding.toString()));
            builder.up();
        }
    }

    private static String gravest(List<Finding> findings) {
        int others = findings.size() - 1;
        return findings.get(0) + (others == 0 ? "" : " And " + others + " more.");
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
