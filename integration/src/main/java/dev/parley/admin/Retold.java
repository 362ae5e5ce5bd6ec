package dev.parley.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.identity.Identity;
import dev.parley.qualification.Assessment;
import dev.parley.words.Sayings;

/**
 * What was found of a conversation, in the words of who reads it: the sentences alone. Names that programs go by, and
 * what people said, stay as they are.
 */
final class Retold {

    private final Sayings sayings;

    Retold(Sayings sayings) {
        this.sayings = sayings;
    }

    /** @param shown whose evidence becomes a list, and whose reason for a review is told anew */
    void identity(ObjectNode shown, Identity identity) {
        identity.evidence().stream().map(sayings::retold).forEach(shown.putArray("evidence")::add);
        if (shown.path("review") instanceof ObjectNode review) {
            retell(review, "reason");
        }
    }

    /** Each judgement with the messages that it rests on. */
    JsonNode analysis(Assessment assessment) {
        JsonNode shown = JsonAnswer.JSON.valueToTree(assessment);
        shown.findParents("what").forEach(evidence -> retell((ObjectNode) evidence, "what"));
        shown.at("/score/reasons").forEach(reason -> retell((ObjectNode) reason, "name"));
        return shown;
    }

    private void retell(ObjectNode shown, String field) {
        if (shown.path(field).isTextual()) {
            shown.put(field, sayings.retold(shown.get(field).textValue()));
        }
    }
}
