package dev.parley.sandbox.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.SampleOrg;
import dev.parley.sandbox.schema.Schema;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see of the org's records. */
class PagesTest {
    private SampleOrg org;
    private Browser browser;
    private String ines;
    private String alder;
    private String maya;
    private String ovens;
    private String first;
    private String second;

    @BeforeEach
    void anAccountThatChattedTwice(@TempDir Path directory) {
        org = new SampleOrg(directory);
        ines = org.add("User", "Name", "Ines Prado");
        alder = org.add(
                "Account",
                "Name",
                "Alder Mills",
                "OwnerId",
                ines,
                "Website",
                "https://alder.example",
                "Description",
                "Bread since 1911");
        maya = org.add("Contact", "Name", "Maya Okafor", "LastName", "Okafor", "AccountId", alder);
        ovens = org.add("Opportunity", "Name", "Ovens", "AccountId", alder, "StageName", "Prospecting");
        first = conversation("demo:1", "2026-11-20T09:00:00Z", "Asked for a price");
        second = conversation("demo:2", "2026-11-22T09:00:00Z", "Bought an oven");
        part(second, 2, "{\"id\":\"m3\",\"role\":\"agent\",\"name\":\"Ines\",\"text\":\"Gladly\",\"edited\":true}");
        part(
                second,
                1,
                "{\"id\":\"m1\",\"at\":\"2026-11-22T08:59:00Z\",\"role\":\"visitor\",\"name\":\"مایا\","
                        + "\"text\":\"<b>An oven</b> & a mixer\"}\n"
                        + "{\"id\":\"m2\",\"role\":\"bot\",\"text\":\"A person will answer\"}");
        browser = new Browser(org, (as, records) -> switch (as) {
            case "" -> Optional.of(org.schema());
            case "guest" -> Optional.of(Schema.standard());
            default -> Optional.empty();
        });
    }

    private String conversation(String externalId, String lastMessage, String summary) {
        return org.add(
                "Chat_Conversation__c",
                "Name",
                externalId,
                "External_Id__c",
                externalId,
                "Account__c",
                alder,
                "Contact__c",
                maya,
                "Last_Message_At__c",
                Instant.parse(lastMessage),
                "Summary__c",
                summary,
                "Status__c",
                "Closed",
                "Functions__c",
                "purchase-decision;wants-human");
    }

    private void part(String conversation, int sequence, String body) {
        org.add(
                "Chat_Transcript_Part__c",
                "Conversation__c",
                conversation,
                "Sequence__c",
                BigDecimal.valueOf(sequence),
                "Body__c",
                body);
    }

    @AfterEach
    void close() {
        browser.close();
        org.close();
    }

    private static String page(String type, String id) {
        return "/lightning/r/" + type + "/" + id + "/view";
    }

    @Test
    void aSellerReadsTheNewestConversationFirst() {
        Document account = browser.see(page("Account", alder));

        assertThat(account.selectFirst("h1").text()).isEqualTo("Alder Mills");
        assertThat(account.select("article h3").eachText()).containsExactly("demo:2", "demo:1");
        Element newest = account.selectFirst("article");
        assertThat(newest.text()).contains("Bought an oven", "Closed", "Purchase decision", "Wants human");
        assertThat(newest.select("details[open] li strong").eachText()).containsExactly("مایا", "Bot", "Ines");
        assertThat(newest.select("li p").eachText())
                .containsExactly("<b>An oven</b> & a mixer", "A person will answer", "Gladly");
        assertThat(newest.select("li.by-agent .mark").eachText()).containsExactly("Agent", "edited");
    }

    @Test
    void textFromOutsideIsTextAndKnowsItsOwnDirection() {
        HttpResponse<String> response = browser.get(page("Chat_Conversation__c", second));

        assertThat(response.body())
                .contains("&lt;b&gt;An oven&lt;/b&gt; &amp; a mixer")
                .doesNotContain("<b>An oven");
        Document conversation = browser.see(page("Chat_Conversation__c", second));
        assertThat(conversation.select("#content li p, #content li strong"))
                .allSatisfy(text -> assertThat(text.attr("dir")).isEqualTo("auto"));
    }

    @Test
    void nothingOnAPageMayRunOrComeFromElsewhere() {
        HttpResponse<String> response = browser.get("/");

        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(browser.get("/sandbox/pages.css").headers().firstValue("Content-Type"))
                .contains("text/css; charset=utf-8");
    }

    @Test
    void onlyWebAddressesBecomeLinks() {
        String bad = org.add("Account", "Name", "Bad", "Website", "javascript:alert(1)");

        assertThat(browser.see(page("Account", alder)).select("a[href=https://alder.example]"))
                .hasSize(1);
        assertThat(browser.see(page("Account", bad)).select("a[href^=javascript]"))
                .isEmpty();
        assertThat(browser.see(page("Account", bad)).text()).contains("javascript:alert(1)");
    }

    @Test
    void filledFieldsComeFirstAndEmptyOnesAreOnlyNamed() {
        Document account = browser.see(page("Account", alder));

        assertThat(account.select("section[aria-labelledby=fields] > dl dt").eachText())
                .contains("Name", "Website", "Description")
                .doesNotContain("Created Date", "Industry");
        assertThat(account.select("section[aria-labelledby=fields] a[href*=" + ines + "]")
                        .text())
                .isEqualTo("Ines Prado");
        assertThat(account.selectFirst(".empty").text()).contains("Industry");
    }

    @Test
    void anAccountListsItsContactsAndOpportunities() {
        Document account = browser.see(page("Account", alder));

        assertThat(account.select("a[href=" + page("Contact", maya) + "]").text())
                .contains("Maya Okafor");
        assertThat(account.select("a[href=" + page("Opportunity", ovens) + "]").text())
                .contains("Ovens");
    }

    @Test
    void aConversationIsAlsoFoundByItsLinks() {
        org.add("Chat_Link__c", "Conversation__c", first, "Opportunity__c", ovens);

        assertThat(browser.see(page("Contact", maya)).select("article")).hasSize(2);
        assertThat(browser.see(page("Opportunity", ovens)).select("article h3").eachText())
                .containsExactly("demo:1");
    }

    @Test
    void aConversationLeadsToWhoItIsWith() {
        Document conversation = browser.see(page("Chat_Conversation__c", second));

        Element section = conversation.selectFirst("section[aria-labelledby=transcript]");
        assertThat(section.select("dd a").eachText()).containsExactly("Alder Mills", "Maya Okafor");
        assertThat(section.select("dd a").eachAttr("href"))
                .containsExactly(page("Account", alder), page("Contact", maya));
        assertThat(section.select("ol li")).hasSize(3);
    }

    @Test
    void theFrontPageLeadsToEverything() {
        Document home = browser.see("/");

        assertThat(home.select("a[href=/sandbox/calls]")).hasSize(1);
        assertThat(home.select("a[href=" + page("Account", alder) + "]")).isNotEmpty();
        assertThat(home.select("a[href=" + page("Opportunity", ovens) + "]")).hasSize(1);
        assertThat(home.select("section").first().select("tbody th").eachText()).containsExactly("demo:2", "demo:1");
    }

    @Test
    void anotherUserSeesWhatTheyMay() {
        Document account = browser.see(page("Account", alder) + "?as=guest");

        assertThat(account.select("article")).isEmpty();
        assertThat(account.select("a[href=" + page("Contact", maya) + "?as=guest]"))
                .hasSize(1);
        assertThat(browser.get(page("Chat_Conversation__c", second) + "?as=guest")
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/?as=nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void everythingAroundTheRecordsIsInTheLanguageAskedForAndStaysSo() {
        Document account = browser.see(page("Account", alder) + "?as=guest&lang=fa");
        Document home = browser.see("/?lang=fa");

        assertThat(account.selectFirst("html").attr("dir")).isEqualTo("rtl");
        assertThat(account.selectFirst("html").attr("lang")).isEqualTo("fa");
        assertThat(account.text().replaceAll("[\u2068\u2069]", ""))
                .contains("حساب", "فرصت‌ها (۱)", "فیلدهای سیستم", "از دید guest")
                .doesNotContain("Skip to", "Seen as", "System fields", "Sandbox org");
        assertThat(account.select("a[href=" + page("Contact", maya) + "?as=guest&lang=fa]"))
                .hasSize(1);
        assertThat(home.selectFirst("h2").text()).contains("تازه‌ترین گفتگوها", "(۲)");
        assertThat(home.select("a[href=/mail/?lang=fa]")).hasSize(1);
        assertThat(home.select("time").eachText()).contains("۱ آذر ۱۴۰۵، ۰۹:۰۰ UTC");
        assertThat(browser.get("/?as=nobody&lang=sv").body()).contains("Finns inte");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String gone = org.add("Account", "Name", "Gone", "IsDeleted", true);

        assertThat(browser.get(page("Account", gone)).statusCode()).isEqualTo(404);
        assertThat(browser.get(page("Account", maya)).statusCode()).isEqualTo(404);
        assertThat(browser.get(page("Account", "%3Cscript%3E")).body()).doesNotContain("<script>");
    }

    @Test
    void aPageCanBeUsedWithoutSeeingIt() {
        Document account = browser.see(page("Account", alder));

        assertThat(account.selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(account.select("main, header nav, a.skip[href=#content]")).hasSize(3);
        assertThat(account.select("section"))
                .allSatisfy(section -> assertThat(account.getElementById(section.attr("aria-labelledby")))
                        .isNotNull());
        assertThat(account.select("thead th"))
                .allSatisfy(head -> assertThat(head.attr("scope")).isEqualTo("col"));
    }
}
