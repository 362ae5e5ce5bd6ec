package dev.parley.admin;

import dev.parley.channel.Problem;
import dev.parley.delivery.Reasons;
import dev.parley.delivery.Undo;
import java.time.Clock;
import java.time.Instant;
import org.apache.camel.Header;

/** Answers why a record is what it is, and takes back what was written. */
public final class LedgerDesk {

    private static final String SALESFORCE_ID = "[A-Za-z0-9]{15}([A-Za-z0-9]{3})?";

    private final Reasons reasons;
    private final Undo undo;

    private LedgerDesk(Reasons reasons, Undo undo) {
        this.reasons = reasons;
        this.undo = undo;
    }

    static LedgerDesk of(Parts parts, Clock clock) {
        return new LedgerDesk(
                new Reasons(
                        parts.database().tx(),
                        parts.crm(),
                        parts.versioning().versions(),
                        parts.due(),
                        parts.planner()),
                new Undo(
                        parts.database().tx(),
                        parts.due(),
                        parts.crm(),
                        () -> parts.mappings().get().version(),
                        clock));
    }

    /** {@code GET /v1/records/{id}/why}. */
    public String why(@Header("id") String id) {
        if (!id.matches(SALESFORCE_ID)) {
            throw Problem.of(
                            400,
                            "'" + shown(id) + "' is no record's id: that has 15 or 18 letters and digits, as in the"
                                    + " address of its page.")
                    .exception();
        }
        return JsonAnswer.of(CrmAnswers.or503(() -> reasons.of(id)).orElseThrow(() -> Problem.of(
                        404,
                        "Parley knows of no field that it wrote to the record " + id + ". Somebody else made it, or"
                                + " it was last written more than store.keepDays days ago: the record's own history in"
                                + " the CRM says who wrote it.")
                .exception()));
    }

    /** {@code POST /v1/undo}: one page of it. */
    public String undo(@Header("since") String since, @Header("after") String after, @Header("dryRun") Boolean dryRun) {
        Instant from = Since.of(since);
        String cursor = after == null ? "" : after;
        return JsonAnswer.of(CrmAnswers.or503(() -> undo.page(from, cursor, !Boolean.FALSE.equals(dryRun))));
    }

    private static String shown(String id) {
        return id.replaceAll("\\W", "?").substring(0, Math.min(id.length(), 40));
    }
}
