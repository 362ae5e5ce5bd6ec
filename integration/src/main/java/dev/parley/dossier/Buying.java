package dev.parley.dossier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.identity.Identity;
import dev.parley.qualification.Assessment;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether an opportunity shall be made, since the visitor wants to buy and the account has no open one. */
public final class Buying {

    private Buying() {}

    /**
     * Says it in a dossier.
     *
     * @param dossier of the conversation; its mode and whether it is history count
     * @param assessment empty where conversations are not judged: then nobody wants to buy
     * @param signal which of the conversation's functions say so
     */
    public static void tell(
            ObjectNode dossier,
            Identity identity,
            Optional<Assessment> assessment,
            Predicate<Assessment.Function> signal) {
        String mode = dossier.path("mode").asText();
        boolean makes = (mode.equals("create") || mode.equals("handoff"))
                && !dossier.path("history").asBoolean();
        boolean wanted = makes
                && identity.opportunityKey() != null
                && assessment.filter(judged -> wants(judged, signal)).isPresent();
        ObjectNode node = (ObjectNode) dossier.get("identity");
        node.put("opportunityWanted", wanted);
        if (wanted) {
            node.put("opportunityKey", identity.opportunityKey());
        }
    }

    /** Who is out of the question, such as spam, wants nothing, whatever the words are. */
    private static boolean wants(Assessment judged, Predicate<Assessment.Function> signal) {
        return !judged.score().grade().equals("X")
                && judged.functions().stream().anyMatch(signal);
    }
}
