package dev.parley.crm.salesforce;

import dev.parley.crm.RecordWrite;
import dev.parley.crm.RecordWrite.Options;
import dev.parley.crm.RecordWrite.Target;
import dev.parley.crm.Reference;
import java.util.Map;

/** Records as a conversation leaves them. */
final class Records {

    private Records() {}

    static RecordWrite lead(int visitor) {
        return upsert("Lead", "Chat_Visitor_Id__c", "site:v" + visitor, Map.of("LastName", "Visitor " + visitor));
    }

    static RecordWrite conversation(int number, Object lead) {
        return upsert("Chat_Conversation__c", "External_Id__c", "site:" + number, Map.of("Lead__c", lead));
    }

    static RecordWrite part(int conversation, int sequence, String text) {
        return upsert(
                "Chat_Transcript_Part__c",
                "External_Id__c",
                "site:" + conversation + ":" + sequence,
                Map.of("Conversation__c", toConversation(conversation), "Body__c", text));
    }

    static RecordWrite update(String sobject, String id, Map<String, Object> fields) {
        return new RecordWrite(sobject, new Target.ById(id), fields, Options.PLAIN);
    }

    static RecordWrite insert(String sobject, Map<String, Object> fields) {
        return new RecordWrite(sobject, new Target.New(), fields, Options.PLAIN);
    }

    static RecordWrite upsert(String sobject, String externalId, String value, Map<String, Object> fields) {
        return new RecordWrite(sobject, new Target.ByExternalId(externalId, value), fields, Options.PLAIN);
    }

    static Reference toLead(int visitor) {
        return new Reference("Lead", "Chat_Visitor_Id__c", "site:v" + visitor);
    }

    static Reference toConversation(int number) {
        return new Reference("Chat_Conversation__c", "External_Id__c", "site:" + number);
    }
}
