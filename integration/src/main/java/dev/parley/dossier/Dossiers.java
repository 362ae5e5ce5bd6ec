package dev.parley.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Facts;
import dev.parley.conversation.Person;
import dev.parley.conversation.Snapshot;
import dev.parley.conversation.Tally;
import dev.parley.conversation.TranscriptPart;
import dev.parley.crm.ExternalId;
import dev.parley.handoff.Breach;
import dev.parley.identity.Country;
import dev.parley.identity.Identity;
import dev.parley.identity.SignedIds;
import dev.parley.identity.Talk;
import dev.parley.identity.Visitor;
import dev.parley.qualification.Assessment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Puts together what is known of a conversation (Content Enricher). What is unknown is left out. */
public final class Dossiers {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Dossiers() {}

    /**
     * The dossier of a conversation.
     *
     * @param snapshot the conversation as it stands
     * @param identity who the visitor is
     * @param mode how far Parley may go, in lower case
     */
    public static ObjectNode of(Snapshot snapshot, Identity identity, String mode) {
        return of(snapshot, identity, mode, (agent, email) -> Optional.empty());
    }

    /**
     * The same with the users that the agents are.
     *
     * @param users gives the Salesforce id of an active user for an agent's id and e-mail address, which may be null
     */
    public static ObjectNode of(
            Snapshot snapshot, Identity identity, String mode, BiFunction<String, String, Optional<String>> users) {
        return of(snapshot, identity, Optional.empty(), mode, users);
    }

    /**
     * The same with what it comes to.
     *
     * @param assessment empty where conversations are not judged
     */
    public static ObjectNode of(
            Snapshot snapshot,
            Identity identity,
            Optional<Assessment> assessment,
            String mode,
            BiFunction<String, String, Optional<String>> users) {
        ObjectNode dossier = JSON.objectNode();
        dossier.put("mode", mode).put("history", !snapshot.live());
        dossier.set("conversation", conversation(snapshot, users));
        Visitor visitor = visitor(snapshot);
        dossier.set("visitor", visitor(snapshot, visitor));
        dossier.set("identity", identity(snapshot, identity, mode, visitor.externalId()));
        String conversation = externalId(snapshot);
        dossier.set("meetings", Meetings.of(snapshot.conversation(), users));
        Handoffs.of(snapshot.conversation()).ifPresent(offers -> dossier.set("handoff", offers));
        String breach = Breach.text(Breach.of(snapshot.conversation()));
        if (!breach.isEmpty()) {
            dossier.putObject("service").put("breach", breach);
        }
        assessment.ifPresent(judged -> {
            dossier.set("qualification", Judgement.of(judged));
            ObjectNode talk = (ObjectNode) dossier.get("conversation");
            put(talk, "summary", judged.brief().summary());
            put(talk, "language", judged.language());
        });
        dossier.putArray("parts")
                .addAll(snapshot.transcript().changed().stream()
                        .map(part -> part(part, conversation))
                        .toList());
        return dossier;
    }

    /** External ids, besides its own, under which each meeting may have been written before its first UID was known. */
    public static Set<String> laterMeetingIds(Conversation conversation) {
        return conversation.meetingStates().stream().flatMap(Meetings::laterIds).collect(Collectors.toSet());
    }

    /**
     * Adds the meetings that were written as ones of their own before it was known of which meeting they are a part: each
     * as called off, for nothing is deleted.
     *
     * @param dossier as {@link #of} made it
     * @param written says of a meeting's external id whether records of it were written
     */
    public static void callOffDoubled(ObjectNode dossier, Snapshot snapshot, Predicate<String> written) {
        Meetings.doubled(snapshot.conversation(), dossier.withArray("meetings"), written)
                .forEach(dossier.withArray("meetings")::add);
    }

    /**
     * Says of each meeting which Event it has become.
     *
     * @param dossier as {@link #of} made it
     * @param eventIds gives the Event's Salesforce id for a meeting's external id, as far as it has been made
     */
    public static void tellEvents(ObjectNode dossier, Function<String, Optional<String>> eventIds) {
        dossier.path("meetings")
                .forEach(meeting -> eventIds.apply(meeting.path("externalId").asText())
                        .ifPresent(id -> ((ObjectNode) meeting).put("eventId", id)));
    }

    /** The conversation's external id in the CRM. */
    public static String externalId(Snapshot snapshot) {
        return ExternalId.of(snapshot.key().source(), snapshot.key().id());
    }

    private static ObjectNode conversation(Snapshot snapshot, BiFunction<String, String, Optional<String>> users) {
        Tally tally = snapshot.tally();
        ObjectNode node = JSON.objectNode();
        node.put("externalId", externalId(snapshot))
                .put("source", snapshot.key().source())
                .put("id", snapshot.key().id())
                .put("status", snapshot.status())
                .put("messageCount", tally.messages())
                .put("visitorMessages", tally.visitorMessages())
                .put("agentMessages", tally.agentMessages())
                .put("transfers", snapshot.conversation().transfers());
        put(node, "startedAt", time(snapshot.conversation().startedAt()));
        put(node, "lastMessageAt", time(tally.lastAt()));
        put(node, "opening", snapshot.opening());
        put(node, "summary", snapshot.opening());
        put(node, "contentHash", snapshot.transcript().hash());
        if (tally.firstResponseSeconds() != null) {
            node.put("firstResponseSeconds", tally.firstResponseSeconds());
        }
        Agents.of(snapshot.conversation(), users)
                .forEach(agent -> node.withArray("agents").add(agent));
        return facts(node, snapshot);
    }

    private static ObjectNode facts(ObjectNode node, Snapshot snapshot) {
        put(node, "channel", text(snapshot, Facts.CHANNEL));
        put(node, "department", text(snapshot, Facts.DEPARTMENT));
        put(node, "language", language(snapshot));
        JsonNode page = snapshot.conversation().fact(Facts.PAGE);
        put(node, "url", page.path("url").asText(null));
        put(node, "pageTitle", page.path("title").asText(null));
        put(node, "referrer", page.path("referrer").asText(null));
        put(node, "campaign", page.path("campaign").asText(null));
        if ("Closed".equals(snapshot.status())) {
            JsonNode closed = snapshot.conversation().fact(Facts.CLOSED);
            put(node, "endedAt", time(snapshot.conversation().saidAt(Facts.CLOSED)));
            put(node, "closedBy", closed.path("by").asText(null));
            put(node, "closeReason", closed.path("reason").asText(null));
        }
        JsonNode rating = snapshot.conversation().fact(Facts.RATING);
        if (rating.isObject()) {
            node.set("rating", rating);
        }
        return node;
    }

    /** The conversation's visitor as matching sees them. */
    public static Visitor visitor(Snapshot snapshot) {
        return Visitor.of(
                snapshot.key().source(),
                snapshot.conversation().visitor(),
                snapshot.key().id());
    }

    /**
     * What the conversation tells besides, for finding out who the visitor is.
     *
     * @param users as in {@link #of(Snapshot, Identity, String, BiFunction)}
     */
    public static Talk talk(Snapshot snapshot, BiFunction<String, String, Optional<String>> users) {
        Conversation conversation = snapshot.conversation();
        String id = conversation.visitor().id();
        String signed =
                conversation.fact(Facts.SIGNED_ID).asText(id != null && id.startsWith(SignedIds.PREFIX) ? id : null);
        return new Talk(
                snapshot.rowId(),
                conversation.startedAt(),
                conversation.last() == null ? null : conversation.last().time(),
                conversation.fact(Facts.PAGE).path("campaign").asText(null),
                Agents.users(conversation, users),
                signed);
    }

    private static ObjectNode visitor(Snapshot snapshot, Visitor matched) {
        Person person = snapshot.conversation().visitor();
        PersonName name = PersonName.of(person.name());
        ObjectNode node = JSON.objectNode();
        put(node, "externalId", matched.externalId());
        put(node, "id", person.id());
        put(node, "name", person.name());
        put(node, "firstName", name.first());
        put(node, "lastName", name.last());
        put(node, "email", person.email());
        put(node, "phone", person.phone());
        put(node, "company", person.company());
        put(node, "title", person.title());
        put(node, "website", person.website());
        put(node, "country", person.country());
        put(node, "countryCode", Country.code(person.country()));
        put(node, "locale", person.locale());
        put(node, "domain", matched.domain());
        return node;
    }

    private static ObjectNode identity(Snapshot snapshot, Identity identity, String mode, String visitorKey) {
        boolean creates = mode.equals("create") || mode.equals("handoff");
        boolean leadWanted = creates && identity.mayBeLead() && snapshot.live();
        boolean contactWanted = creates && identity.becomesContact() && snapshot.live();
        ObjectNode node = JSON.objectNode();
        node.put("kind", identity.kind().name().toLowerCase(Locale.ROOT))
                .put("decision", title(identity.decision().name()))
                .put("confidence", identity.confidence())
                .put("evidence", String.join("\n", identity.evidence()))
                .put("leadWanted", leadWanted)
                .put("contactWanted", contactWanted)
                .put(
                        "roleWanted",
                        creates
                                && snapshot.live()
                                && identity.contactId() != null
                                && identity.opportunityId() != null
                                && !identity.roleExists());
        put(node, "accountId", identity.accountId());
        put(node, "contactId", identity.contactId());
        put(node, "leadId", identity.leadId());
        put(node, "opportunityId", identity.opportunityId());
        put(node, "ownerId", identity.ownerId());
        put(node, "territory", identity.territory());
        if (identity.decision() == Identity.Decision.REVIEW) {
            node.set("review", Review.of(identity));
        }
        put(node, "leadKey", leadWanted ? leadKey(identity, visitorKey) : identity.leadKey());
        identity.links().forEach(link -> node.withArray("links").add(link(link)));
        return node;
    }

    private static String leadKey(Identity identity, String visitorKey) {
        return identity.leadKey() == null ? visitorKey : identity.leadKey();
    }

    private static ObjectNode link(Identity.Link link) {
        ObjectNode node = JSON.objectNode();
        node.put("key", link.key()).put("confidence", link.confidence());
        put(node, "accountId", link.accountId());
        put(node, "contactId", link.contactId());
        put(node, "leadId", link.leadId());
        put(node, "opportunityId", link.opportunityId());
        put(node, "role", link.role());
        return node;
    }

    private static ObjectNode part(TranscriptPart part, String conversation) {
        return JSON.objectNode()
                .put("externalId", conversation + ":" + part.sequence())
                .put("sequence", part.sequence())
                .put("firstAt", time(part.firstAt()))
                .put("lastAt", time(part.lastAt()))
                .put("body", part.body());
    }

    private static String language(Snapshot snapshot) {
        String said = text(snapshot, Facts.LOCALE);
        String locale = said == null ? snapshot.conversation().visitor().locale() : said;
        String language = locale == null
                ? ""
                : Locale.forLanguageTag(locale.replace('_', '-')).getLanguage();
        return language.isEmpty() ? null : language;
    }

    private static String text(Snapshot snapshot, String fact) {
        return snapshot.conversation().fact(fact).asText(null);
    }

    /** To the millisecond: Salesforce reads no finer times. */
    static String time(Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static String title(String word) {
        return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }

    static void put(ObjectNode node, String field, String value) {
        if (value != null && !value.isBlank()) {
            node.put(field, value);
        }
    }
}
