package dev.parley.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.Api;
import dev.parley.sandbox.Api.Answer;
import dev.parley.sandbox.OrgStories;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompositeStoriesTest extends OrgStories {
    private static final String ACCOUNT_AND_CONTACT =
            """
            {"method":"POST","url":"/services/data/v62.0/sobjects/Account","referenceId":"company",
             "body":{"Name":"Acme"}},
            {"method":"POST","url":"/services/data/v62.0/sobjects/Contact","referenceId":"person",
             "body":{%s"AccountId":"@{company.id}"}}""";

    private static String composite(boolean allOrNone, String requests) {
        return "{\"allOrNone\":" + allOrNone + ",\"compositeRequest\":[" + requests + "]}";
    }

    private int count(String type) {
        return admin.query("SELECT COUNT() FROM " + type)
                .body()
                .get("totalSize")
                .intValue();
    }

    @Test
    void aLaterSubrequestUsesAnEarlierOnesAnswerAndAllIsOneCall() {
        admin.post("/sandbox/reset?calls=only", "");
        Answer answer =
                admin.post("/composite", composite(true, ACCOUNT_AND_CONTACT.formatted("\"LastName\":\"Ek\",")));
        assertThat(answer.body().at("/compositeResponse"))
                .extracting(each -> each.get("httpStatusCode").intValue())
                .containsExactly(201, 201);
        assertThat(answer.at("/compositeResponse/0/httpHeaders/Location"))
                .startsWith("/services/data/v62.0/sobjects/Account/001");
        assertThat(admin.query("SELECT Account.Name FROM Contact").at("/records/0/Account/Name"))
                .isEqualTo("Acme");
        assertThat(admin.get("/sandbox/calls").body().at("/0/cost").intValue()).isEqualTo(1);
    }

    @Test
    void allOrNoneTakesBackWhatWentWell() {
        Answer answer = admin.post("/composite", composite(true, ACCOUNT_AND_CONTACT.formatted("")));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/compositeResponse/0/body/0/errorCode")).isEqualTo("PROCESSING_HALTED");
        assertThat(answer.at("/compositeResponse/0/body/0/message"))
                .isEqualTo("The transaction was rolled back since another operation in the same transaction failed.");
        assertThat(answer.at("/compositeResponse/1/body/0/errorCode")).isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(count("Account")).isZero();
    }

    @Test
    void withoutItWhatWentWellStaysAndWhatReferredToAFailureIsHalted() {
        Answer answer = admin.post(
                "/composite",
                composite(
                        false,
                        """
                        {"method":"POST","url":"/services/data/v62.0/sobjects/Account","referenceId":"company","body":{}},
                        {"method":"POST","url":"/services/data/v62.0/sobjects/Contact","referenceId":"person",
                         "body":{"LastName":"Ek","AccountId":"@{company.id}"}},
                        {"method":"POST","url":"/services/data/v62.0/sobjects/Account","referenceId":"other",
                         "body":{"Name":"Acme"}}"""));
        assertThat(answer.at("/compositeResponse/1/body/0/errorCode")).isEqualTo("PROCESSING_HALTED");
        assertThat(answer.at("/compositeResponse/1/body/0/message"))
                .startsWith("Invalid reference specified. No value for company.id found in company");
        assertThat(count("Account")).isEqualTo(1);
    }

    @Test
    void aCollectionWithinReportsEachRecordAndHoldsTheRestBackOnlyIfAllOrNone() {
        String requests =
                """
                {"method":"PATCH","url":"/services/data/v62.0/composite/sobjects/Lead/Chat_Visitor_Id__c",
                 "referenceId":"leads","body":{"allOrNone":false,"records":[
                   {"attributes":{"type":"Lead"},"Chat_Visitor_Id__c":"v1","LastName":"Ek","Company":"N"},
                   {"attributes":{"type":"Lead"},"Chat_Visitor_Id__c":"v2"}]}},
                {"method":"PATCH","url":"/services/data/v62.0/composite/sobjects/Chat_Conversation__c/External_Id__c",
                 "referenceId":"conversations","body":{"allOrNone":false,"records":[
                   {"attributes":{"type":"Chat_Conversation__c"},"External_Id__c":"web:1",
                    "Lead__r":{"Chat_Visitor_Id__c":"v1"}}]}}""";
        Answer each = plugin.post("/composite", composite(false, requests));
        assertThat(each.body().at("/compositeResponse/0/body/0/success").booleanValue())
                .isTrue();
        assertThat(each.body().at("/compositeResponse/0/body/1/success").booleanValue())
                .isFalse();
        assertThat(each.body().at("/compositeResponse/1/body/0/success").booleanValue())
                .as(each.text())
                .isTrue();

        admin.post("/sandbox/reset", "");
        plugin = Api.integration(org);
        Answer none = plugin.post("/composite", composite(true, requests));
        assertThat(none.at("/compositeResponse/0/body/0/errors/0/statusCode"))
                .isEqualTo("ALL_OR_NONE_OPERATION_ROLLED_BACK");
        assertThat(count("Lead")).isZero();
        assertThat(count("Chat_Conversation__c")).isZero();
    }

    @Test
    void collationLosesAnOrderThatIsOnlyMeant() {
        String requests =
                """
                {"method":"PATCH","url":"/services/data/v62.0/sobjects/Lead/Chat_Visitor_Id__c/v1",
                 "referenceId":"first","body":{"LastName":"Ek","Company":"N"}},
                {"method":"GET","url":"/services/data/v62.0/sobjects/Lead/Chat_Visitor_Id__c/v1","referenceId":"read"},
                {"method":"PATCH","url":"/services/data/v62.0/sobjects/Lead/Chat_Visitor_Id__c/v1",
                 "referenceId":"second","body":{"LastName":"Berg"}}""";
        assertThat(admin.post("/composite", composite(false, requests)).at("/compositeResponse/1/body/LastName"))
                .isEqualTo("Berg");
        admin.delete("/sobjects/Lead/Chat_Visitor_Id__c/v1");
        String inOrder = "{\"collateSubrequests\":false,\"compositeRequest\":[" + requests + "]}";
        assertThat(admin.post("/composite", inOrder).at("/compositeResponse/1/body/LastName"))
                .isEqualTo("Ek");
    }

    @Test
    void twentyFiveSubrequestsAreTheMostAndFiveQueriesOrCollections() {
        assertThat(admin.post("/composite", composite(false, repeated(26, "/sobjects/Account")))
                        .status())
                .isEqualTo(400);
        assertThat(admin.post("/composite", composite(false, repeated(6, "/query?q=SELECT+Id+FROM+Account")))
                        .at("/0/errorCode"))
                .isEqualTo("LIMIT_EXCEEDED");
        assertThat(admin.post("/composite", composite(false, repeated(5, "/query?q=SELECT+Id+FROM+Account")))
                        .status())
                .isEqualTo(200);
    }

    private static String repeated(int times, String path) {
        return IntStream.range(0, times)
                .mapToObj(number -> "{\"method\":\"GET\",\"url\":\"/services/data/v62.0" + path
                        + "\",\"referenceId\":\"r" + number + "\"}")
                .collect(Collectors.joining(","));
    }

    @Test
    void aReferenceReachesIntoWhatAQueryFound() {
        make("Account", "{\"Name\":\"Acme\"}");
        Answer answer = admin.post(
                "/composite",
                composite(
                        false,
                        """
                        {"method":"GET","url":"/services/data/v62.0/query?q=SELECT+Id+FROM+Account","referenceId":"found"},
                        {"method":"POST","url":"/services/data/v62.0/sobjects/Contact","referenceId":"person",
                         "body":{"LastName":"Ek","AccountId":"@{found.records[0].Id}"}}"""));
        assertThat(answer.body().at("/compositeResponse/1/httpStatusCode").intValue())
                .as(answer.text())
                .isEqualTo(201);
    }
}
