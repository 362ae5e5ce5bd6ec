package dev.parley.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** An account with a contact, three opportunities and conversations about them, as Parley leaves them in an org. */
record ChattedRecords(Org org, String account, String contact, String opportunity, String other) {

    static final String NEED = "We need something that warns us a week before a bearing fails.";

    static ChattedRecords in(Org org) {
        String account = org.create("Account", Map.of("Name", "Bergslags Steel AB"));
        String contact = org.create(
                "Contact",
                Map.of(
                        "LastName",
                        "Ekdahl",
                        "FirstName",
                        "Karin",
                        "Title",
                        "Head of Procurement",
                        "AccountId",
                        account));
        return new ChattedRecords(
                org,
                account,
                contact,
                opportunity(org, account, "Condition monitoring"),
                opportunity(org, account, "Spare parts"));
    }

    private static String opportunity(Org org, String account, String name) {
        return org.create(
                "Opportunity",
                Map.of("Name", name, "AccountId", account, "StageName", "Qualification", "CloseDate", "2030-03-01"));
    }

    /** A closed conversation of so many minutes ago, with one message. */
    String conversation(String id, long minutesAgo, Map<String, Object> more) {
        String at = Instant.now().minus(Duration.ofMinutes(minutesAgo)).toString();
        Map<String, Object> fields = new HashMap<>(Map.of(
                "External_Id__c",
                "website:" + id,
                "Source__c",
                "website",
                "Channel__c",
                "web",
                "Account__c",
                account,
                "Contact__c",
                contact,
                "Opportunity__c",
                opportunity,
                "Status__c",
                "Closed",
                "Started_At__c",
                at,
                "Last_Message_At__c",
                at,
                "Message_Count__c",
                1));
        fields.putAll(more);
        String made = org.create("Chat_Conversation__c", fields);
        part(
                made,
                id,
                1,
                "{\"id\":\"m1\",\"role\":\"visitor\",\"name\":\"Karin\",\"text\":\"Question of " + id + "\"}");
        return made;
    }

    /** One that is offered to a seller and waits, with everything that Parley may know of it. */
    String offered(String id, String seller) {
        String made = conversation(
                id,
                2,
                Map.ofEntries(
                        Map.entry("Status__c", "Open"),
                        Map.entry("Need__c", NEED),
                        Map.entry("Open_Questions__c", "Does it work at 80 degrees?"),
                        Map.entry("Promised__c", "I will send you a plan today."),
                        Map.entry("Relationship_Stage__c", "Customer"),
                        Map.entry("Functions__c", "solution-search;wants-human"),
                        Map.entry("Social_Presence__c", "interactive"),
                        Map.entry("Score__c", 85),
                        Map.entry("Grade__c", "A"),
                        Map.entry("Score_Reasons__c", "+30 asks for a price"),
                        Map.entry("Match_Decision__c", "Review"),
                        Map.entry("Match_Confidence__c", 0.84),
                        Map.entry("Match_Evidence__c", "the domain is the same"),
                        Map.entry("Handoff_Status__c", "Offered"),
                        Map.entry("Handoff_To__c", seller),
                        Map.entry(
                                "Handoff_Until__c",
                                Instant.now().plus(Duration.ofMinutes(9)).toString())));
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        org.create(
                "Chat_Meeting__c",
                Map.of(
                        "External_Id__c",
                        "calendar:" + id,
                        "Conversation__c",
                        made,
                        "Status__c",
                        "Booked",
                        "Start__c",
                        tomorrow.toString(),
                        "End__c",
                        tomorrow.plus(Duration.ofMinutes(30)).toString(),
                        "Organizer__c",
                        "Ada Lind"));
        return made;
    }

    String part(String conversation, String id, int sequence, String body) {
        return org.create(
                "Chat_Transcript_Part__c",
                Map.of(
                        "External_Id__c", "website:" + id + ":" + sequence,
                        "Sequence__c", sequence,
                        "Conversation__c", conversation,
                        "Body__c", body));
    }
}
