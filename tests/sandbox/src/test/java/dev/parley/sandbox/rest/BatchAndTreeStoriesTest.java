package dev.parley.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.Api.Answer;
import dev.parley.sandbox.OrgStories;
import org.junit.jupiter.api.Test;

class BatchAndTreeStoriesTest extends OrgStories {
    private static final String BATCH =
            """
            {"haltOnError":%s,"batchRequests":[
              {"method":"POST","url":"v62.0/sobjects/Account","richInput":{}},
              {"method":"POST","url":"v62.0/sobjects/Account","richInput":{"Name":"Acme"}}]}""";

    @Test
    void aBatchsRequestsHaveNothingToDoWithEachOtherAndCountOneEach() {
        admin.post("/sandbox/reset?calls=only", "");
        Answer answer = admin.post("/composite/batch", BATCH.formatted(false));
        assertThat(answer.body().get("hasErrors").booleanValue()).isTrue();
        assertThat(answer.body().get("results"))
                .extracting(result -> result.get("statusCode").intValue())
                .containsExactly(400, 201);
        assertThat(admin.get("/sandbox/calls").body().at("/0/cost").intValue()).isEqualTo(2);
    }

    @Test
    void aBatchMayHaltAtItsFirstError() {
        Answer answer = admin.post("/composite/batch", BATCH.formatted(true));
        assertThat(answer.body().at("/results/1/statusCode").intValue()).isEqualTo(412);
        assertThat(answer.at("/results/1/result/0/errorCode")).isEqualTo("BATCH_PROCESSING_HALTED");
    }

    @Test
    void aTreeIsMadeWithItsBranches() {
        Answer answer = admin.post(
                "/composite/tree/Account",
                """
                {"records":[{"attributes":{"type":"Account","referenceId":"a"},"Name":"Acme",
                  "Contacts":{"records":[{"attributes":{"type":"Contact","referenceId":"c"},"LastName":"Ek"}]}}]}""");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.body().get("hasErrors").booleanValue()).isFalse();
        assertThat(admin.query("SELECT Account.Name FROM Contact").at("/records/0/Account/Name"))
                .isEqualTo("Acme");
    }

    @Test
    void aTreeWithABrokenBranchIsNotMade() {
        Answer answer = admin.post(
                "/composite/tree/Account",
                """
                {"records":[{"attributes":{"type":"Account","referenceId":"a"},"Name":"Acme",
                  "Contacts":{"records":[{"attributes":{"type":"Contact","referenceId":"c"}}]}}]}""");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/results/0/referenceId")).isEqualTo("c");
        assertThat(answer.at("/results/0/errors/0/statusCode")).isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(admin.query("SELECT COUNT() FROM Account").at("/totalSize")).isEqualTo("0");
    }
}
