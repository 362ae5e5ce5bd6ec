package dev.parley.acceptance;

import static dev.parley.acceptance.Json.MAPPER;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The transcript of a conversation, read from the parts that the CRM holds. */
final class Transcript {

    private Transcript() {}

    /** The part records in their order. */
    static List<JsonNode> parts(Org org, Chat chat) {
        return org.soql("SELECT External_Id__c, Sequence__c, Body__c FROM Chat_Transcript_Part__c"
                + " WHERE Conversation__r.External_Id__c = '" + chat.externalId() + "' ORDER BY Sequence__c");
    }

    /** All lines, each a message or a piece of one. */
    static List<JsonNode> lines(Org org, Chat chat) {
        List<JsonNode> lines = new ArrayList<>();
        for (JsonNode part : parts(org, chat)) {
            part.path("Body__c").asText("").lines().map(Transcript::read).forEach(lines::add);
        }
        return lines;
    }

    /** What was said, line by line. */
    static List<String> texts(Org org, Chat chat) {
        return lines(org, chat).stream().map(line -> line.path("text").asText()).toList();
    }

    private static JsonNode read(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException("A transcript's line is no JSON: " + line, e);
        }
    }
}
