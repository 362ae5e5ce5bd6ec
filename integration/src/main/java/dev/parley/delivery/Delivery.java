package dev.parley.delivery;

import com.google.common.collect.Lists;
import dev.parley.conversation.DueConversations;
import dev.parley.conversation.DueConversations.Claim;
import dev.parley.conversation.Snapshot;
import dev.parley.crm.Crm;
import dev.parley.crm.CrmException;
import dev.parley.identity.Directory;
import dev.parley.mail.Alerts;
import dev.parley.store.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers conversations that are due: claims them, plans what the CRM should hold, sends the difference, and settles
 * each by its own result. Called again and again by its route; one call works off all that is due.
 */
public final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** A meeting's record names its Event, which has no external id to name it by before it is there. */
    static final String EVENT = "Event";

    /** Reading so many takes about a fifth of a second. */
    private static final int BETWEEN_PAUSES = 20;

    private final Crm crm;
    private final BoundOrg org;
    private final DueConversations due;
    private final Directory directory;
    private final Planner planner;
    private final Settling settling;
    private final DoubledMeetings doubled;
    private final Tx tx;
    private final Settings settings;
    private final Clock clock;
    private final List<Consumer<List<Plan>>> listeners = new CopyOnWriteArrayList<>();
    private boolean broken;
    private int failures;
    private volatile String trouble;
    private Instant notBefore = Instant.MIN;
    private volatile GivingWay others = new GivingWay(() -> false, Duration.ZERO);

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
        this.clock = clock;
        this.settings = settings;
        this.doubled = new DoubledMeetings(tx, due);
        this.settling = new Settling(due, directory, backoff, clock, alerts);
    }

    /**
     * Tells somebody of every plan before it is sent. If telling fails, the delivery does, and both are tried again.
     *
     * @param listener may be told of the same plan twice
     */
    public void watch(Consumer<List<Plan>> listener) {
        listeners.add(listener);
    }

    /**
     * Lets others go first while the machine has more to do than it can.
     *
     * @param late whether they are behind
     * @param patience how long they go first at most, before a turn and once more within it
     */
    public void giveWayTo(BooleanSupplier late, Duration patience) {
        others = new GivingWay(late, patience);
    }

    /** Works off what is due now, and returns when nothing is, or when the CRM cannot be reached. */
    public void deliver() {
        if (!settings.enabled() || clock.instant().isBefore(notBefore) || !knowsTheOrg()) {
            return;
        }
        for (int most = turn(); most > 0; most = turn()) {
            // What nobody waits for goes along only while it leaves calls for what is going on.
            Claim claim = due.claim(most, crm.sparesCalls());
            // Less than a full claim: what came meanwhile may wait and travel together.
            if (claim.conversations().isEmpty()
                    || !deliver(claim)
                    || claim.conversations().size() < most) {
                return;
            }
        }
    }

    private int turn() {
        return others.turn(settings.batch(), clock.instant());
    }

    /** Why nothing is delivered at present, in the CRM's words; empty if all is well. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Whom a conversation belongs to can be said only once the directory is whole. */
    private boolean knowsTheOrg() {
        try {
            org.check();
            if (directory.state() == Directory.State.LOADING) {
                directory.load((done, total) -> LOG.info("Directory: {} CRM records read, of about {}", done, total));
            }
            trouble = broken ? trouble : null;
            return true;
        } catch (CrmException e) {
            LOG.warn("Nothing is delivered: {} ({})", e.getMessage(), e.kind());
            waitLonger(e);
            return false;
        }
    }

    /** False if the CRM cannot be reached, and going on is of no use. */
    private boolean deliver(Claim claim) {
        // What several of them want, such as a lead, must not be one file's in one plan and another's in the next.
        Planner steady = planner.asOfNow();
        read(claim, steady);
        try {
            look();
        } catch (CrmException e) {
            LOG.warn("The CRM's changes cannot be read: {} ({})", e.getMessage(), e.kind());
            broken = true;
            // What cannot be read for one conversation cannot be read for any.
            return putOff(claim, e);
        }
        try {
            send(claim, steady);
            broken = false;
            failures = 0;
            trouble = null;
            return true;
        } catch (CrmException e) {
            broken = true;
            LOG.warn(
                    "Delivery of {} conversations is put off: {} ({})",
                    claim.conversations().size(),
                    e.getMessage(),
                    e.kind());
            return e.kind() == CrmException.Kind.PERMANENT ? deliverApart(claim, e) : putOff(claim, e);
        } catch (RuntimeException e) {
            broken = true;
            // Its message may quote what somebody said; where it comes from does not.
            LOG.error(
                    "Delivery of {} conversations failed: {} at {}",
                    claim.conversations().size(),
                    e.getClass().getName(),
                    e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
            String trouble = "failed in Parley itself: " + e.getClass().getName();
            return deliverApart(claim, new CrmException(CrmException.Kind.PERMANENT, trouble, e));
        }
    }

    /** Before the CRM is looked at, for it takes its time and lets others go first. */
    private void read(Claim claim, Planner steady) {
        for (List<Snapshot> some : Lists.partition(claim.conversations(), BETWEEN_PAUSES)) {
            others.pause();
            steady.read(some);
        }
        others.pause();
    }

    private boolean putOff(Claim claim, CrmException failure) {
        settling.putOff(claim, failure);
        waitLonger(failure);
        return false;
    }

    /** A CRM that is away, or lets nobody in, is not asked again every other second. */
    private void waitLonger(CrmException failure) {
        trouble = failure.kind() + ": " + failure.getMessage();
        if (failure.kind() != CrmException.Kind.TRANSIENT) {
            settling.alert(failure);
        }
        notBefore = clock.instant().plus(settling.wait(failure, failures++));
    }

    /** One conversation must not hold the others back: they go in halves, until it stands alone. */
    private boolean deliverApart(Claim claim, CrmException failure) {
        int size = claim.conversations().size();
        if (size == 1) {
            settling.putOff(claim, failure);
            return true;
        }
        Claim first = new Claim(claim.owner(), claim.conversations().subList(0, size / 2));
        Claim second = new Claim(claim.owner(), claim.conversations().subList(size / 2, size));
        return deliver(first) ? deliver(second) : putOff(second, failure);
    }

    /** After a failure nobody knows what took effect: then the CRM is looked at before anything is written again. */
    private void look() {
        directory.refreshIfOlderThan(broken ? Duration.ZERO : settings.freshness());
    }

    private void send(Claim claim, Planner steady) {
        long known = directory.changes();
        Memory memory = Memory.of(tx, claim.conversations());
        doubled.inherit(memory, claim.conversations());
        List<Plan> plans = new ArrayList<>();
        Batch batch = directory
                .whileWhole(() -> planned(claim, steady, plans, memory))
                .orElseThrow(() -> new CrmException(
                        CrmException.Kind.TRANSIENT,
                        "other fields of the CRM's records are wanted and read first",
                        null));
        listeners.forEach(listener -> listener.accept(List.copyOf(plans)));
        batch.send(crm, tx, clock.instant());
        settling.settle(claim, plans, batch, memory);
        if (directory.changes() != known) {
            lookAgain(steady, plans);
        }
        LOG.debug("Delivered {} conversations in {} records", plans.size(), batch.size());
    }

    /** What came in while they were written woke none of them: they had not yet said what they wait for. */
    private void lookAgain(Planner steady, List<Plan> plans) {
        due.replay(plans.stream()
                .filter(plan -> !plan.identity().linksLike(steady.identity(plan.snapshot())))
                .map(plan -> plan.snapshot().rowId())
                .toList());
    }

    private Batch planned(Claim claim, Planner steady, List<Plan> plans, Memory memory) {
        claim.conversations().stream()
                .map(snapshot -> steady.plan(snapshot, memory.written(snapshot)))
                .forEach(plans::add);
        new UnknownOutcomes(crm, memory, org.check().userId()).settle(plans);
        Batch batch = new Batch(memory, new Currents(directory));
        plans.stream().filter(plan -> plan.mode() != Mode.OBSERVE).forEach(batch::add);
        batch.respectEdits(crm, org.check().userId());
        return batch;
    }
}
