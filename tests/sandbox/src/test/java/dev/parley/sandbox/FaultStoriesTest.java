package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.sandbox.Api.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FaultStoriesTest extends OrgStories {
    private static final String TWO =
            """
            {"records":[{"attributes":{"type":"Lead"},"Chat_Visitor_Id__c":"web:41","LastName":"A","Company":"N"},
                        {"attributes":{"type":"Lead"},"Chat_Visitor_Id__c":"web:42","LastName":"B","Company":"N"}]}""";
    private static final String LEADS = "/composite/sobjects/Lead/Chat_Visitor_Id__c";

    private void fault(String fault) {
        assertThat(admin.call("PUT", "/sandbox/faults", "[" + fault + "]").status())
                .isEqualTo(200);
    }

    private int leads() {
        return admin.query("SELECT COUNT() FROM Lead").body().get("totalSize").intValue();
    }

    @Test
    void theOrgIsDownForAWhileAndSaysSoInHtml() {
        fault("{\"match\":\"composite\",\"times\":2,\"status\":503}");
        Answer down = plugin.patch(LEADS, TWO);
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(plugin.patch(LEADS, TWO).status()).isEqualTo(503);
        assertThat(plugin.patch(LEADS, TWO).status()).isEqualTo(200);
    }

    @Test
    void oneRecordOfACollectionIsLocked() {
        fault("{\"match\":\"web:42\",\"errorCode\":\"UNABLE_TO_LOCK_ROW\"}");
        Answer answer = plugin.patch(LEADS, TWO);
        assertThat(answer.body().at("/0/success").booleanValue()).isTrue();
        assertThat(answer.at("/1/errors/0/statusCode")).isEqualTo("UNABLE_TO_LOCK_ROW");
        assertThat(answer.at("/1/errors/0/message")).isEqualTo("unable to obtain exclusive access to this record");
        assertThat(plugin.patch(LEADS, TWO).body().at("/1/success").booleanValue())
                .isTrue();
    }

    @Test
    void oneSubrequestFails() {
        fault("{\"match\":\"sobjects/Contact\",\"errorCode\":\"UNABLE_TO_LOCK_ROW\"}");
        Answer answer = plugin.post(
                "/composite",
                """
                {"compositeRequest":[
                  {"method":"POST","url":"/services/data/v62.0/sobjects/Contact","referenceId":"c","body":{"LastName":"A"}},
                  {"method":"POST","url":"/services/data/v62.0/sobjects/Lead","referenceId":"l",
                   "body":{"LastName":"A","Company":"N"}}]}""");
        assertThat(answer.at("/compositeResponse/0/body/0/errorCode")).isEqualTo("UNABLE_TO_LOCK_ROW");
        assertThat(answer.body().at("/compositeResponse/1/httpStatusCode").intValue())
                .isEqualTo(201);
    }

    @Test
    void aRecordOfAGraphFailsByTheExternalIdInItsBody() {
        fault("{\"match\":\"web:42\",\"errorCode\":\"UNABLE_TO_LOCK_ROW\"}");
        Answer answer = plugin.post(
                "/composite/graph",
                """
                {"graphs":[{"graphId":"g","compositeRequest":[
                  {"method":"POST","url":"/services/data/v62.0/sobjects/Lead","referenceId":"l",
                   "body":{"LastName":"A","Company":"N","Chat_Visitor_Id__c":"web:42"}}]}]}""");
        assertThat(answer.body().at("/graphs/0/isSuccessful").booleanValue()).isFalse();
        assertThat(answer.at("/graphs/0/graphResponse/compositeResponse/0/body/0/errorCode"))
                .isEqualTo("UNABLE_TO_LOCK_ROW");
    }

    @Test
    void theDaysCallsAreSpent() {
        fault("{\"match\":\"query\",\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}");
        Answer spent = plugin.query("SELECT Id FROM Lead");
        assertThat(spent.status()).isEqualTo(403);
        assertThat(spent.at("/0/message")).isEqualTo("TotalRequests Limit exceeded.");
    }

    @Test
    void theSessionExpiresForGood() {
        fault("{\"match\":\"limits\",\"errorCode\":\"INVALID_SESSION_ID\"}");
        assertThat(plugin.get("/limits").status()).isEqualTo(401);
        assertThat(plugin.get("/limits").status()).isEqualTo(401);
        assertThat(Api.integration(org).get("/limits").status()).isEqualTo(200);
    }

    @Test
    void theConnectionBreaksAfterTheChangeWasMade() {
        fault("{\"match\":\"sobjects/Lead\",\"dropAfterCommit\":true}");
        assertThatThrownBy(() -> plugin.patch(LEADS, TWO)).isInstanceOf(UncheckedIOException.class);
        assertThat(leads()).isEqualTo(2);
    }

    @Test
    void anAnswerIsSlow() {
        fault("{\"match\":\"limits\",\"delayMs\":300}");
        Instant asked = Instant.now();
        assertThat(plugin.get("/limits").status()).isEqualTo(200);
        assertThat(Duration.between(asked, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void aFaultThatDoesNothingIsAMistake() {
        assertThat(admin.call("PUT", "/sandbox/faults", "[{\"match\":\"x\"}]").status())
                .isEqualTo(400);
    }
}
