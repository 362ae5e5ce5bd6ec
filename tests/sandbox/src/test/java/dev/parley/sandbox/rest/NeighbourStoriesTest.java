package dev.parley.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.Api;
import dev.parley.sandbox.Api.Answer;
import dev.parley.sandbox.OrgStories;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients ask beside records and queries: answered, or refused so that they can tell. */
class NeighbourStoriesTest extends OrgStories {
    @Test
    void recordsAreCountedByType() {
        make("Account", "{\"Name\":\"Acme\"}");
        String gone = make("Account", "{\"Name\":\"Gone\"}");
        admin.delete("/sobjects/Account/" + gone);
        Answer counted = admin.get("/limits/recordCount?sObjects=Account,Lead,Nonsense");
        assertThat(counted.text())
                .isEqualTo("{\"sObjects\":[{\"count\":1,\"name\":\"Account\"},{\"count\":0,\"name\":\"Lead\"}]}");
        assertThat(plugin.get("/limits/recordCount?sObjects=Account").at("/0/errorCode"))
                .isEqualTo("INSUFFICIENT_ACCESS");
        assertThat(admin.get("/limits/recordCount").body().path("sObjects")).hasSizeGreaterThan(20);
    }

    @Test
    void whatChangedBetweenTwoMinutesIsListed() {
        String kept = make("Account", "{\"Name\":\"Kept\"}");
        String gone = make("Account", "{\"Name\":\"Gone\"}");
        admin.delete("/sobjects/Account/" + gone);
        String around =
                between(Instant.now().minus(1, ChronoUnit.HOURS), Instant.now().plus(2, ChronoUnit.MINUTES));
        assertThat(admin.get("/sobjects/Account/updated" + around).body().path("ids"))
                .extracting(id -> id.asText())
                .containsExactly(kept);
        Answer deleted = admin.get("/sobjects/Account/deleted" + around);
        assertThat(deleted.at("/deletedRecords/0/id")).isEqualTo(gone);
        assertThat(deleted.body().path("deletedRecords")).hasSize(1);
        String before =
                between(Instant.now().minus(3, ChronoUnit.HOURS), Instant.now().minus(2, ChronoUnit.HOURS));
        assertThat(admin.get("/sobjects/Account/updated" + before).body().path("ids"))
                .isEmpty();
    }

    @Test
    void changesAreKeptForAMonth() {
        String early = between(Instant.now().minus(40, ChronoUnit.DAYS), Instant.now());
        assertThat(admin.get("/sobjects/Account/updated" + early).at("/0/errorCode"))
                .isEqualTo("INVALID_REPLICATION_DATE");
        assertThat(admin.get("/sobjects/Account/deleted").at("/0/errorCode")).isEqualTo("INVALID_REPLICATION_DATE");
    }

    private static String between(Instant from, Instant until) {
        return "?start=" + Api.encode(from.toString()) + "&end=" + Api.encode(until.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/limits/nonsense",
                "/recent/nonsense",
                "/query/one/two",
                "/query?explain=SELECT+Id+FROM+Account",
                "/search?q=FIND+%7BAcme%7D",
                "/tooling/query?q=SELECT+Id+FROM+ApexClass",
                "/analytics/reports",
                "/chatter/users/me",
                "/tabs",
                "/sobjects/Account/describe/layouts",
                "/sobjects/Account/describe/compactLayouts",
                "/sobjects/Account/listviews",
                "/sobjects/Account/quickActions",
                "/sobjects/Account/001000000000000AAA/Contacts",
                "/services/oauth2/singleaccess",
            })
    void whatTheOrgHasNotIsNotFound(String path) {
        Answer answer = admin.get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("/0/errorCode")).isEqualTo("NOT_FOUND");
        assertThat(answer.at("/0/message")).isEqualTo("The requested resource does not exist");
    }

    @Test
    void aFormWhereNoneBelongsAndABodyThatIsNotThereAreNobodysFault() throws Exception {
        HttpRequest form = HttpRequest.newBuilder(URI.create(org.url() + "/services/nonsense"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method("GET", BodyPublishers.ofString("a=b"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(form, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(404);
        assertThat(admin.post("/cometd/62.0", "").status()).isLessThan(500);
    }

    @Test
    void aDeploymentNeedsAZipOrAValidation() {
        Answer quick = admin.post("/metadata/deployRequest", "{\"validatedDeployRequestId\":\"0Af000000000000AAA\"}");
        assertThat(quick.status()).isEqualTo(400);
        assertThat(quick.at("/0/errorCode")).isEqualTo("INVALID_ID_FIELD");
        assertThat(admin.post("/metadata/deployRequest", "{\"file\":\"%%\"}").at("/0/errorCode"))
                .isEqualTo("INVALID_INPUT");
        assertThat(admin.post("/metadata/deployRequest", "{}").at("/0/errorCode"))
                .isEqualTo("INVALID_INPUT");
    }

    @ParameterizedTest
    @CsvSource({
        "/services/Soap/u/62.0, 500, sf:API_DISABLED_FOR_ORG",
        "/services/Soap/m/62.0/00D000000000000, 500, API is not enabled for this Organization or Partner",
        "/services/async/62.0/job, 400, Async API not enabled",
        "/services/apexrest/orders, 404, Could not find a match for URL",
    })
    void anApiThatIsNotEnabledSaysSoInItsOwnForm(String path, int status, String words) {
        Answer answer = admin.post(path, "{}");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).contains(words);
    }
}
