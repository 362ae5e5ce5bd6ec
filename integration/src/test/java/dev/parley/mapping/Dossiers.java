package dev.parley.mapping;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Dossiers to translate. */
final class Dossiers {
    private Dossiers() {}

    /** A new visitor, with everything that a chat service can know. */
    static ObjectNode newVisitor() {
        try (InputStream json = Dossiers.class.getResourceAsStream("examples/dossier.json")) {
            return (ObjectNode) new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A contact of an account with an open opportunity, who has no role on it yet. */
    static ObjectNode knownContact() {
        ObjectNode dossier = newVisitor();
        dossier.putObject("identity")
                .put("kind", "contact")
                .put("decision", "Auto")
                .put("confidence", 0.95)
                .put("evidence", "e-mail address of the contact")
                .put("accountId", "001000000000001AAA")
                .put("contactId", "003000000000002AAA")
                .put("opportunityId", "006000000000003AAA")
                .put("ownerId", "005000000000004AAA")
                .put("leadWanted", false)
                .put("roleWanted", true);
        return dossier;
    }

    /** Somebody who opened the widget and said nothing about themselves. */
    static ObjectNode anonymous() {
        ObjectNode dossier = newVisitor();
        dossier.putObject("visitor").put("externalId", "web:v-9").put("id", "v-9");
        dossier.putObject("identity")
                .put("kind", "anonymous")
                .put("decision", "None")
                .put("leadWanted", false);
        return dossier;
    }
}
