package dev.parley.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * What an org tells anybody: the versions of its REST API (the resource Versions, which needs no login) and the time.
 *
 * @param date by the org's clock, or null if it does not say
 * @param versions such as {@code 62.0}; empty if what answered is no org
 */
public record OrgGreeting(Instant date, List<String> versions) {

    /** Asks, without a login and without spending a call. */
    public static OrgGreeting of(SalesforceSettings settings) throws IOException, InterruptedException {
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.root() + "/services/data"))
                .timeout(settings.timeout())
                .header("Accept", "application/json")
                .build();
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        return new OrgGreeting(date(response.headers().firstValue("Date").orElse("")), versions(response.body()));
    }

    private static Instant date(String text) {
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static List<String> versions(byte[] body) {
        List<String> versions = new ArrayList<>();
        try {
            for (JsonNode version : new ObjectMapper().readTree(body)) {
                versions.add(version.path("version").asText());
            }
        } catch (IOException e) {
            return List.of();
        }
        return versions;
    }
}
