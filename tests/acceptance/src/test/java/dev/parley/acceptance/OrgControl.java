package dev.parley.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;

/** What a tester may do with the sandbox org, past the plugin. */
final class OrgControl {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    OrgControl(String url) {
        this.url = url;
    }

    /** Makes things go wrong. */
    void faults(String json) throws IOException, InterruptedException {
        send("PUT", "/sandbox/faults", json, "");
    }

    /** The calls that the org counted, of paths with that word in them. */
    List<JsonNode> calls(String path) throws IOException, InterruptedException {
        JsonNode all = new ObjectMapper().readTree(send("GET", "/sandbox/calls", "", ""));
        return Stream.iterate(0, i -> i < all.size(), i -> i + 1)
                .map(all::get)
                .filter(call -> call.path("path").asText().contains(path))
                .toList();
    }

    /** Sets up assignment and duplicate rules. */
    void rules(String json) throws IOException, InterruptedException {
        send("PUT", "/sandbox/rules", json, "");
    }

    /** Deletes a record, as the administrator. */
    void delete(String sobject, String id) throws IOException, InterruptedException {
        send("DELETE", "/services/data/v62.0/sobjects/" + sobject + "/" + id, "", adminToken());
    }

    private String adminToken() throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=demo&client_secret=demo";
        String reply = send("POST", "/services/oauth2/token", form, "");
        return new ObjectMapper().readTree(reply).path("access_token").asText();
    }

    private String send(String method, String path, String body, String token)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header(
                        "Content-Type",
                        path.contains("oauth2") ? "application/x-www-form-urlencoded" : "application/json")
                .header("Authorization", "Bearer " + token)
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }
}
