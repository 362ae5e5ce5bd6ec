package dev.parley.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.SandboxOrg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A sandbox org in this JVM, with accounts and contacts that chats can belong to. */
final class Org implements AutoCloseable {

    static final int ACCOUNTS = 500;
    static final int CONTACTS = 1_000;
    private static final int COLLECTION = 200;
    private static final String API = "/services/data/v62.0";

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private final SandboxOrg sandbox;
    private final String token;

    private Org(SandboxOrg sandbox) {
        this.sandbox = sandbox;
        this.token = send(
                        "/services/oauth2/token",
                        "application/x-www-form-urlencoded",
                        "grant_type=client_credentials&client_id=demo&client_secret=demo")
                .path("access_token")
                .asText();
    }

    /** Starts an empty org in {@code home} and brings the people in. */
    static Org start(Path home) {
        Org org = new Org(SandboxOrg.start(home, 0));
        List<String> accounts = org.create("Account", ACCOUNTS, Org::account);
        org.create("Contact", CONTACTS, n -> contact(n, accounts.get(n % ACCOUNTS)));
        org.forgetCalls();
        return org;
    }

    private static ObjectNode account(int n) {
        return object().put("Name", "Firm " + n).put("Website", "https://www." + Traffic.domain(n));
    }

    private static ObjectNode contact(int n, String account) {
        return object().put("FirstName", "Kim")
                .put("LastName", "Contact" + n)
                .put("Email", Traffic.contactEmail(n))
                .put("AccountId", account);
    }

    private List<String> create(String sobject, int count, IntFunction<ObjectNode> record) {
        List<String> ids = new ArrayList<>();
        for (int from = 0; from < count; from += COLLECTION) {
            ArrayNode records = JsonNodeFactory.instance.arrayNode();
            IntStream.range(from, Math.min(count, from + COLLECTION)).forEach(n -> {
                ObjectNode typed = record.apply(n);
                typed.putObject("attributes").put("type", sobject);
                records.add(typed);
            });
            JsonNode results = send(
                    API + "/composite/sobjects",
                    "application/json",
                    object().put("allOrNone", true)
                            .<ObjectNode>set("records", records)
                            .toString());
            results.forEach(result -> ids.add(result.path("id").asText()));
        }
        return ids;
    }

    /** Makes one more account without a website and returns its id. */
    String account(String name) {
        return send(
                        API + "/sobjects/Account",
                        "application/json",
                        object().put("Name", name).toString())
                .path("id")
                .asText();
    }

    /** Gives an account a website, as a person in the CRM does; when it returns, the change stands. */
    void website(String account, String host) {
        answer(request(API + "/sobjects/Account/" + account)
                .header("Content-Type", "application/json")
                .method(
                        "PATCH",
                        BodyPublishers.ofString(object().put("Website", host).toString())));
    }

    String url() {
        return sandbox.url();
    }

    /** How many closed conversations of a source stand in the org. */
    long closed(String source) {
        String soql =
                "SELECT COUNT() FROM Chat_Conversation__c WHERE Status__c = 'Closed' AND Source__c = '" + source + "'";
        return get(API + "/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8))
                .path("totalSize")
                .asLong();
    }

    /** What the plugin's calls cost since they were last forgotten, as Salesforce would count them. */
    long cost() {
        long cost = 0;
        for (JsonNode call : get("/sandbox/calls")) {
            cost += call.path("client").asText().equals("parley")
                    ? call.path("cost").asLong()
                    : 0;
        }
        return cost;
    }

    void forgetCalls() {
        send("/sandbox/reset?calls=only", "application/json", "{}");
    }

    private JsonNode get(String path) {
        return answer(request(path).GET());
    }

    private JsonNode send(String path, String contentType, String body) {
        return answer(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private JsonNode answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("The org answered " + answer.statusCode() + ": " + answer.body());
            }
            return json.readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the org", e);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
