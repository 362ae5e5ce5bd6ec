package dev.parley.dossier;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Person;
import dev.parley.crm.ExternalId;
import dev.parley.identity.Identity;
import dev.parley.identity.Identity.Decision;
import dev.parley.identity.Identity.Kind;
import dev.parley.identity.Visitor;
import dev.parley.qualification.Assessment;
import dev.parley.qualification.Recommended;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** People whom a customer recommends, as mapping files see them: whom the CRM knows is linked, somebody new is a lead. */
public final class Recommendations {

    /** What the link to one of them says of their part. */
    public static final String ROLE = "Recommended";

    private Recommendations() {}

    /**
     * Says it in a dossier.
     *
     * @param dossier of the conversation
     * @param identity who the visitor is; only who is surely a contact recommends anybody
     * @param assessment empty where conversations are not judged
     * @param who finds out who somebody is
     */
    public static void tell(
            ObjectNode dossier, Identity identity, Optional<Assessment> assessment, Function<Visitor, Identity> who) {
        if (identity.contactId() == null || identity.decision() == Decision.REVIEW) {
            return;
        }
        String source = dossier.at("/conversation/source").asText();
        for (Recommended person : assessment.map(Assessment::recommended).orElse(List.of())) {
            Visitor visitor = Visitor.of(source, person(person));
            Identity known = who.apply(visitor);
            if (visitor.reachable() && isSomebodyElse(dossier, identity, visitor, known)) {
                add(dossier, person, visitor, known);
            }
        }
    }

    /** Of whom only a number is known, that number is the id: said by two, or twice, it is one person. */
    private static Person person(Recommended person) {
        String id = person.email() == null ? "phone:" + ExternalId.hash(person.phone()) : null;
        return new Person(id, person.name(), person.email(), person.phone(), person.company(), null, null, null, null);
    }

    /** Not the visitor by another of their addresses, and none of our own people. */
    private static boolean isSomebodyElse(ObjectNode dossier, Identity identity, Visitor visitor, Identity known) {
        return known.kind() != Kind.ANONYMOUS
                && !visitor.externalId()
                        .equals(dossier.at("/visitor/externalId").asText())
                && (visitor.email() != null
                        || !visitor.hasPhone(dossier.at("/visitor/phone").asText()))
                && !Objects.equals(known.contactId(), identity.contactId());
    }

    private static void add(ObjectNode dossier, Recommended person, Visitor visitor, Identity known) {
        String mode = dossier.path("mode").asText();
        boolean makes = (mode.equals("create") || mode.equals("handoff"))
                && !dossier.path("history").asBoolean();
        boolean lead = makes && known.kind() != Kind.CONTACT;
        PersonName name = PersonName.of(person.name());
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("key", visitor.externalId());
        Dossiers.put(node, "name", person.name());
        Dossiers.put(node, "firstName", name.first());
        Dossiers.put(node, "lastName", name.last());
        Dossiers.put(node, "email", person.email());
        Dossiers.put(node, "phone", person.phone());
        Dossiers.put(node, "company", person.company());
        Dossiers.put(node, "accountId", known.decision() == Decision.REVIEW ? null : known.accountId());
        Dossiers.put(node, "leadId", known.leadId());
        node.put("leadWanted", lead);
        Dossiers.put(node, "messageId", person.message());
        Dossiers.put(node, "quote", person.quote());
        dossier.withArray("recommended").add(node);
        if (lead || known.contactId() != null || known.leadId() != null) {
            link(dossier, visitor.externalId(), known, lead);
        }
    }

    private static void link(ObjectNode dossier, String key, Identity known, boolean lead) {
        ObjectNode link =
                ((ObjectNode) dossier.get("identity")).withArray("links").addObject();
        link.put("key", key).put("role", ROLE).put("confidence", known.kind() == Kind.NEW ? 1 : known.confidence());
        Dossiers.put(link, "contactId", known.contactId());
        Dossiers.put(link, "leadId", known.leadId());
        Dossiers.put(link, "leadKey", lead ? key : null);
    }
}
