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
    void aCallerMayWishForSmallerPages() {
        makeAccounts(3);
        Answer page = admin.get("/query?q=SELECT+Id+FROM+Account", "Sforce-Query-Options", "batchSize=200");
        assertThat(page.body().get("records")).hasSize(200);
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
