package dev.parley.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.Api.Answer;
import dev.parley.sandbox.OrgStories;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueryPageStoriesTest extends OrgStories {
    private void makeAccounts(int hundreds) {
        String records = IntStream.range(0, 100)
                .mapToObj(number -> "{\"attributes\":{\"type\":\"Account\"},\"Name\":\"A" + number + "\"}")
                .collect(Collectors.joining(",", "{\"records\":[", "]}"));
        for (int made = 0; made < hundreds; made++) {
            admin.post("/composite/sobjects", records);
        }
    }

    private void makeContacts(String account, int number) {
        for (int made = 0; made < number; made += 200) {
            String records = IntStream.range(made, Math.min(number, made + 200))
                    .mapToObj(each -> "{\"attributes\":{\"type\":\"Contact\"},\"LastName\":\"C" + each
                            + "\",\"AccountId\":\"" + account + "\"}")
                    .collect(Collectors.joining(",", "{\"records\":[", "]}"));
            admin.post("/composite/sobjects", records);
        }
    }

    @Test
    void moreThanTwoThousandRecordsComeInPages() {
        makeAccounts(21);
        Answer first = admin.query("SELECT Id FROM Account");
        assertThat(first.body().get("totalSize").intValue()).isEqualTo(2100);
        assertThat(first.body().get("done").booleanValue()).isFalse();
        assertThat(first.body().get("records")).hasSize(2000);
        Answer second = admin.get(first.at("/nextRecordsUrl"));
        assertThat(second.body().get("done").booleanValue()).isTrue();
        assertThat(second.body().get("records")).hasSize(100);
        assertThat(second.body().has("nextRecordsUrl")).isFalse();
    }

    @Test
    void groupsComeInOnePageOrNotAtAll() {
        makeAccounts(3);
        String grouped = "/query?q=SELECT+Id,COUNT(Name)+FROM+Account+GROUP+BY+Id";
        String pages = "Sforce-Query-Options";
        assertThat(admin.get(grouped).body().path("records")).hasSize(300);
        Answer refused = admin.get(grouped, pages, "batchSize=200");
        assertThat(refused.at("/0/errorCode")).isEqualTo("EXCEEDED_ID_LIMIT");
        assertThat(refused.at("/0/message")).startsWith("Aggregate query does not support queryMore()");
        assertThat(admin.get(grouped + "+LIMIT+200", pages, "batchSize=200")
                        .body()
                        .path("records"))
                .hasSize(200);
    }

    @Test
    void anAddressHasSixteenKibibytesAtMost() {
        String soql = "/query?q=SELECT+Id+FROM+Account+WHERE+Name='%s'";
        assertThat(admin.get(soql.formatted("x".repeat(12_000))).status()).isEqualTo(200);
        assertThat(admin.get(soql.formatted("x".repeat(17_000))).status()).isEqualTo(414);
    }

    @Test
    void aCallerMayWishForSmallerPages() {
        makeAccounts(3);
        Answer page = admin.get("/query?q=SELECT+Id+FROM+Account", "Sforce-Query-Options", "batchSize=200");
        assertThat(page.body().get("records")).hasSize(200);
    }

    @Test
    void childrenComeInPagesToo() {
        String parent = make("Account", "{\"Name\":\"Parent\"}");
        makeContacts(parent, 200);
        make("Contact", "{\"LastName\":\"Last\",\"AccountId\":\"" + parent + "\"}");
        String soql = "/query?q=SELECT+Name,(SELECT+LastName+FROM+Contacts)+FROM+Account";
        assertThat(admin.get(soql).body().at("/records/0/Contacts/done").booleanValue())
                .isTrue();
        Answer first = admin.get(soql, "Sforce-Query-Options", "batchSize=200");
        assertThat(first.body().at("/records/0/Contacts/records")).hasSize(200);
        assertThat(first.body().at("/records/0/Contacts/totalSize").intValue()).isEqualTo(201);
        assertThat(first.body().at("/records/0/Contacts/done").booleanValue()).isFalse();
        Answer second = admin.get(first.at("/records/0/Contacts/nextRecordsUrl"));
        assertThat(second.at("/records/0/LastName")).isEqualTo("Last");
        assertThat(second.body().path("done").booleanValue()).isTrue();
        assertThat(admin.get(soql).body().at("/records/0/Contacts/records"))
                .as("what was cut for one is whole for the next")
                .hasSize(201);
    }

    @Test
    void manyFurtherPagesOfChildrenLeaveThatOfTheirParentsValid() {
        int large = 60;
        makeAccounts(2);
        make("Account", "{\"Name\":\"Last\"}");
        admin.query("SELECT Id FROM Account ORDER BY Id LIMIT " + large)
                .body()
                .path("records")
                .forEach(parent -> makeContacts(parent.path("Id").asText(), 201));
        Answer first = admin.get(
                "/query?q=SELECT+Name,(SELECT+LastName+FROM+Contacts)+FROM+Account+ORDER+BY+Id",
                "Sforce-Query-Options",
                "batchSize=200");
        assertThat(first.body().findValuesAsText("nextRecordsUrl"))
                .hasSize(large + 1)
                .allSatisfy(further ->
                        assertThat(admin.get(further).body().path("records")).hasSize(1));
    }

    @Test
    void anUnknownLocatorIsRefused() {
        assertThat(admin.get("/query/01g9G0000000000AAA-2000").at("/0/errorCode"))
                .isEqualTo("INVALID_QUERY_LOCATOR");
    }

    @Test
    void onlyQueryAllSeesTheRecycleBin() {
        String id = make("Account", "{\"Name\":\"Acme\"}");
        admin.delete("/sobjects/Account/" + id);
        assertThat(admin.query("SELECT Id FROM Account").at("/totalSize")).isEqualTo("0");
        assertThat(admin.get("/queryAll?q=SELECT+Id,IsDeleted+FROM+Account")
                        .body()
                        .at("/records/0/IsDeleted")
                        .booleanValue())
                .isTrue();
    }
}
