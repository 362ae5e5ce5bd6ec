package dev.parley.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.channel.Fault;
import dev.parley.channel.Problem;
import dev.parley.identity.Identity;
import dev.parley.identity.Manual;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What a person says to a review.
 *
 * @param decision whether what is proposed is right
 * @param named ids by the conversation's field: those that they accept as they saw them, or give instead
 * @param always whether the visitor's domain shall go the same way from now on
 */
record ReviewAnswer(Kind decision, Map<String, String> named, boolean always) {

    private static final Map<String, String> FIELDS = Map.of(
            "accountId", Manual.ACCOUNT,
            "contactId", Manual.CONTACT,
            "leadId", Manual.LEAD,
            "opportunityId", Manual.OPPORTUNITY);

    /** What a person may say. */
    enum Kind {
        /** What is proposed is right. */
        ACCEPT,
        /** Others are. */
        CHOOSE,
        /** Nobody whom the CRM knows. */
        NONE
    }

    /** Reads {@code {"decision":"choose","accountId":"001…","always":true}}; a problem says what is wrong in it. */
    static ReviewAnswer read(byte[] body) {
        JsonNode json = json(body);
        List<Fault> faults = new ArrayList<>();
        Map<String, String> named = new LinkedHashMap<>();
        json.properties().forEach(member -> {
            String field = FIELDS.get(member.getKey());
            String at = "/" + member.getKey();
            if (field != null && member.getValue().isNull()) {
                return; // as good as left out: nothing of this kind was proposed
            }
            if (field != null && member.getValue().asText().matches("[A-Za-z0-9]{18}")) {
                named.put(field, member.getValue().asText());
            } else if (field != null) {
                faults.add(new Fault(at, "is no Salesforce id of 18 letters and digits"));
            } else if (member.getKey().equals("always") && !member.getValue().isBoolean()) {
                faults.add(new Fault(at, "is neither true nor false"));
            } else if (!List.of("decision", "always").contains(member.getKey())) {
                faults.add(new Fault(at, "is not known here: decision, always, " + String.join(", ", FIELDS.keySet())));
            }
        });
        Kind kind = kind(json.path("decision").asText(), faults);
        if (kind == Kind.CHOOSE && named.isEmpty()) {
            faults.add(new Fault("", "names no record: give accountId, contactId, leadId or opportunityId"));
        } else if (kind == Kind.NONE && !named.isEmpty()) {
            faults.add(new Fault("/decision", "takes no records: say 'choose'"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).exception();
        }
        return new ReviewAnswer(kind, named, json.path("always").asBoolean(false));
    }

    private static JsonNode json(byte[] body) {
        try {
            JsonNode json = JsonAnswer.JSON.readTree(body == null ? new byte[0] : body);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            // Told below, like everything else that is no object.
        }
        throw Problem.of(400, "Send a JSON object such as {\"decision\":\"accept\"}.")
                .exception();
    }

    private static Kind kind(String word, List<Fault> faults) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseGet(() -> {
                    faults.add(new Fault("/decision", "must be 'accept', 'choose' or 'none'"));
                    return null;
                });
    }

    /** Whether it names what is proposed, all of it and nothing else: who accepts says what they saw. */
    boolean names(Identity proposed) {
        return named.equals(proposed(proposed));
    }

    private static Map<String, String> proposed(Identity identity) {
        Map<String, String> links = new LinkedHashMap<>();
        links.put(Manual.ACCOUNT, identity.accountId());
        links.put(Manual.CONTACT, identity.contactId());
        links.put(Manual.LEAD, identity.leadId());
        links.put(Manual.OPPORTUNITY, identity.opportunityId());
        links.values().removeIf(Objects::isNull);
        return links;
    }

    /** The links that follow from it; what nobody named is not decided: somebody new may still become a lead. */
    Map<String, String> links() {
        Map<String, String> links = new LinkedHashMap<>(named);
        if (decision == Kind.NONE) {
            links.putAll(Manual.nobody());
        }
        return links;
    }
}
