package dev.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the visitor's first word to the seller's page in Persian: nothing that the programs say is in another language. */
class PersianDemoStoriesTest {

    @RegisterExtension
    static final Installation HERE = Installation.with("source.default.mode", "handoff");

    @RegisterExtension
    static final WebBrowser BROWSER = new WebBrowser();

    /** Names, which are the same in every language, a key of the keyboard, and what its authors have written. */
    private static final List<String> NAMES = List.of(
            "Norrvik",
            "Insight",
            "Parley",
            "CRM",
            "English",
            "Svenska",
            "Deutsch",
            "Enter",
            "Escape",
            "Maja Lindqvist",
            "Tobias Kern",
            "Shirin Daryaei",
            "Daniel Okafor",
            "Ada Admin",
            "Alborz Steel",
            "Mill rollout");

    /** What the CRM holds in the words of its administrator: stages and states, channels, rules, ids. */
    private static final List<String> CRM = List.of("talks about an open opportunity", "Prospecting", "web");

    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+|https?:\\S+|\\b00[0-9A-Za-z]{16}\\b");
    /** All that is read or read aloud, also within trees of their own. */
    private static final String TEXTS =
            """
            selector => {
              const texts = new Set();
              const add = text => text?.trim() && texts.add(text.trim().replace(/\\s+/g, ' '));
              const walk = node => {
                if (node.nodeType === 3) return add(node.data);
                if (node.nodeType === 1) {
                  if (['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT'].includes(node.tagName) || !node.checkVisibility()) return;
                  for (const name of ['aria-label', 'title', 'placeholder', 'alt']) add(node.getAttribute(name));
                  if (node.shadowRoot) walk(node.shadowRoot);
                }
                node.childNodes.forEach(walk);
              };
              add(document.title);
              walk(document.querySelector(selector));
              return [...texts];
            }
            """;

    @Test
    void nobodyReadsASentenceInAnotherLanguage() {
        String opportunity = customer();
        HERE.org().speakTo(HERE.plugin());
        Page visitor =
                BROWSER.open(HERE.org().url() + "/site/?lang=fa", new Browser.NewContextOptions().setLocale("fa-IR"));
        assertPersian(visitor, "the site");
        Locator chat = visitor.locator("#parley-chat");
        chat.locator(".launcher").click();
        chat.locator("summary").click();
        assertPersian(visitor, "the form");
        chat.locator("[name=name]").fill("آوا نیکان");
        chat.locator(".body [name=email]").fill("ava@alborzsteel.example");
        chat.locator("[name=company]").fill("Alborz Steel");
        chat.locator("form button[type=submit]").first().click();
        chat.locator(".topics button").first().click();
        say(visitor, "سی دستگاه، بیشتر یاتاقان");
        assertThat(chat.locator("[role=log]")).containsText("همکارم را خبر می‌کنم", soon());
        assertPersian(visitor, "the bot");

        Page desk = desk("maja");
        assertPersian(desk, "the desk's queue");
        open(desk);
        desk.locator("#take").click();
        desk.locator("#text").fill("با کمال میل. آزمایشی است یا برای همهٔ خطوط؟");
        desk.locator("#text").press("Enter");
        assertThat(chat.locator("[role=log]")).containsText("برای همهٔ خطوط");
        say(visitor, "برای همهٔ خطوط، تا پیش از تابستان. می‌خواهم بخریم.");
        chat.locator(".actions button").last().click();
        assertThat(desk.locator("#about")).containsText("Mill rollout", soon());
        desk.locator("#canned").selectOption(new SelectOption().setValue("papers"));
        desk.locator("#text").press("Enter");
        desk.locator("#colleague").selectOption("tobias");
        desk.locator("#note").fill("قیمت را تا جمعه می‌خواهد.");
        desk.locator("#transfer button").click();
        assertThat(chat.locator("[role=log]")).containsText("Tobias Kern");
        assertPersian(desk, "body", "the desk", CRM);
        assertPersian(visitor, "the agents");
        BROWSER.screenshot(desk, "desk");

        Page colleague = desk("tobias");
        open(colleague);
        colleague.locator("#close").click();
        chat.locator("[name=value][value='5']").check();
        assertPersian(visitor, "the rating");
        chat.locator(".body form:visible button[type=submit]").click();
        assertPersian(visitor, "the end");
        BROWSER.screenshot(visitor, "end");
        assertThat(colleague.locator("#log")).containsText("امتیاز");
        assertPersian(colleague, "body", "the desk's end", CRM);

        awaitClosed(opportunity);
        Page seller = BROWSER.open(HERE.org().url() + "/lightning/r/Opportunity/" + opportunity + "/view?lang=fa");
        assertThat(seller.getByText("سی دستگاه، بیشتر یاتاقان").first()).isVisible();
        BROWSER.screenshot(seller, "seller");
        assertPersian(seller, "c-chat-history", "what the seller reads", CRM);
    }

    private static String customer() {
        Org org = HERE.org();
        String account = org.create("Account", Map.of("Name", "Alborz Steel", "Website", "alborzsteel.example"));
        String contact = org.create(
                "Contact",
                Map.of(
                        "LastName",
                        "نیکان",
                        "FirstName",
                        "آوا",
                        "Email",
                        "ava@alborzsteel.example",
                        "AccountId",
                        account));
        String opportunity = Customer.opportunity(org, account, "Mill rollout");
        org.create("OpportunityContactRole", Map.of("OpportunityId", opportunity, "ContactId", contact));
        return opportunity;
    }

    private static Page desk(String agent) {
        Page desk =
                BROWSER.open(HERE.org().url() + "/desk/?lang=fa", new Browser.NewContextOptions().setLocale("fa-IR"));
        desk.locator("#me").selectOption(agent);
        return desk;
    }

    private static void open(Page desk) {
        desk.locator("#queue button")
                .filter(new Locator.FilterOptions().setHasText("آوا نیکان"))
                .click();
    }

    private static void say(Page visitor, String text) {
        Locator words = visitor.locator("#parley-chat .composer textarea");
        words.fill(text);
        words.press("Enter");
    }

    private static void awaitClosed(String opportunity) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(HERE.org()
                        .one("SELECT Status__c FROM Chat_Conversation__c WHERE Opportunity__c = '" + opportunity + "'")
                        .path("Status__c")
                        .asText())
                .isEqualTo("Closed"));
    }

    private static void assertPersian(Page page, String where) {
        assertPersian(page, "body", where, List.of());
    }

    private static void assertPersian(Page page, String selector, String where, List<String> alsoKnown) {
        List<?> texts = (List<?>) page.evaluate(TEXTS, selector);
        assertThat(texts.stream().map(Object::toString).filter(text -> isForeign(text, alsoKnown)))
                .as(where)
                .isEmpty();
        assertThat(texts).as("texts of " + where).hasSizeGreaterThan(5);
    }

    private static boolean isForeign(String text, List<String> alsoKnown) {
        String words = ADDRESS.matcher(text).replaceAll("");
        for (String name : Stream.of(NAMES, alsoKnown).flatMap(List::stream).toList()) {
            words = words.replace(name, "");
        }
        return words.matches("(?s).*[A-Za-z]{2}.*");
    }

    private static LocatorAssertions.ContainsTextOptions soon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    }
}
