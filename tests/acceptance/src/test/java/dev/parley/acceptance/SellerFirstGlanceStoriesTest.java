package dev.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a seller sees on a small laptop without scrolling, and what lies below it. */
class SellerFirstGlanceStoriesTest {

    @RegisterExtension
    static final WebBrowser BROWSER = new WebBrowser();

    private static final int WIDTH = 1366;
    private static final int FOLD = 768;

    private static Org org;
    private static ChattedRecords records;

    @BeforeAll
    static void anOfferThatWaits() throws IOException {
        org = Org.start(Installation.emptied(Path.of("target", "homes", "SellerFirstGlanceStoriesTest")));
        records = ChattedRecords.in(org);
        records.conversation("before", 90, Map.of("Need__c", "An older question.", "Functions__c", "complaint"));
        records.offered(
                "glance",
                org.one("SELECT Id FROM User WHERE Username LIKE 'admin@%'")
                        .path("Id")
                        .asText());
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    private static Page page(String sobject, String id, String language) {
        Page page = BROWSER.open(org.url() + "/lightning/r/" + sobject + "/" + id + "/view?lang=" + language);
        page.setViewportSize(WIDTH, FOLD);
        return page;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "sv", "de", "fa", "zh"})
    void theFirstTenSecondsNeedNoScrolling(String language) {
        Page page = page("Opportunity", records.opportunity(), language);

        aboveTheFold(page, "[data-person]", "Karin Ekdahl");
        aboveTheFold(page, "h3 + lightning-badge", "");
        aboveTheFold(page, ".slds-media__body > p", "Bergslags Steel AB");
        aboveTheFold(page, ".slds-media__body > p", "Head of Procurement");
        aboveTheFold(page, "blockquote", ChattedRecords.NEED);
        aboveTheFold(page, "[data-fact=waits]", "Does it work at 80 degrees?");
        aboveTheFold(page, "[role=timer]", "");
        aboveTheFold(page, "[data-accept]", "");
        aboveTheFold(page, "[data-decline]", "");
        aboveTheFold(page, "[data-fact=meeting]", "Ada Lind");
        aboveTheFold(page, "[data-fact=promised]", "I will send you a plan today.");
        aboveTheFold(page, "c-chat-match [data-confirm]", "");
        aboveTheFold(page, "c-chat-match [data-id='" + records.other() + "']", "Spare parts");
        BROWSER.screenshot(page, language);
    }

    private static void aboveTheFold(Page page, String selector, String text) {
        Locator shown = page.locator("c-chat-now " + selector).first();
        assertThat(shown).containsText(text);
        var box = shown.boundingBox();
        assertThat(box.y + box.height).as(selector + " ends above the fold").isLessThanOrEqualTo(FOLD);
    }

    @Test
    void belowLieTheConversationsNewestFirstAndWhatWasFoundInThem() {
        Page page = page("Opportunity", records.opportunity(), "en");
        Locator talks = page.locator("c-chat-conversation");

        assertThat(talks.locator("[data-toggle] .said"))
                .hasText(new String[] {ChattedRecords.NEED, "An older question."});
        assertThat(talks.locator("c-chat-message")).hasCount(1);
        talks.nth(1).locator("[data-toggle]").click();
        assertThat(talks.nth(1).locator("c-chat-message")).containsText("Question of before");
        talks.first().locator("[data-reasons]").click();
        Locator reasons = talks.first().locator("c-chat-reasons");
        for (String found : new String[] {
            "85",
            "+30",
            "asks for a price",
            "84%",
            "the domain is the same",
            "Solution search",
            "Wants human",
            "Interactive",
            "Started"
        }) {
            assertThat(reasons).containsText(found);
        }
        WebBrowser.assertAccessible(page);
    }

    @Test
    void anAccountSaysWhoChattedAboutWhatAndWhoIsNew() {
        Locator person = page("Account", records.account(), "en").locator("c-chat-buying-group li");

        assertThat(person).hasCount(1);
        for (String known :
                new String[] {"Karin Ekdahl", "Head of Procurement", "2 conversations", "Solution search", "Complaint"
                }) {
            assertThat(person).containsText(known);
        }
        assertThat(person.locator("time")).hasText(Pattern.compile("\\d+ minutes ago"));
        // In the CRM only since they chatted.
        assertThat(person.locator("lightning-badge")).hasText("New");
    }
}
