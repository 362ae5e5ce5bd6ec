package dev.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a seller sees on a record's page: the package's components, as they are, in a real browser. */
class SellerPageStoriesTest {

    @RegisterExtension
    static final WebBrowser BROWSER = new WebBrowser();

    private static final String NEED = "We need something that warns us a week before a bearing fails.";

    /** News are looked for every five seconds while somebody chats. */
    private static final int NEWS_MS = 20_000;

    private static Org org;
    private static String seller;
    private static String account;
    private static String opportunity;
    private static String other;
    private static String contact;

    @BeforeAll
    static void anAccountWithTwoOpportunities() throws IOException {
        org = Org.start(Installation.emptied(Path.of("target", "homes", "SellerPageStoriesTest")));
        seller = org.one("SELECT Id FROM User WHERE Username LIKE 'admin@%'")
                .path("Id")
                .asText();
        account = org.create("Account", Map.of("Name", "Bergslags Steel AB"));
        opportunity = opportunity("Condition monitoring");
        other = opportunity("Spare parts");
        contact = org.create(
                "Contact",
                Map.of(
                        "LastName",
                        "Ekdahl",
                        "FirstName",
                        "Karin",
                        "Title",
                        "Head of Procurement",
                        "AccountId",
                        account));
    }

    private static String opportunity(String name) {
        return org.create(
                "Opportunity",
                Map.of("Name", name, "AccountId", account, "StageName", "Qualification", "CloseDate", "2030-03-01"));
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    private static String conversation(String id, Map<String, Object> fields, String... lines) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "External_Id__c",
                "website:" + id,
                "Source__c",
                "website",
                "Account__c",
                account,
                "Contact__c",
                contact,
                "Started_At__c",
                Instant.now().minus(Duration.ofMinutes(10)).toString(),
                "Last_Message_At__c",
                Instant.now().minus(Duration.ofMinutes(3)).toString(),
                "Need__c",
                NEED));
        all.putAll(fields);
        String made = org.create("Chat_Conversation__c", all);
        part(made, id, 1, String.join("\n", lines));
        return made;
    }

    private static String part(String conversation, String id, int sequence, String body) {
        return org.create(
                "Chat_Transcript_Part__c",
                Map.of(
                        "External_Id__c", "website:" + id + ":" + sequence,
                        "Sequence__c", sequence,
                        "Conversation__c", conversation,
                        "Body__c", body));
    }

    private static Page page(String sobject, String id, String query) {
        return BROWSER.open(org.url() + "/lightning/r/" + sobject + "/" + id + "/view" + query);
    }

    @Test
    void anOfferedConversationIsReadAndTaken() {
        String offered = conversation(
                "offered",
                Map.of(
                        "Opportunity__c",
                        opportunity,
                        "Status__c",
                        "Open",
                        // The newest stands open; those of other stories are of the same second, perhaps.
                        "Last_Message_At__c",
                        Instant.now().minus(Duration.ofMinutes(2)).toString(),
                        "Match_Decision__c",
                        "Review",
                        "Match_Confidence__c",
                        0.84,
                        "Handoff_Status__c",
                        "Offered",
                        "Handoff_To__c",
                        seller,
                        "Handoff_Until__c",
                        Instant.now().plus(Duration.ofMinutes(5)).toString()),
                "{\"id\":\"m1\",\"at\":\"2026-11-03T09:00:00Z\",\"role\":\"visitor\",\"name\":\"Karin Ekdahl\","
                        + "\"text\":\"" + NEED + " See https://mills.example/a and javascript:alert(1)\"}",
                "{\"id\":\"m2\",\"at\":\"2026-11-03T09:01:00Z\",\"role\":\"bot\",\"name\":\"Helper\",\"text\":\"I am a bot.\"}",
                "{\"id\":\"m3\",\"at\":\"2026-11-03T09:02:00Z\",\"role\":\"agent\",\"name\":\"Ada\",\"text\":\"Gladly\","
                        + "\"edited\":true}");
        Page page = page("Opportunity", opportunity, "");

        assertThat(page.locator("blockquote")).hasText(NEED);
        assertThat(page.locator("c-chat-message"))
                .containsText(new String[] {"Karin Ekdahl • Visitor", "Helper • Bot", "edited"});
        assertThat(page.locator("c-chat-message a")).hasCount(1);
        assertThat(page.locator("[role=timer]")).containsText("04:");
        WebBrowser.assertAccessible(page);
        BROWSER.screenshot(page, "opportunity");

        page.locator("[data-accept]").click();
        assertThat(page.locator("[data-command]")).containsText("Parley is carrying it out");

        JsonNode command = org.one("SELECT Action__c, Status__c FROM Chat_Command__c WHERE Conversation__c = '"
                + offered + "' AND Action__c = 'Accept'");
        assertThat(command.path("Status__c").asText()).isEqualTo("New");

        part(
                offered,
                "offered",
                2,
                "{\"id\":\"m4\",\"role\":\"visitor\",\"name\":\"Karin\",\"text\":\"Still there?\"}");
        assertThat(page.locator("c-chat-message").last())
                .containsText("Still there?", new LocatorAssertions.ContainsTextOptions().setTimeout(NEWS_MS));
    }

    @Test
    void aWrongOpportunityIsPutRightByOneClick() {
        String lead = org.create("Lead", Map.of("LastName", "Lindgren", "Company", "Bergslags Steel AB"));
        String wrong = conversation(
                "wrong",
                Map.of("Lead__c", lead, "Opportunity__c", opportunity, "Status__c", "Closed"),
                "{\"id\":\"m1\",\"role\":\"visitor\",\"text\":\"Hello\"}");
        Page page = page("Lead", lead, "");

        page.locator("[data-id='" + other + "']").click();
        assertThat(page.locator("[data-command]")).containsText("Parley is carrying it out");

        JsonNode command = org.one(
                "SELECT Action__c, Opportunity__c FROM Chat_Command__c WHERE Conversation__c = '" + wrong + "'");
        assertThat(command.path("Action__c").asText()).isEqualTo("Correct match");
        assertThat(command.path("Opportunity__c").asText()).isEqualTo(other);
    }

    @Test
    void anAccountShowsWhoChattedHoweverMuchWasSaid() {
        String big = org.create("Account", Map.of("Name", "Two Hundred Talks AB"));
        for (int number = 0; number < 200; number++) {
            conversation(
                    "many" + number,
                    Map.of("Account__c", big, "Status__c", "Closed", "Need__c", "About topic t" + number + "."),
                    "{\"id\":\"m1\",\"role\":\"visitor\",\"text\":\"Question " + number + "\"}");
        }
        Page page = page("Account", big, "?lang=fa");

        Locator conversations = page.locator("c-chat-conversation");
        assertThat(conversations).hasCount(20);
        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
        assertThat(page.locator("c-chat-buying-group li")).hasCount(1);
        WebBrowser.assertAccessible(page);
        BROWSER.screenshot(page, "account-in-persian");

        page.locator("#lightning input[type=search]").fill("t17.");
        assertThat(conversations).hasCount(1);
    }

    /** Salesforce calls its own fields and values in the user's language, and the package's translations call theirs. */
    @Test
    void thePageAroundTheConversationsSpeaksTheReadersLanguageAndLivesByTheirCalendar() {
        conversation("words", Map.of("Opportunity__c", opportunity, "Status__c", "Closed"), "{}");

        speaks("fa", "مرحله", "ارزیابی صلاحیت", "تاریخ بستن", "۱۱ اسفند ۱۴۰۸", "بسته");
        speaks("zh", "阶段", "资格审查", "结束日期", "2030年3月1日", "已关闭");
        speaks("de", "Phase", "Qualifizierung", "Abschlussdatum", "1. März 2030", "Geschlossen");
        speaks("sv", "Fas", "Kvalificering", "Slutdatum", "1 mars 2030", "Stängt");
    }

    private static void speaks(String language, String stage, String value, String close, String day, String status) {
        Page page = page("Opportunity", opportunity, "?lang=" + language);
        Locator details = page.locator(".details");
        assertThat(details.locator("dt", new Locator.LocatorOptions().setHasText(stage))
                        .locator("+ dd"))
                .hasText(value);
        assertThat(details.locator("dt", new Locator.LocatorOptions().setHasText(close))
                        .locator("+ dd"))
                .hasText(day);
        assertThat(page.locator("c-chat-conversation .facts").last()).containsText(status);
        page.locator("c-chat-now [data-person]").click();
        assertThat(page).hasURL(Pattern.compile(".*/Contact/.*[?]lang=" + language));
        page.close();
    }

    @Test
    void aRecordThatNobodyChattedAboutSaysSo() {
        Page page = page("Account", org.create("Account", Map.of("Name", "Silent AB")), "?lang=sv");

        assertThat(page.locator("[data-empty]")).containsText("Ingen chatt om den här posten");
    }
}
