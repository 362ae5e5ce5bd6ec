package dev.parley.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The org's REST API, used as its administrator. */
final class OrgClient {

    private static final String API = "/services/data/v62.0";

    private final JsonHttp http;

    private OrgClient(JsonHttp http) {
        this.http = http;
    }

    /** Logs in with the client credentials that every sandbox org has for its administrator. */
    static OrgClient login(URI org) {
        JsonHttp.Reply reply = new JsonHttp(org, null)
                .post(
                        "/services/oauth2/token",
                        "application/x-www-form-urlencoded",
                        "grant_type=client_credentials&client_id=demo&client_secret=demo");
        String token = expect(reply, "login").path("access_token").asText();
        return new OrgClient(new JsonHttp(org, token));
    }

    /** All records that the query finds, page after page. */
    List<JsonNode> query(String soql) {
        List<JsonNode> records = new ArrayList<>();
        String next = API + "/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8);
        while (!next.isEmpty()) {
            JsonNode page = expect(http.get(next), soql);
            page.path("records").forEach(records::add);
            next = page.path("nextRecordsUrl").asText();
        }
        return records;
    }

    /** Creates up to 200 records, all or none, and returns their ids in the same order. */
    List<String> create(String sobject, List<ObjectNode> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        ArrayNode typed = JsonNodeFactory.instance.arrayNode();
        records.forEach(record -> typed.addObject()
                .<ObjectNode>set(
                        "attributes", JsonNodeFactory.instance.objectNode().put("type", sobject))
                .setAll(record));
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("allOrNone", true);
        JsonNode results = post(API + "/composite/sobjects", body.set("records", typed));
        List<String> ids = new ArrayList<>();
        for (JsonNode result : results) {
            if (!result.path("success").asBoolean()) {
                throw new IllegalStateException("The org refused a sample " + sobject + ": " + results);
            }
            ids.add(result.path("id").asText());
        }
        return ids;
    }

    /** Posts JSON to a path of the org and returns the answer; anything but success is an error. */
    JsonNode post(String path, JsonNode body) {
        return expect(http.post(path, "application/json", body.toString()), path);
    }

    /** Gets a path of the org; anything but success is an error. */
    JsonNode get(String path) {
        return expect(http.get(path), path);
    }

    private static JsonNode expect(JsonHttp.Reply reply, String what) {
        if (!reply.ok()) {
            throw new IllegalStateException("The org answered " + reply.status() + " to " + what + ": " + reply.body());
        }
        return reply.body();
    }
}
