package dev.parley.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.identity.Identity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** What the CRM says of the account and the opportunity of a conversation. */
public final class CrmFacts {
    private static final Map<String, String> ACCOUNT = new LinkedHashMap<>();
    private static final Map<String, String> OPPORTUNITY = new LinkedHashMap<>();

    static {
        ACCOUNT.put("name", "Name");
        ACCOUNT.put("type", "Type");
        ACCOUNT.put("industry", "Industry");
        ACCOUNT.put("employees", "NumberOfEmployees");
        ACCOUNT.put("revenue", "AnnualRevenue");
        ACCOUNT.put("country", "BillingCountry");
        ACCOUNT.put("ownerId", "OwnerId");
        ACCOUNT.put("personal", "IsPersonAccount");
        OPPORTUNITY.put("name", "Name");
        OPPORTUNITY.put("stage", "StageName");
        OPPORTUNITY.put("amount", "Amount");
        OPPORTUNITY.put("ownerId", "OwnerId");
    }

    private CrmFacts() {}

    /**
     * Adds it to a dossier.
     *
     * @param records gives a record as the directory holds it, by object type and id
     */
    public static void add(
            ObjectNode dossier, Identity identity, BiFunction<String, String, Optional<ObjectNode>> records) {
        add(dossier, "account", ACCOUNT, "Account", identity.accountId(), records);
        add(dossier, "opportunity", OPPORTUNITY, "Opportunity", identity.opportunityId(), records);
    }

    private static void add(
            ObjectNode dossier,
            String part,
            Map<String, String> names,
            String sobject,
            String id,
            BiFunction<String, String, Optional<ObjectNode>> records) {
        ObjectNode known = id == null ? null : records.apply(sobject, id).orElse(null);
        if (known == null) {
            return;
        }
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        names.forEach((name, field) -> {
            JsonNode value = known.path(field);
            if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
                facts.set(name, value);
            }
        });
        if (!facts.isEmpty()) {
            dossier.set(part, facts);
        }
    }
}
