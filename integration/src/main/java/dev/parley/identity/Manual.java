package dev.parley.identity;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a person decided of one conversation.
 *
 * @param links the ids that they gave, null for none, by the conversation's field; a field that is not among them is
 *     still found by matching
 * @param at when
 */
public record Manual(Map<String, String> links, Instant at) {

    public static final String ACCOUNT = "Account__c";
    public static final String CONTACT = "Contact__c";
    public static final String LEAD = "Lead__c";
    public static final String OPPORTUNITY = "Opportunity__c";

    /** Nobody decided anything. */
    public static final Manual NOTHING = new Manual(Map.of(), Instant.EPOCH);

    public Manual {
        links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
    }

    /** The links of a visitor of whom a person says that the CRM knows neither them nor their company. */
    public static Map<String, String> nobody() {
        Map<String, String> links = new LinkedHashMap<>();
        links.put(ACCOUNT, null);
        links.put(CONTACT, null);
        return links;
    }

    /**
     * What holds once they decide more: whoever chooses a lead means no contact any more and the other way round, and
     * whoever says nobody takes back whom they chose.
     */
    Map<String, String> and(Map<String, String> later) {
        Map<String, String> all = new LinkedHashMap<>(links);
        if (later.get(LEAD) != null) {
            all.remove(CONTACT);
        }
        if (later.get(CONTACT) != null) {
            all.remove(LEAD);
        }
        if (later.equals(nobody())) {
            all.values().removeIf(Objects::nonNull);
        }
        all.putAll(later);
        return all;
    }

    /** Whether a person said what that field shall hold. */
    boolean says(String field) {
        return links.containsKey(field);
    }

    boolean saysNone(String field) {
        return says(field) && links.get(field) == null;
    }

    String id(String field) {
        return links.get(field);
    }

    /** Whether anything was decided. */
    public boolean isMade() {
        return !links.isEmpty();
    }
}
