package dev.parley.dossier;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.identity.Referrers;
import dev.parley.identity.Referrers.Referrer;
import dev.parley.qualification.Assessment;
import dev.parley.qualification.Evidence;
import java.util.Optional;

/** Which customer recommended us to the visitor, by the visitor's own words. */
public final class Referral {

    private Referral() {}

    /**
     * Says it in a dossier, with the message and the sentence that it rests on.
     *
     * @param dossier of the conversation
     * @param assessment empty where conversations are not judged: then nobody recommended us
     */
    public static void tell(ObjectNode dossier, Optional<Assessment> assessment, Referrers referrers) {
        String visitor = dossier.at("/identity/contactId").asText();
        String name = dossier.at("/visitor/name").asText();
        assessment.stream()
                .flatMap(judged -> judged.referredBy().stream())
                .flatMap(said -> referrers
                        .in(said.quote())
                        .filter(referrer -> !referrer.contactId().equals(visitor)
                                && (name.isBlank() || !Referrers.isCalled(referrer, name)))
                        .map(referrer -> describe(referrer, said))
                        .stream())
                .findFirst()
                .ifPresent(referral -> dossier.set("referral", referral));
    }

    private static ObjectNode describe(Referrer referrer, Evidence said) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("contactId", referrer.contactId());
        Dossiers.put(node, "name", referrer.name());
        Dossiers.put(node, "accountId", referrer.accountId());
        Dossiers.put(node, "messageId", said.message());
        Dossiers.put(node, "quote", said.quote());
        return node;
    }
}
