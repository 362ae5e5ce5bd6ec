package dev.parley.sandbox.demo;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * What became of all sample conversations, read from the CRM.
 *
 * @param all in the sample's order
 * @param calls API calls of the plugin since it was started, as Salesforce would count them
 */
record Outcomes(List<Outcome> all, long calls) {

    private static final String CONVERSATIONS =
            """
            SELECT Id, External_Id__c, Account__c, Account__r.Name, Contact__r.Name, Lead__c, Lead__r.Name,
            Opportunity__c, Opportunity__r.Name, Match_Decision__c, Message_Count__c, Relationship_Stage__c, Functions__c,
            Score__c, Grade__c
            FROM Chat_Conversation__c""";

    /** Asks the org. {@code delivery} tells what the plugin says of a conversation's delivery. */
    static Outcomes read(
            OrgClient org, List<SampleConversation> conversations, Function<SampleConversation, String> delivery) {
        Map<String, JsonNode> records = org.query(CONVERSATIONS.replace('\n', ' ')).stream()
                .collect(toMap(found -> found.path("External_Id__c").asText(), Function.identity()));
        Set<String> knownLeads = SampleCompany.load().leads().stream()
                .map(SampleCompany.Lead::name)
                .collect(toSet());
        List<Outcome> all = conversations.stream()
                .map(conversation -> new Outcome(
                        conversation,
                        records.getOrDefault(
                                conversation.source() + ":" + conversation.id(), MissingNode.getInstance()),
                        delivery.apply(conversation),
                        knownLeads))
                .toList();
        return new Outcomes(all, calls(org));
    }

    private static long calls(OrgClient org) {
        return StreamSupport.stream(org.get("/sandbox/calls").spliterator(), false)
                .filter(call -> "parley".equals(call.path("client").asText()))
                .mapToLong(call -> call.path("cost").asLong())
                .sum();
    }

    /** A line for each conversation. */
    Table table() {
        Table table = new Table(
                "conversation",
                "visitor",
                "about",
                "account",
                "contact or lead",
                "opportunity",
                "stage",
                "functions",
                "score",
                "match",
                "messages",
                "delivery",
                "as expected");
        for (Outcome outcome : all) {
            table.row(
                    outcome.conversation().id(),
                    outcome.visitor(),
                    outcome.conversation().about(),
                    Objects.requireNonNullElse(outcome.account(), ""),
                    outcome.person(),
                    Objects.requireNonNullElse(outcome.opportunity(), ""),
                    outcome.text("Relationship_Stage__c"),
                    outcome.text("Functions__c").replace(";", ", "),
                    outcome.score(),
                    outcome.text("Match_Decision__c"),
                    messages(outcome.found()),
                    outcome.delivery(),
                    outcome.agreed());
        }
        return table;
    }

    /** How many of what, in one sentence a line. */
    List<String> sums() {
        long leads = all.stream()
                .filter(Outcome::madeLead)
                .map(outcome -> outcome.found().path("Lead__c").asText())
                .distinct()
                .count();
        return List.of(
                "%d conversations, %d with a record in the CRM, %d as expected"
                        .formatted(
                                all.size(), count(outcome -> !outcome.found().isMissingNode()), count(outcome -> "yes"
                                        .equals(outcome.agreed()))),
                "%d linked to an account, %d to an opportunity, %d leads made"
                        .formatted(
                                count(outcome -> outcome.account() != null),
                                count(outcome -> outcome.opportunity() != null),
                                leads),
                String.format(
                        Locale.ROOT,
                        "%d API calls since the plugin was started, %.2f a conversation",
                        calls,
                        (double) calls / Math.max(1, all.size())));
    }

    private long count(Predicate<Outcome> which) {
        return all.stream().filter(which).count();
    }

    private static String messages(JsonNode found) {
        return found.isMissingNode()
                ? ""
                : String.valueOf(found.path("Message_Count__c").asInt());
    }
}
