package dev.parley.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What became of one conversation in the CRM.
 *
 * @param conversation the sample
 * @param found its record in the org with the names of those it is linked to; a missing node where there is none
 * @param delivery what the plugin says of its delivery
 * @param knownLeads names of the leads that were there before the first chat
 */
record Outcome(SampleConversation conversation, JsonNode found, String delivery, Set<String> knownLeads) {

    /** The visitor's name as the chat tells it, or {@code anonymous}. */
    String visitor() {
        return conversation.events().stream()
                .map(event -> event.path("data"))
                .flatMap(data -> List.of(data.at("/visitor/name"), data.at("/answers/name")).stream())
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .reduce((first, last) -> last)
                .orElse("anonymous");
    }

    String account() {
        return name("Account__r");
    }

    String contact() {
        return name("Contact__r");
    }

    String lead() {
        return name("Lead__r");
    }

    String opportunity() {
        return name("Opportunity__r");
    }

    boolean madeLead() {
        return lead() != null && !knownLeads.contains(lead());
    }

    /** The contact, or else the lead and whether it is new, or else nothing. */
    String person() {
        if (contact() != null) {
            return contact();
        }
        return lead() == null ? "" : lead() + (madeLead() ? " (new lead)" : " (lead)");
    }

    /** {@code yes}, or which links are other than the sample expects. */
    String agreed() {
        SampleConversation.Expected expected = conversation.expected();
        List<String> different = new ArrayList<>();
        compare("account", expected.account(), account(), different);
        compare("contact", expected.contact(), contact(), different);
        compare("lead", expected.lead(), madeLead() ? "new" : lead(), different);
        compare("opportunity", expected.opportunity(), opportunity(), different);
        return different.isEmpty() ? "yes" : "no: " + String.join(", ", different);
    }

    private static void compare(String what, String expected, String found, List<String> different) {
        if (!Objects.equals(expected, found)) {
            different.add(what);
        }
    }

    /** A field of the record; empty where there is none. */
    String text(String field) {
        return found.path(field).isTextual() ? found.path(field).textValue() : "";
    }

    /** Points and grade, such as {@code 75 A}. */
    String score() {
        return found.path("Score__c").isNumber()
                ? Math.round(found.path("Score__c").asDouble()) + " " + text("Grade__c")
                : "";
    }

    private String name(String relationship) {
        return found.path(relationship).path("Name").asText(null);
    }
}
