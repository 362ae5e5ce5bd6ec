package dev.parley.delivery;

import dev.parley.conversation.Facts;
import dev.parley.conversation.Snapshot;
import dev.parley.crm.ExternalId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Wishes about one's data that Parley takes but does not carry out yet: each becomes a dead letter and an alert, so that a
 * person does it by hand and nothing is silently dropped. A wish that is said anew, or otherwise, is another one.
 */
final class Unfulfilled {

    private Unfulfilled() {}

    static Map<RecordKey, Refusal> of(Snapshot conversation) {
        Map<RecordKey, Refusal> wishes = new LinkedHashMap<>();
        if (conversation.conversation().facts().containsKey(Facts.ERASURE)) {
            add(wishes, "erasure", conversation.conversation().saidAt(Facts.ERASURE));
        }
        Map<String, ?> consent = conversation.conversation().family(Facts.CONSENT);
        if (!consent.isEmpty()) {
            add(wishes, "consent", consent);
        }
        return wishes;
    }

    private static void add(Map<RecordKey, Refusal> wishes, String wish, Object content) {
        wishes.put(
                new RecordKey("Wish", wish),
                new Refusal(
                        null,
                        wish + "-not-carried-out",
                        "The visitor's " + wish + " was received, and this version does not carry it out."
                                + " Do it in the CRM by hand, then discard this letter.",
                        ExternalId.hash(String.valueOf(content))));
    }
}
