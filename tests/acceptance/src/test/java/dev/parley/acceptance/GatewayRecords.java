package dev.parley.acceptance;

import dev.parley.crm.RecordWrite;
import dev.parley.crm.RecordWrite.Options;
import dev.parley.crm.RecordWrite.Target;
import dev.parley.crm.Reference;
import java.util.Map;

/** What a conversation of a new visitor leaves in the CRM, in its plainest form. */
final class GatewayRecords {

    private GatewayRecords() {}

    static RecordWrite lead(int visitor) {
        return upsert(
                "Lead",
                "Chat_Visitor_Id__c",
                "site:v" + visitor,
                Map.of("LastName", "Visitor " + visitor, "Company", "Acme"));
    }

    static RecordWrite leadWithMail(String visitor, Options options) {
        return new RecordWrite(
                "Lead",
                new Target.ByExternalId("Chat_Visitor_Id__c", visitor),
                Map.of("LastName", "Lindqvist", "Company", "Acme", "Email", "ann@acme.example"),
                options);
    }

    static RecordWrite conversation(int number) {
        Reference lead = new Reference("Lead", "Chat_Visitor_Id__c", "site:v" + number);
        return upsert("Chat_Conversation__c", "External_Id__c", "site:" + number, Map.of("Lead__c", lead));
    }

    static RecordWrite part(int number) {
        Reference conversation = new Reference("Chat_Conversation__c", "External_Id__c", "site:" + number);
        return upsert(
                "Chat_Transcript_Part__c",
                "External_Id__c",
                "site:" + number + ":0",
                Map.of("Conversation__c", conversation, "Sequence__c", 0, "Body__c", "Hello " + number));
    }

    static RecordWrite upsert(String sobject, String externalId, String value, Map<String, Object> fields) {
        return new RecordWrite(sobject, new Target.ByExternalId(externalId, value), fields, Options.PLAIN);
    }
}
