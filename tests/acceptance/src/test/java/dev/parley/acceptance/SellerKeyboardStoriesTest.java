package dev.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A seller who uses the keyboard alone reads, decides and finds on a record's page, and never loses their place. */
class SellerKeyboardStoriesTest {

    @RegisterExtension
    static final WebBrowser BROWSER = new WebBrowser();

    private static final int OLDER = 23;

    private static Org org;
    private static String seller;

    @BeforeAll
    static void start() throws IOException {
        org = Org.start(Installation.emptied(Path.of("target", "homes", "SellerKeyboardStoriesTest")));
        seller = org.one("SELECT Id FROM User WHERE Username LIKE 'admin@%'")
                .path("Id")
                .asText();
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fa"})
    void anOfferIsTakenAndPutRightAndTheDeskIsOpened(String language) {
        ChattedRecords records = ChattedRecords.in(org);
        String offered = records.offered("taken-" + language, seller);
        Page page = open(records, language);
        Keyboard keyboard = new Keyboard(page);
        Locator news = page.locator("c-chat-now [data-command]");
        assertThat(news).hasAttribute("role", "status");
        assertThat(news).isEmpty();

        Page desk =
                page.waitForPopup(() -> keyboard.to("c-chat-now [data-desk]").press("Enter"));
        assertThat(desk.url()).contains("/desk/?source=website&conversation=taken-" + language);
        desk.close();

        AtomicReference<Route> given = new AtomicReference<>();
        page.route("**/sobjects/Chat_Command__c", given::set);
        keyboard.to("c-chat-now [data-accept]").press("Enter");
        assertThat(page.locator("c-chat-now [data-accept]")).hasCSS("opacity", "0.5");
        assertThat(page.locator("c-chat-now c-chat-match [data-id]").first()).hasCSS("opacity", "0.5");
        given.get().resume();
        page.unroute("**/sobjects/Chat_Command__c");
        assertThat(news).not().isEmpty();
        assertThat(page.locator("c-chat-now c-chat-match [data-id]").first()).hasCSS("opacity", "1");
        keyboard.isWithin("c-chat-now");
        assertThat(command(offered)).isEqualTo("Accept");
        answered(offered, "You take it.", Map.of("Handoff_Status__c", "Accepted"));
        assertThat(news).hasText("You take it.");
        assertThat(page.locator("c-chat-now [data-accept]")).hasCount(0);
        keyboard.isWithin("c-chat-now");

        keyboard.to("c-chat-now c-chat-match [data-id='" + records.other() + "']")
                .press("Space");
        assertThat(news).not().hasText("You take it.");
        assertThat(command(offered)).isEqualTo("Correct match");
        answered(offered, "It is moved.", Map.of("Opportunity__c", records.other(), "Match_Decision__c", "Manual"));
        assertThat(news).hasText("It is moved.");
        assertThat(page.locator("c-chat-now c-chat-match [data-id='" + records.other() + "']"))
                .hasCount(0);
        keyboard.isWithin("c-chat-now");
        WebBrowser.assertAccessible(page);
        BROWSER.screenshot(page, "taken-" + language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fa"})
    void conversationsAreFoundOpenedAndExplained(String language) {
        ChattedRecords records = ChattedRecords.in(org);
        records.offered("found-" + language, seller);
        for (int number = 0; number < OLDER; number++) {
            records.conversation(
                    "older-" + language + number, 60L + number, Map.of("Need__c", "About topic t" + number + "."));
        }
        Page page = open(records, language);
        Keyboard keyboard = new Keyboard(page);
        Locator talks = page.locator("c-chat-conversation");
        assertThat(talks).hasCount(20);
        Locator count = page.locator("c-chat-timeline > section > [role=status]");
        String before = count.textContent();

        keyboard.to("c-chat-timeline lightning-button button").press("Enter");
        assertThat(talks).hasCount(OLDER + 1);
        assertThat(count).not().hasText(before);
        keyboard.isWithin("c-chat-conversation:nth-of-type(21)");
        keyboard.press("Space");
        assertThat(talks.nth(20).locator("c-chat-message")).containsText("Question of older-" + language + "19");
        keyboard.to("c-chat-conversation:nth-of-type(21) [data-reasons]").press("Space");
        assertThat(talks.nth(20).locator("c-chat-reasons")).isVisible();
        WebBrowser.assertAccessible(page);
        BROWSER.screenshot(page, "opened-" + language);

        records.conversation("newest-" + language, 0, Map.of("Need__c", "A new question."));
        assertThat(talks).hasCount(OLDER + 2);
        assertThat(keyboard.isOn("c-chat-conversation [data-reasons]")).isTrue();
        assertThat(page.locator("c-chat-conversation [data-toggle][aria-expanded=true]"))
                .hasCount(3);

        keyboard.backTo("c-chat-timeline select").press("ArrowDown");
        assertThat(talks).hasCount(1);
        keyboard.press("ArrowUp");
        assertThat(talks).hasCount(OLDER + 2);
        keyboard.backTo("c-chat-timeline input");
        page.keyboard().type("t7.");
        assertThat(talks).hasCount(1);
        keyboard.press("Escape");
        assertThat(talks).hasCount(OLDER + 2);

        keyboard.backTo("c-chat-now c-chat-choose [data-open]").press("Enter");
        keyboard.to("c-chat-now c-chat-choose input");
        page.keyboard().type("Bergslags");
        keyboard.press("Enter").to("c-chat-now c-chat-choose [data-id]").press("Escape");
        assertThat(page.locator("c-chat-now c-chat-choose input")).hasCount(0);
        assertThat(keyboard.isOn("c-chat-now c-chat-choose [data-open]")).isTrue();
        keyboard.to(".details a, .details summary");
    }

    private static Page open(ChattedRecords records, String language) {
        Page page = BROWSER.open(org.url() + "/lightning/r/Contact/" + records.contact() + "/view?lang=" + language);
        assertThat(page.locator("c-chat-now")).isVisible();
        return page;
    }

    private static String command(String conversation) {
        return org.one("SELECT Action__c FROM Chat_Command__c WHERE Conversation__c = '" + conversation
                        + "' AND Status__c = 'New'")
                .path("Action__c")
                .asText();
    }

    /** What Parley does with a command, and says of it. */
    private static void answered(String conversation, String result, Map<String, Object> carriedOut) {
        String command = org.one("SELECT Id FROM Chat_Command__c WHERE Conversation__c = '" + conversation
                        + "' AND Status__c = 'New'")
                .path("Id")
                .asText();
        org.edit("Chat_Conversation__c", conversation, carriedOut);
        org.edit("Chat_Command__c", command, Map.of("Status__c", "Done", "Result__c", result));
    }
}
