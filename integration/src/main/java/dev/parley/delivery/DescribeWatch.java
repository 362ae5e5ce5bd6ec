package dev.parley.delivery;

import dev.parley.crm.Crm;
import dev.parley.crm.CrmException;
import dev.parley.identity.Directory;
import dev.parley.mail.Alerts;
import dev.parley.mapping.FilesInForce;
import dev.parley.mapping.Finding;
import dev.parley.mapping.Level;
import dev.parley.mapping.OrgLint;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again and again whether the org still takes what the mapping files give it: an administrator who renames a field,
 * shortens it or drops a picklist value hears of it before it makes dead letters.
 */
public final class DescribeWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DescribeWatch.class);

    private final FilesInForce files;
    private final Crm crm;
    private final Directory directory;
    private final Alerts alerts;
    private final Clock clock;
    private volatile List<Finding> findings = List.of();
    private volatile String looked;

    /** Gives {@code meters} {@code parley.mappings.drift}; nothing is asked before the first call. */
    public DescribeWatch(
            FilesInForce files, Crm crm, Directory directory, Alerts alerts, MeterRegistry meters, Clock clock) {
        this.files = files;
        this.crm = crm;
        this.directory = directory;
        this.alerts = alerts;
        this.clock = clock;
        this.looked = files.get().version();
        Gauge.builder("parley.mappings.drift", this, watch -> watch.findings().size())
                .description("What the mapping files give that the org would not take, as of the last look")
                .register(meters);
    }

    /** What the org would not take, as of the last look. */
    public List<Finding> findings() {
        return findings;
    }

    /** The same for files that were brought into force since the last look; nothing where there were none. */
    public void follow() {
        if (!files.get().version().equals(looked)) {
            look();
        }
    }

    /** Describes the mapped objects anew, one call for each, and tells of what does not fit any more. */
    public void look() {
        if (!crm.sparesCalls()) {
            return;
        }
        // Before anything is asked: an org that cannot be asked now is asked at the next regular look.
        looked = files.get().version();
        try {
            files.get().fieldsBySobject().keySet().forEach(this::renew);
            tell(OrgLint.check(files.get(), crm).stream()
                    .filter(finding -> finding.level() == Level.ERROR)
                    .toList());
            directory.lookForMissingFields();
        } catch (CrmException e) {
            LOG.warn("The org cannot be asked for its objects: {} ({})", e.getMessage(), e.kind());
        }
    }

    /** An object that is gone is a finding like any other. */
    private void renew(String sobject) {
        try {
            crm.describeAnew(sobject);
        } catch (CrmException e) {
            if (e.kind() != CrmException.Kind.PERMANENT) {
                throw e;
            }
        }
    }

    private void tell(List<Finding> now) {
        boolean news = !findings.containsAll(now);
        findings = now;
        if (news) {
            String all = now.stream().map(Finding::toString).collect(Collectors.joining("\n"));
            now.forEach(finding -> LOG.warn("The org has changed: {}", finding));
            alerts.raise(
                    "mappings-drift:" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + ":" + all,
                    "The org would not take what the mapping files give it",
                    all + "\n\nRecords with such a field are laid aside one by one. Mend the org or the files;"
                            + " 'mappings check --org' says whether it fits again.\n");
        }
    }
}
