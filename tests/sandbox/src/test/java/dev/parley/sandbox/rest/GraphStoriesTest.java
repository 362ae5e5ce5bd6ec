package dev.parley.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.Api.Answer;
import dev.parley.sandbox.OrgStories;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GraphStoriesTest extends OrgStories {
    private static String graphs(int count, IntFunction<String> contact) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number ->
                        """
                        {"graphId":"g%d","compositeRequest":[
                          {"method":"POST","url":"/services/data/v62.0/sobjects/Account","referenceId":"a",
                           "body":{"Name":"Company %d"}},
                          {"method":"POST","url":"/services/data/v62.0/sobjects/Contact","referenceId":"c",
                           "body":{%s"AccountId":"@{a.id}"}}]}"""
                                .formatted(number, number, contact.apply(number)))
                .collect(Collectors.joining(",", "{\"graphs\":[", "]}"));
    }

    private int accounts() {
        return admin.query("SELECT COUNT() FROM Account")
                .body()
                .get("totalSize")
                .intValue();
    }

    @Test
    void aGraphHappensAsAWholeOrNotAtAll() {
        Answer answer = admin.post("/composite/graph", graphs(3, number -> number == 2 ? "" : "\"LastName\":\"Ek\","));
        assertThat(answer.body().at("/graphs"))
                .extracting(graph -> graph.get("isSuccessful").booleanValue())
                .containsExactly(true, false, true);
        assertThat(answer.at("/graphs/1/graphResponse/compositeResponse/0/body/0/errorCode"))
                .isEqualTo("PROCESSING_HALTED");
        assertThat(answer.at("/graphs/1/graphResponse/compositeResponse/1/body/0/errorCode"))
                .isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(accounts()).isEqualTo(2);
    }

    @Test
    void afterFourteenFailedGraphsTheNextFailureHaltsTheRest() {
        Answer answer =
                admin.post("/composite/graph", graphs(20, number -> number <= 15 ? "" : "\"LastName\":\"Ek\","));
        assertThat(answer.at("/graphs/19/graphResponse/compositeResponse/0/body/0/errorCode"))
                .isEqualTo("PROCESSING_HALTED");
        assertThat(accounts()).isZero();
        admin.post("/composite/graph", graphs(20, number -> number <= 14 ? "" : "\"LastName\":\"Ek\","));
        assertThat(accounts()).isEqualTo(6);
    }

    @Test
    void seventyFiveGraphsAreTheMost() {
        assertThat(admin.post("/composite/graph", graphs(76, number -> "\"LastName\":\"Ek\","))
                        .at("/0/errorCode"))
                .isEqualTo("LIMIT_EXCEEDED");
        assertThat(admin.post("/composite/graph", graphs(75, number -> "\"LastName\":\"Ek\","))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aNodeThatIsNoRecordIsRefused() {
        Answer answer = admin.post(
                "/composite/graph",
                """
                {"graphs":[{"graphId":"g","compositeRequest":[
                  {"method":"GET","url":"/services/data/v62.0/query?q=SELECT+Id+FROM+Account","referenceId":"q"}]}]}""");
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void aChainOfSixteenIsTooDeep() {
        String chain = IntStream.rangeClosed(1, 16)
                .mapToObj(number ->
                        "{\"method\":\"POST\",\"url\":\"/services/data/v62.0/sobjects/Account\",\"referenceId\":\"a"
                                + number + "\",\"body\":{\"Name\":\"n\""
                                + (number == 1 ? "" : ",\"ParentId\":\"@{a" + (number - 1) + ".id}\"") + "}}")
                .collect(Collectors.joining(","));
        Answer answer = admin.post(
                "/composite/graph", "{\"graphs\":[{\"graphId\":\"g\",\"compositeRequest\":[" + chain + "]}]}");
        assertThat(answer.at("/0/errorCode")).isEqualTo("LIMIT_EXCEEDED");
    }
}
