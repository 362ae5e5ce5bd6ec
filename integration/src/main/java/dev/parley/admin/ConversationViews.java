package dev.parley.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.AskedMeetings;
import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.DueConversations.Standing;
import dev.parley.conversation.Snapshot;
import dev.parley.delivery.DeadLetter;
import dev.parley.delivery.Plan;
import dev.parley.delivery.Records;
import dev.parley.dossier.Dossiers;
import dev.parley.qualification.Assessment;
import dev.parley.words.Sayings;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that an admin may want to know of one conversation. */
final class ConversationViews {

    private final Parts parts;
    private final String crmUrl;

    /** Over the server's parts; {@code crmUrl} is where the org's pages are. */
    ConversationViews(Parts parts, URI crmUrl) {
        this.parts = parts;
        this.crmUrl = crmUrl.toString().replaceFirst("/+$", "");
    }

    /**
     * The view.
     *
     * @param source its channel
     * @param id its id there
     * @param link its signed name, which a booking page may send back as {@code data.conversation} of a meeting's events
     * @param mode how far Parley goes for its source
     * @param state what its events come to
     * @param visitor what is known of the visitor
     * @param identity who that is to the CRM, on what evidence
     * @param analysis what it comes to, each judgement with the messages that it rests on; null where that is not judged
     * @param meetings where each stands, and what those who are invited answered
     * @param crm the records it has become
     * @param delivery where it stands on its way
     * @param deadLetters what of it was laid aside
     * @param waiting who asks for a meeting and was not answered, and why
     */
    record View(
            String source,
            String id,
            String link,
            String mode,
            JsonNode state,
            JsonNode visitor,
            JsonNode identity,
            JsonNode analysis,
            JsonNode meetings,
            List<RecordView> crm,
            DeliveryView delivery,
            List<DeadLetter> deadLetters,
            List<AskedMeetings.Waiting> waiting) {}

    /**
     * A record in the CRM.
     *
     * @param key Parley's key of it
     * @param id its Salesforce id, or null while the CRM has not confirmed it
     * @param url its page, or null
     * @param kept fields that a person has changed, and that Parley leaves alone
     */
    record RecordView(String sobject, String key, String id, String url, Set<String> kept) {}

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

    /** Empty if there is none; what was found is told in these words. */
    Optional<View> of(ConversationKey key, Sayings sayings) {
        Retold retold = new Retold(sayings);
        return parts.due().standing(key).map(standing -> {
            Snapshot snapshot = parts.due().look(List.of(key)).get(0);
            Plan plan = parts.planner().plan(snapshot);
            Optional<Assessment> analysis = parts.qualifier()
                    .assess(snapshot, plan.identity(), parts.mappings().get());
            ObjectNode dossier = Dossiers.of(
                    snapshot, plan.identity(), analysis, plan.mode().word(), (agent, email) -> Optional.empty());
            ObjectNode identity = (ObjectNode) dossier.get("identity");
            retold.identity(identity, plan.identity());
            if (plan.dossier() != null && plan.dossier().has("referral")) {
                identity.set("referredBy", plan.dossier().get("referral"));
            }
            return new View(
                    key.source(),
                    key.id(),
                    parts.links().of(key),
                    plan.mode().word(),
                    dossier.get("conversation"),
                    dossier.get("visitor"),
                    identity,
                    analysis.map(retold::analysis).orElse(null),
                    dossier.get("meetings"),
                    parts.records().of(snapshot).stream().map(this::record).toList(),
                    DeliveryView.of(standing),
                    parts.deadLetters().of(key),
                    new AskedMeetings(parts.database().tx(), Clock.systemUTC()).waiting(key));
        });
    }

    private RecordView record(Records.Written written) {
        String url = written.id() == null
                ? null
                : crmUrl + "/lightning/r/" + written.sobject() + "/" + written.id() + "/view";
        return new RecordView(written.sobject(), written.key(), written.id(), url, written.kept());
    }
}
