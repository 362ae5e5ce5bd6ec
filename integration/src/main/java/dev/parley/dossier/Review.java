package dev.parley.dossier;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Ascii;
import dev.parley.identity.Candidate;
import dev.parley.identity.Candidate.Agreement;
import dev.parley.identity.Identity;

/** Who may be meant and why that is not sure: what a person is shown who is to decide it. */
final class Review {

    private static final int LONGEST = 255;

    private Review() {}

    static ObjectNode of(Identity identity) {
        ObjectNode review = JsonNodeFactory.instance.objectNode();
        Dossiers.put(review, "reason", identity.reviewReason().orElse(null));
        if (identity.gap() != null) {
            review.put("gap", identity.gap());
        }
        Dossiers.put(review, "domain", identity.domain().orElse(null));
        review.putArray("candidates")
                .addAll(identity.candidates().stream().map(Review::candidate).toList());
        return review;
    }

    private static ObjectNode candidate(Candidate candidate) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("sobject", candidate.sobject())
                .put("id", candidate.id())
                .put("confidence", Math.round(candidate.confidence() * 100) / 100.0);
        Dossiers.put(node, "name", candidate.name());
        node.putArray("agreement")
                .addAll(candidate.agreement().stream().map(Review::agreement).toList());
        return node;
    }

    private static ObjectNode agreement(Agreement agreement) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("field", agreement.field())
                .put("agrees", agreement.agrees());
        Dossiers.put(node, "said", Ascii.truncate(agreement.said(), LONGEST, "…"));
        if (agreement.holds() != null) {
            Dossiers.put(node, "holds", Ascii.truncate(agreement.holds(), LONGEST, "…"));
        }
        return node;
    }
}
