package dev.parley.delivery;

import dev.parley.conversation.DueConversations;
import dev.parley.conversation.DueConversations.Claim;
import dev.parley.conversation.DueConversations.Settlement;
import dev.parley.conversation.Snapshot;
import dev.parley.crm.CrmException;
import dev.parley.dossier.Dossiers;
import dev.parley.identity.Directory;
import dev.parley.identity.Links;
import dev.parley.identity.OwnWrite;
import dev.parley.mail.Alerts;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Writes down what became of a claim: what stands, what is laid aside, and what comes again and when. */
final class Settling {

    /** Spent call budgets and refused credentials do not mend themselves within seconds. */
    private static final int FAILURES_OF_A_CLOSED_DOOR = 8;

    private static final Set<String> NAMED_NEXT = Set.of(Delivery.EVENT, "Opportunity");

    private final DueConversations due;
    private final Directory directory;
    private final Backoff backoff;
    private final Clock clock;
    private final Alerts alerts;

    Settling(DueConversations due, Directory directory, Backoff backoff, Clock clock, Alerts alerts) {
        this.alerts = alerts;
        this.due = due;
        this.directory = directory;
        this.backoff = backoff;
        this.clock = clock;
    }

    void settle(Claim claim, List<Plan> plans, Batch batch, Memory memory) {
        List<Settlement> settlements = new ArrayList<>();
        Map<Plan, Collection<Outcome>> outcomes = new LinkedHashMap<>();
        for (Plan plan : plans) {
            Collection<Outcome> own = batch.outcomes(plan.snapshot());
            settlements.add(settlement(plan, own, whole(plan, own, memory)));
            outcomes.put(plan, own);
        }
        Instant now = clock.instant();
        due.settle(claim, settlements, em -> {
            Ledger ledger = new Ledger(now);
            memory.settle(em);
            outcomes.forEach((plan, own) -> {
                own.forEach(outcome -> {
                    remember(em, memory, outcome, now);
                    Edits.learn(em, plan, outcome, now);
                });
                ledger.enter(em, plan, own, memory.intended());
            });
            memory.intended().settle(em);
            plans.forEach(plan -> {
                layAside(em, memory, plan, now);
                Concerns.note(em, plan, outcomes.get(plan));
                if (plan.mode() != Mode.OBSERVE && !plan.records().isEmpty()) {
                    Links.remember(em, plan.snapshot().rowId(), plan.identity(), now);
                }
            });
        });
        directory.noteWritten(outcomes.values().stream()
                .flatMap(Collection::stream)
                .flatMap(Settling::written)
                .toList());
    }

    private void remember(EntityManager em, Memory memory, Outcome outcome, Instant now) {
        AppliedRow.Key key = outcome.write().memoryKey();
        if (outcome instanceof Outcome.Stands stands) {
            memory.save(em, key, stands.record());
        } else if (outcome instanceof Outcome.Matched matched) {
            memory.save(em, key, matched.record());
        } else if (outcome instanceof Outcome.Refused refused) {
            memory.layAside(em, key, refused.refusal(), now);
            tell(em, refused.write().desired().sobject(), refused.refusal().code(), now);
        }
    }

    /** Once a day for each kind: a mistake in a mapping file refuses every conversation. */
    private void tell(EntityManager em, String sobject, String code, Instant now) {
        alerts.raise(
                em,
                "dead-letter:" + sobject + ":" + code + ":" + LocalDate.ofInstant(now, ZoneOffset.UTC),
                "A " + sobject + " was laid aside: " + code,
                "The CRM, or a mapping file, refused a record. See it, with the CRM's own words and the line of the"
                        + " mapping file, by:  java -jar parley.jar dead-letters list\n"
                        + "Mend the cause, then:  java -jar parley.jar dead-letters replay\n");
    }

    /** What a mapping file could not say, and wishes about one's data that nobody carries out yet. */
    private void layAside(EntityManager em, Memory memory, Plan plan, Instant now) {
        Map<RecordKey, Refusal> unmapped = Unmapped.of(plan.failures());
        memory.buryMended(em, plan.snapshot(), unmapped.keySet());
        fresh(memory, plan, unmapped).forEach((record, refusal) -> {
            memory.layAside(em, AppliedRow.Key.of(plan.snapshot().rowId(), record), refusal, now);
            tell(em, record.sobject(), refusal.code(), now);
        });
        fresh(memory, plan, Unfulfilled.of(plan.snapshot())).forEach((record, refusal) -> {
            memory.layAside(em, AppliedRow.Key.of(plan.snapshot().rowId(), record), refusal, now);
            String id = Dossiers.externalId(plan.snapshot());
            alerts.raise(
                    em,
                    record.key() + ":" + id + ":" + refusal.content(),
                    "A visitor's " + record.key() + " waits for a person: conversation " + id,
                    refusal.message());
        });
    }

    /** One that is known, and perhaps discarded, stays as it is. */
    private static Map<RecordKey, Refusal> fresh(Memory memory, Plan plan, Map<RecordKey, Refusal> letters) {
        Map<RecordKey, Refusal> fresh = new LinkedHashMap<>(letters);
        fresh.entrySet()
                .removeIf(letter -> memory.isDead(
                        plan.snapshot(), letter.getKey(), letter.getValue().content()));
        return fresh;
    }

    private static Stream<OwnWrite> written(Outcome outcome) {
        if (!(outcome instanceof Outcome.Stands stands) || stands.record().crmId() == null) {
            return Stream.empty();
        }
        PlannedWrite write = stands.write();
        Map<String, Object> fields = new LinkedHashMap<>(write.difference().fields());
        if (write.desired().upsert() && write.desired().id() == null) {
            fields.put(write.desired().keyField(), write.desired().key());
        }
        return Stream.of(new OwnWrite(write.desired().sobject(), stands.record().crmId(), fields));
    }

    private static boolean whole(Plan plan, Collection<Outcome> outcomes, Memory memory) {
        return plan.failures().isEmpty()
                && !memory.anyDead(plan.snapshot())
                && outcomes.stream().noneMatch(Outcome.Refused.class::isInstance);
    }

    private Settlement settlement(Plan plan, Collection<Outcome> outcomes, boolean whole) {
        Snapshot snapshot = plan.snapshot();
        String later = outcomes.stream()
                .filter(Outcome.Later.class::isInstance)
                .map(outcome -> ((Outcome.Later) outcome).code() + ": " + ((Outcome.Later) outcome).message())
                .findFirst()
                .orElse(null);
        boolean again = outcomes.stream()
                .anyMatch(outcome -> outcome instanceof Outcome.Orphaned || outcome instanceof Outcome.Matched);
        if (later != null) {
            Instant at = clock.instant().plus(backoff.after(snapshot.attempts()));
            return new Settlement(snapshot, false, whole, plan.matters(), at, later);
        }
        if (again) {
            return new Settlement(snapshot, false, whole, plan.matters(), clock.instant(), null);
        }
        if (outcomes.stream().anyMatch(Settling::madeWhatIsNamedNext)) {
            return new Settlement(snapshot, true, whole, plan.matters(), clock.instant(), null);
        }
        boolean written = plan.mode() != Mode.OBSERVE && !(plan.records().isEmpty() && snapshot.appliedVersion() == 0);
        return new Settlement(snapshot, written, whole, plan.matters(), null, written ? null : leftOut(plan));
    }

    /** A meeting's record can name its Event, and a contact get a role on the opportunity, only now. */
    private static boolean madeWhatIsNamedNext(Outcome outcome) {
        return outcome instanceof Outcome.Stands stands
                && NAMED_NEXT.contains(stands.write().desired().sobject())
                && stands.write().id() == null
                && stands.record().crmId() != null;
    }

    private static String leftOut(Plan plan) {
        return plan.mode() == Mode.OBSERVE ? "observed only" : "left out";
    }

    /** Once a day for each kind of failure that no waiting mends. */
    void alert(CrmException failure) {
        alerts.raise(
                "crm:" + failure.kind() + ":" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                "Nothing is delivered to the CRM: " + failure.kind(),
                failure.getMessage() + "\nConversations wait in the store and nothing is lost. What to mend says:"
                        + "  java -jar parley.jar doctor\n");
    }

    /** The call as a whole failed: every conversation of the claim comes again. */
    void putOff(Claim claim, CrmException failure) {
        List<Settlement> settlements = claim.conversations().stream()
                .map(snapshot -> new Settlement(
                        snapshot,
                        false,
                        false,
                        false,
                        clock.instant().plus(wait(failure, snapshot.attempts())),
                        failure.getMessage()))
                .toList();
        due.settle(claim, settlements, em -> {});
    }

    /** How long to wait after a failure of a whole call; {@code failures} counts those before it. */
    Duration wait(CrmException failure, int failures) {
        boolean closedDoor = failure.kind() != CrmException.Kind.TRANSIENT;
        return backoff.after(closedDoor ? Math.max(failures, FAILURES_OF_A_CLOSED_DOOR) : failures);
    }
}
