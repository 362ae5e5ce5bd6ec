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
 * @param chosen ids that they give instead, by the conversation's field
 * @param always whether the visitor's domain shall go the same way from now on
 */
record ReviewAnswer(Kind decision, Map<String, String> chosen, boolean always) {

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
        Map<String, String> chosen = new LinkedHashMap<>();
        json.properties().forEach(member -> {
            String field = FIELDS.get(member.getKey());
            String at = "/" + member.getKey();
            if (field != null && member.getValue().asText().matches("[A-Za-z0-9]{18}")) {
                chosen.put(field, member.getValue().asText());
            } else if (field != null) {
                faults.add(new Fault(at, "is no Salesforce id of 18 letters and digits"));
            } else if (member.getKey().equals("always") && !member.getValue().isBoolean()) {
                faults.add(new Fault(at, "is neither true nor false"));
            } else if (!List.of("decision", "always").contains(member.getKey())) {
                faults.add(new Fault(at, "is not known here: decision, always, " + String.join(", ", FIELDS.keySet())));
            }
        });
        Kind kind = kind(json.path("decision").asText(), faults);
        if (kind == Kind.CHOOSE && chosen.isEmpty()) {
            faults.add(new Fault("", "names no record: give accountId, contactId, leadId or opportunityId"));
        } else if (kind != Kind.CHOOSE && !chosen.isEmpty()) {
            faults.add(new Fault("/decision", "takes no records: say 'choose'"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).exception();
        }
        return new ReviewAnswer(kind, chosen, json.path("always").asBoolean(false));
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

    /** The links that follow from it. */
    Map<String, String> links(Identity proposed) {
        Map<String, String> links = new LinkedHashMap<>(chosen);
        if (decision == Kind.ACCEPT) {
            links.put(Manual.ACCOUNT, proposed.accountId());
            links.put(Manual.CONTACT, proposed.contactId());
            links.put(Manual.LEAD, proposed.leadId());
            links.put(Manual.OPPORTUNITY, proposed.opportunityId());
            // What nobody proposed is not decided: somebody new may still become a lead.
            links.values().removeIf(Objects::isNull);
        } else if (decision == Kind.NONE) {
            links.put(Manual.ACCOUNT, null);
            links.put(Manual.CONTACT, null);
        }
        return links;
    }
}
