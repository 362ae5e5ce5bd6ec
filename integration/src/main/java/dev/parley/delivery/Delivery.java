package dev.parley.delivery;

import dev.parley.conversation.DueConversations;
import dev.parley.conversation.DueConversations.Claim;
import dev.parley.crm.Crm;
import dev.parley.crm.CrmException;
import dev.parley.identity.Directory;
import dev.parley.mail.Alerts;
import dev.parley.store.Tx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers conversations that are due: claims them, plans what the CRM should hold, sends the difference, and settles
 * each by its own result. Called again and again by its route; one call works off all that is due.
 */
public final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Crm crm;
    private final BoundOrg org;
    private final DueConversations due;
    private final Directory directory;
    private final Planner planner;
    private final Settling settling;
    private final Tx tx;
    private final Settings settings;
    private boolean broken;

    /**
     * How to deliver.
     *
     * @param enabled false stops all writing to the CRM
     * @param batch most conversations in one claim
     * @param freshness how old the directory may be when conversations are matched
     */
    public record Settings(boolean enabled, int batch, Duration freshness) {}

    /** Puts delivery together; nothing happens before the first call. */
    public Delivery(
            Crm crm,
            BoundOrg org,
            DueConversations due,
            Directory directory,
            Planner planner,
            Backoff backoff,
            Tx tx,
            Clock clock,
            Alerts alerts,
            Settings settings) {
        this.crm = crm;
        this.org = org;
        this.due = due;
        this.directory = directory;
        this.planner = planner;
        this.tx = tx;
        this.settings = settings;
        this.settling = new Settling(due, directory, backoff, clock, alerts);
    }

    /** Works off what is due now, and returns when nothing is, or when the CRM cannot be reached. */
    public void deliver() {
        if (!settings.enabled() || !knowsTheOrg()) {
            return;
        }
        Claim claim = due.claim(settings.batch());
        while (!claim.conversations().isEmpty()) {
            if (!deliver(claim)) {
                return;
            }
            // Less than a full claim: what came meanwhile may wait and travel together.
            claim = claim.conversations().size() < settings.batch()
                    ? new Claim(claim.owner(), List.of())
                    : due.claim(settings.batch());
        }
    }

    /** Whom a conversation belongs to can be said only once the directory is whole. */
    private boolean knowsTheOrg() {
        try {
            org.check();
            if (directory.state() == Directory.State.LOADING) {
                directory.load((done, total) -> LOG.info("Directory: {} of {} CRM records read", done, total));
            }
            return true;
        } catch (CrmException e) {
            LOG.warn("Nothing is delivered: {} ({})", e.getMessage(), e.kind());
            return false;
        }
    }

    private boolean deliver(Claim claim) {
        try {
            String userId = org.check().userId();
            // After a failure nobody knows what took effect: look before writing again.
            directory.refreshIfOlderThan(broken ? Duration.ZERO : settings.freshness());
            Memory memory = Memory.of(tx, claim.conversations());
            List<Plan> plans = claim.conversations().stream().map(planner::plan).toList();
            new UnknownOutcomes(crm, memory).settle(plans);
            Batch batch = new Batch(memory, new Currents(directory));
            plans.stream().filter(plan -> plan.mode() != Mode.OBSERVE).forEach(batch::add);
            batch.respectEdits(crm, userId);
            batch.send(crm, tx);
            settling.settle(claim, plans, batch, memory);
            LOG.debug("Delivered {} conversations in {} records", plans.size(), batch.size());
            broken = false;
            return true;
        } catch (CrmException e) {
            LOG.warn(
                    "Delivery of {} conversations is put off: {} ({})",
                    claim.conversations().size(),
                    e.getMessage(),
                    e.kind());
            broken = true;
            settling.putOff(claim, e);
            return false;
        }
    }
}
