package dev.parley.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.DueConversations.Standing;
import dev.parley.conversation.Snapshot;
import dev.parley.delivery.DeadLetter;
import dev.parley.delivery.Plan;
import dev.parley.delivery.Records;
import dev.parley.dossier.Dossiers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All that an admin may want to know of one conversation. */
final class ConversationViews {

    private final Parts parts;

    ConversationViews(Parts parts) {
        this.parts = parts;
    }

    /**
     * The view.
     *
     * @param dossier what mapping files see, the transcript's text left out
     * @param crm the records it has become
     * @param delivery where it stands on its way
     * @param deadLetters what of it was laid aside
     */
    record View(ObjectNode dossier, List<Records.Written> crm, DeliveryView delivery, List<DeadLetter> deadLetters) {}

    /**
     * Where it stands.
     *
     * @param status {@code due}, {@code applied}, or why it is not meant for the CRM
     */
    record DeliveryView(
            String status,
            long version,
            long appliedVersion,
            Instant appliedAt,
            Instant dueAt,
            int attempts,
            String trouble) {

        static DeliveryView of(Standing standing) {
            return new DeliveryView(
                    status(standing),
                    standing.version(),
                    standing.appliedVersion(),
                    standing.appliedAt(),
                    standing.dueAt(),
                    standing.attempts(),
                    standing.trouble());
        }

        private static String status(Standing standing) {
            if (standing.dueAt() != null) {
                return "due";
            }
            if (standing.appliedVersion() > 0) {
                return "applied";
            }
            return standing.trouble() == null ? "left out" : standing.trouble();
        }
    }

    Optional<View> of(ConversationKey key) {
        return parts.due().standing(key).map(standing -> {
            Snapshot snapshot = parts.due().look(List.of(key)).get(0);
            Plan plan = parts.planner().plan(snapshot);
            ObjectNode dossier =
                    Dossiers.of(snapshot, plan.identity(), plan.mode().word());
            dossier.remove("parts");
            return new View(
                    dossier,
                    parts.records().of(snapshot),
                    DeliveryView.of(standing),
                    parts.deadLetters().of(key));
        });
    }
}
