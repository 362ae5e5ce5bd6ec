package dev.parley.sandbox.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.Api;
import dev.parley.sandbox.OrgStories;
import java.io.IOException;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** The pages as the running org serves them. */
class OrgPagesTest extends OrgStories {

    private Connection.Response get(String path) throws IOException {
        return Jsoup.connect(org.url() + path).ignoreHttpErrors(true).execute();
    }

    @Test
    void whatTheApiWroteThePagesShow() throws IOException {
        String account =
                admin.post("/sobjects/Account", "{\"Name\":\"Alder Mills\"}").id();
        String conversation = admin.post(
                        "/sobjects/Chat_Conversation__c",
                        "{\"External_Id__c\":\"demo:1\",\"Account__c\":\"" + account + "\",\"Summary__c\":\"Hello\"}")
                .id();
        admin.post(
                "/sobjects/Chat_Transcript_Part__c",
                "{\"External_Id__c\":\"demo:1:1\",\"Sequence__c\":1,\"Conversation__c\":\"" + conversation
                        + "\",\"Body__c\":\"{\\\"id\\\":\\\"m1\\\",\\\"role\\\":\\\"visitor\\\",\\\"text\\\":\\\"A question\\\"}\"}");

        Connection.Response page = get("/lightning/r/Account/" + account + "/view");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.parse().select("article").text()).contains("Hello", "A question");
    }

    @Test
    void usersAreKnownByNameAndById() throws IOException {
        String account =
                admin.post("/sobjects/Account", "{\"Name\":\"Alder Mills\"}").id();
        String administrator =
                admin.query("SELECT Id FROM User WHERE Alias = 'admin'").at("/records/0/Id");
        String page = "/lightning/r/Account/" + account + "/view?as=";

        assertThat(get(page + administrator).statusCode()).isEqualTo(200);
        assertThat(get(page + Api.encode("integration@parley.example")).statusCode())
                .isEqualTo(200);
        assertThat(get(page + "nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void theFrontPageIsThereBeforeAnyRecordIs() throws IOException {
        assertThat(get("/").parse().select("h1").text()).isEqualTo("Sandbox org");
    }
}
