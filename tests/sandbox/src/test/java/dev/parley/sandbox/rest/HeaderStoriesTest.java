package dev.parley.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.sandbox.Api.Answer;
import dev.parley.sandbox.OrgStories;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class HeaderStoriesTest extends OrgStories {
    private static final String LEAD = "{\"LastName\":\"Ek\",\"Company\":\"N\",\"Email\":\"mina@nordlys.example\"}";

    private String seller() {
        return make(
                "User",
                "{\"Username\":\"sam@parley.example\",\"LastName\":\"Seller\",\"Email\":\"sam@parley.example\",\"Alias\":\"sam\"}");
    }

    @Test
    void anAssignmentRuleGivesTheLeadAwayUnlessTheCallerForbidsIt() {
        String seller = seller();
        admin.call("PUT", "/sandbox/rules", "{\"assignment\":{\"Lead\":\"" + seller + "\"}}");
        String silently = plugin.post("/sobjects/Lead", LEAD).id();
        assertThat(admin.get("/sobjects/Lead/" + silently).at("/OwnerId")).isEqualTo(seller);

        String kept = plugin.post("/sobjects/Lead", LEAD, "Sforce-Auto-Assign", "FALSE")
                .id();
        assertThat(admin.get("/sobjects/Lead/" + kept).at("/OwnerId")).isNotEqualTo(seller);
        plugin.patch("/sobjects/Lead/" + kept, "{\"Title\":\"Buyer\"}");
        assertThat(admin.get("/sobjects/Lead/" + kept).at("/OwnerId"))
                .as("a change assigns too")
                .isEqualTo(seller);
    }

    @Test
    void everyAnswerTellsTheTime() {
        assertThat(plugin.get("/limits").headers().firstValue("Date"))
                .hasValueSatisfying(date -> assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
                        .isCloseTo(ZonedDateTime.now(ZoneOffset.UTC), within(1, ChronoUnit.MINUTES)));
    }

    @Test
    void aSubrequestHasItsOwnHeaders() {
        String seller = seller();
        admin.call("PUT", "/sandbox/rules", "{\"assignment\":{\"Lead\":\"" + seller + "\"}}");
        Answer answer = plugin.post(
                "/composite",
                "{\"compositeRequest\":[{\"method\":\"POST\",\"url\":\"/services/data/v62.0/sobjects/Lead\",\"referenceId\":\"l\","
                        + "\"httpHeaders\":{\"Sforce-Auto-Assign\":\"FALSE\"},\"body\":" + LEAD + "}]}");
        String lead = answer.at("/compositeResponse/0/body/id");
        assertThat(admin.get("/sobjects/Lead/" + lead).at("/OwnerId")).isNotEqualTo(seller);
    }

    @Test
    void aDuplicateIsRefusedUnlessTheCallerSavesItAllTheSame() {
        admin.call("PUT", "/sandbox/rules", "{\"duplicates\":[\"Lead\"]}");
        String first = plugin.post("/sobjects/Lead", LEAD).id();
        Answer refused = plugin.post("/sobjects/Lead", LEAD);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/0/errorCode")).isEqualTo("DUPLICATES_DETECTED");
        assertThat(refused.at("/0/duplicateResut/matchResults/0/matchRecords/0/record/Id"))
                .isEqualTo(first);
        assertThat(plugin.post(
                                "/sobjects/Lead",
                                LEAD,
                                "Sforce-Duplicate-Rule-Header",
                                "allowSave=true; includeRecordDetails=true")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void theCallLogKnowsWhoCalled() {
        admin.post("/sandbox/reset?calls=only", "");
        plugin.get("/limits", "Sforce-Call-Options", "client=parley");
        Answer calls = admin.get("/sandbox/calls");
        assertThat(calls.at("/0/client")).isEqualTo("parley");
        assertThat(calls.at("/0/method")).isEqualTo("GET");
        assertThat(calls.at("/0/path")).isEqualTo("/services/data/v62.0/limits");
        assertThat(calls.body().at("/0/status").intValue()).isEqualTo(200);
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        String id = make("Account", "{\"Name\":\"Acme\"}");
        String soon = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(1));
        String before = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).minusDays(1));
        for (String path : new String[] {"/sobjects/Account/" + id, "/sobjects/Account/describe", "/sobjects"}) {
            assertThat(admin.get(path, "If-Modified-Since", soon).status()).isEqualTo(304);
            assertThat(admin.get(path, "If-Modified-Since", before).status()).isEqualTo(200);
        }
    }

    @Test
    void theLimitsCountDown() {
        int left = admin.get("/limits").body().at("/DailyApiRequests/Remaining").intValue();
        assertThat(admin.get("/limits").body().at("/DailyApiRequests/Remaining").intValue())
                .isEqualTo(left - 1);
    }
}
