package dev.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Visitor, agent and seller, each in a browser of their own; Parley between them. */
class WidgetStoriesTest {

    @RegisterExtension
    static final Installation HERE = Installation.with("source.default.mode", "handoff");

    @RegisterExtension
    static final WebBrowser BROWSER = new WebBrowser();

    private static String opportunity;

    @BeforeAll
    static void prepare() {
        Org org = HERE.org();
        String account = org.create("Account", Map.of("Name", "Hallands Bruk AB", "Website", "hallandsbruk.example"));
        String contact = org.create(
                "Contact",
                Map.of(
                        "LastName",
                        "Ryd",
                        "FirstName",
                        "Eva",
                        "Email",
                        "eva@hallandsbruk.example",
                        "AccountId",
                        account));
        opportunity = org.create(
                "Opportunity",
                Map.of(
                        "Name",
                        "Mill rollout",
                        "AccountId",
                        account,
                        "StageName",
                        "Qualification",
                        "CloseDate",
                        "2027-03-31"));
        org.create(
                "OpportunityContactRole",
                Map.of("OpportunityId", opportunity, "ContactId", contact, "Role", "Decision Maker"));
        org.speakTo(HERE.plugin());
    }

    @Test
    void fromTheFirstQuestionToTheRatingAndTheSellerReadsAlong() {
        Page visitor = site("");
        start(visitor, "Eva Ryd", "eva@hallandsbruk.example", "We need a quote for our second paper line");
        assertThat(visitor.getByText("a bot, not a person")).isVisible();
        assertThat(visitor.getByText("roughly how many machines")).isVisible();
        Page desk = BROWSER.open(HERE.org().url() + "/desk/");
        desk.locator("#queue button").filter(with("Eva Ryd")).click();
        assertThat(desk.locator("#about")).containsText("Hallands Bruk AB", soon());
        say(visitor, "Bearings mostly, all over the mill");
        assertThat(visitor.getByText("I am fetching a colleague")).isVisible();
        // The CRM knows it.
        assertThat(visitor.getByText("Which company are you with?")).hasCount(0);

        assertThat(desk.locator("#log")).containsText("Bearings mostly, all over the mill");
        desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take it"))
                .click();
        assertThat(visitor.getByText("Maja Lindqvist has joined")).isVisible();
        answer(desk, "Gladly. Is it a trial first, or all of it?");
        assertThat(visitor.getByText("Is it a trial first")).isVisible();
        say(visitor, "All of it, before the summer");
        assertThat(desk.locator("#log")).containsText("before the summer");
        assertThat(message(visitor, "before the summer")).containsText("Read");
        BROWSER.screenshot(visitor, "visitor");
        WebBrowser.assertAccessible(visitor);
        assertThat(desk.locator("#about")).containsText("Mill rollout", soon());
        BROWSER.screenshot(desk, "desk");
        WebBrowser.assertAccessible(desk);

        Page seller = BROWSER.open(HERE.org().url() + "/lightning/r/Opportunity/" + opportunity + "/view");
        awaitOnPage(seller, "before the summer");

        desk.locator("#colleague").selectOption("tobias");
        desk.locator("#note").fill("Knows the mill; wants a price by Friday.");
        desk.locator("#transfer button").click();
        assertThat(visitor.getByText("Tobias Kern takes over and is reading the whole conversation"))
                .isVisible();
        assertThat(visitor.getByText("wants a price by Friday")).hasCount(0);
        Page colleague = BROWSER.open(HERE.org().url() + "/desk/");
        colleague.locator("#me").selectOption("tobias");
        colleague.locator("#queue button").filter(with("Eva Ryd")).click();
        assertThat(colleague.locator("#log")).containsText("Knows the mill");
        answer(colleague, "Eva, you will have the price on Friday.");
        assertThat(visitor.getByText("you will have the price on Friday")).isVisible();
        awaitOnPage(seller, "you will have the price on Friday");

        visitor.getByRole(AriaRole.BUTTON, named("Meet")).click();
        assertThat(visitor.getByText("You asked for a meeting")).isVisible();
        assertThat(colleague.locator("#log")).containsText("Asks for a meeting");
        colleague.locator("#close").click();
        visitor.getByLabel("5 of 5").check();
        visitor.getByLabel("Anything you want to tell us?").fill("Quick and clear");
        visitor.getByRole(AriaRole.BUTTON, named("Send")).click();
        assertThat(visitor.getByText("Thank you!")).isVisible();

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonNode record = HERE.org()
                    .one("SELECT Status__c, Satisfaction__c, Message_Count__c FROM Chat_Conversation__c"
                            + " WHERE Opportunity__c = '" + opportunity + "'");
            assertThat(record.path("Status__c").asText()).isEqualTo("Closed");
            assertThat(record.path("Satisfaction__c").asInt()).isEqualTo(100);
        });
        seller.reload();
        awaitOnPage(seller, "you will have the price on Friday");
        assertThat(seller.getByText("wants a price by Friday")).hasCount(0);
        BROWSER.screenshot(seller, "seller");
    }

    @Test
    void aLostNetworkLosesAndDoublesNothing() {
        Page visitor = site("");
        start(visitor, "Per Lind", "per@lind.example", "");
        assertThat(visitor.getByText("What is it about?")).isVisible();
        say(visitor, "I want to talk to a human");
        assertThat(visitor.getByText("I am fetching a colleague")).isVisible();
        Page desk = BROWSER.open(HERE.org().url() + "/desk/");
        desk.locator("#queue button").filter(with("Per Lind")).click();
        answer(desk, "Here I am");
        assertThat(visitor.getByText("Here I am")).isVisible();

        visitor.context().setOffline(true);
        assertThat(visitor.getByText("The connection is lost")).isVisible();
        say(visitor, "first words in the dark");
        say(visitor, "second words in the dark");
        answer(desk, "Are you still there?");
        assertThat(message(visitor, "second words")).containsText("Sending");
        BROWSER.screenshot(visitor, "offline");
        visitor.context().setOffline(false);

        assertThat(visitor.getByText("Are you still there?")).isVisible();
        assertThat(message(visitor, "second words in the dark")).containsText("Read");
        assertThat(visitor.getByText("The connection is lost")).isHidden();
        for (Page page : List.of(visitor, desk)) {
            assertThat(messages(page, "first words in the dark")).hasCount(1);
            assertThat(messages(page, "second words in the dark")).hasCount(1);
            assertThat(messages(page, "Are you still there?")).hasCount(1);
        }
        visitor.reload();
        visitor.getByRole(AriaRole.BUTTON, named("Chat with us")).click();
        assertThat(messages(visitor, "Are you still there?")).hasCount(1);
        assertThat(messages(visitor, "first words in the dark")).hasCount(1);
    }

    @Test
    void thePluginMayBeAwayMeanwhile() {
        HERE.plugin().kill();
        Page visitor = site("");
        start(visitor, "Iris Falk", "iris@falkpress.example", "The alarm at the press does not stop");
        assertThat(visitor.getByText("look into it with you")).isVisible();
        HERE.plugin().start();

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(HERE.org()
                                .soql("SELECT Id FROM Contact WHERE Email =" + " 'iris@falkpress.example'")
                                .size()
                        + HERE.org()
                                .soql("SELECT Id FROM Lead WHERE Email = 'iris@falkpress.example'")
                                .size())
                .isEqualTo(1));
    }

    @Test
    void speaksPersianFromRightToLeft() {
        Page visitor = site("?lang=fa");
        visitor.getByRole(AriaRole.BUTTON, named("گفتگو با ما")).click();
        assertThat(visitor.locator("#parley-chat")).hasAttribute("dir", "rtl");
        visitor.getByLabel("پرسش شما").fill("قیمت سی حسگر چقدر است؟");
        visitor.getByRole(AriaRole.BUTTON, named("شروع گفتگو")).click();
        assertThat(visitor.getByText("یک ربات، نه یک انسان")).isVisible();
        assertThat(visitor.getByText("قیمت سی حسگر")).isVisible();
        BROWSER.screenshot(visitor, "persian");
        WebBrowser.assertAccessible(visitor);
    }

    @Test
    void theKeyboardIsEnough() {
        Page visitor = site("");
        visitor.getByRole(AriaRole.BUTTON, named("Chat with us")).focus();
        visitor.keyboard().press("Enter");
        assertThat(visitor.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)))
                .isFocused();
        BROWSER.screenshot(visitor, "form");
        WebBrowser.assertAccessible(visitor);
        for (int i = 0; i < 20; i++) {
            visitor.keyboard().press("Tab");
            assertThat((Boolean) visitor.evaluate("document.activeElement.id === 'parley-chat'"))
                    .isTrue();
        }
        visitor.keyboard().press("Escape");
        assertThat(visitor.getByRole(AriaRole.BUTTON, named("Chat with us"))).isFocused();
    }

    @Test
    void whoDeclinedTheInvitationIsNotInvitedAgain() {
        Page visitor = BROWSER.open("about:blank");
        visitor.clock().install();
        visitor.navigate(HERE.org().url() + "/site/");
        visitor.clock().runFor(31_000);
        assertThat(visitor.getByText("Can we help you?")).isVisible();
        visitor.getByRole(AriaRole.BUTTON, named("No, thanks")).click();
        assertNothingIsAskedFor(visitor);
    }

    @Test
    void whatIsDeclinedInOneTabIsDeclinedInAll() {
        Page first = BROWSER.open("about:blank");
        first.clock().install();
        first.navigate(HERE.org().url() + "/site/");
        Page second = first.context().newPage();
        second.navigate(HERE.org().url() + "/site/");
        first.clock().runFor(31_000);
        assertThat(first.getByText("Can we help you?")).isVisible();
        assertThat(second.getByText("Can we help you?")).isVisible();

        first.getByRole(AriaRole.BUTTON, named("No, thanks")).press("Escape");

        assertThat(second.getByText("Can we help you?")).hasCount(0);
    }

    @Test
    void whoHasLookedAndLeftIsNotInvited() {
        Page visitor = BROWSER.open("about:blank");
        visitor.clock().install();
        visitor.navigate(HERE.org().url() + "/site/");
        visitor.getByRole(AriaRole.BUTTON, named("Chat with us")).click();
        visitor.keyboard().press("Escape");
        assertNothingIsAskedFor(visitor);
    }

    /** On their next page: whoever is to be invited is so by the chat service's leave, which takes a line to it. */
    private static void assertNothingIsAskedFor(Page visitor) {
        AtomicInteger lines = new AtomicInteger();
        visitor.onWebSocket(line -> lines.incrementAndGet());
        visitor.reload();
        visitor.clock().runFor(31_000);
        assertThat(visitor.getByText("Can we help you?")).hasCount(0);
        assertThat(lines).hasValue(0);
        visitor.evaluate("localStorage.clear()");
        visitor.reload();
        visitor.clock().runFor(31_000);
        assertThat(visitor.getByText("Can we help you?")).isVisible();
        assertThat(lines).hasValue(1);
    }

    @Test
    void outOfHoursItTakesTheMessageAndSaysSo() {
        Page desk = BROWSER.open(HERE.org().url() + "/desk/");
        desk.locator("#hours").click();
        assertThat(desk.locator("#hours")).containsText("Closed");
        try {
            Page visitor = site("");
            start(visitor, "Ola Berg", "ola@berg.example", "Do you deliver to Norway?");
            assertThat(visitor.getByText("We are not here right now")).isVisible();
            visitor.getByRole(AriaRole.BUTTON, named("Call me back")).click();
            visitor.getByLabel("Phone").fill("+47 21 55 50 10");
            visitor.getByRole(AriaRole.BUTTON, named("Send request")).click();
            assertThat(visitor.getByText("we will call you back")).isVisible();
            assertThat(desk.locator("#queue button").filter(with("Ola Berg"))).isVisible();
            assertNobodyIsInvited();
        } finally {
            desk.locator("#hours").click();
            assertThat(desk.locator("#hours")).containsText("Open");
        }
    }

    /** Once the chat service has told that nobody is there. */
    private static void assertNobodyIsInvited() {
        Page visitor = BROWSER.open("about:blank");
        AtomicInteger told = new AtomicInteger();
        visitor.onWebSocket(line -> line.onFrameReceived(frame -> told.incrementAndGet()));
        visitor.clock().install();
        visitor.navigate(HERE.org().url() + "/site/");
        visitor.clock().runFor(31_000);
        visitor.waitForCondition(() -> told.get() > 0);
        assertThat(visitor.getByRole(AriaRole.BUTTON, named("Chat with us"))).isVisible();
        assertThat(visitor.getByText("Can we help you?")).hasCount(0);
    }

    private static Page site(String query) {
        return BROWSER.open(
                HERE.org().url() + "/site/" + query,
                new Browser.NewContextOptions().setLocale("en-GB").setTimezoneId("Europe/Stockholm"));
    }

    private static void start(Page visitor, String name, String email, String question) {
        visitor.getByRole(AriaRole.BUTTON, named("Chat with us")).click();
        visitor.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        visitor.getByLabel("Work e-mail").fill(email);
        visitor.getByLabel("Your question").fill(question);
        visitor.getByRole(AriaRole.BUTTON, named("Start chat")).click();
    }

    private static void say(Page visitor, String text) {
        visitor.getByLabel("Write a message").fill(text);
        visitor.getByLabel("Write a message").press("Enter");
    }

    private static void answer(Page desk, String text) {
        desk.locator("#text").fill(text);
        desk.locator("#text").press("Enter");
    }

    private static Locator messages(Page page, String text) {
        return page.locator(".message").filter(with(text));
    }

    private static Locator message(Page visitor, String text) {
        return visitor.locator(".message.mine").filter(with(text));
    }

    /** The page refreshes itself: nobody loads it anew. */
    private static void awaitOnPage(Page seller, String text) {
        seller.getByText(text)
                .first()
                .waitFor(new Locator.WaitForOptions()
                        .setState(WaitForSelectorState.ATTACHED)
                        .setTimeout(60_000));
    }

    /** What Parley has found out takes a delivery to come. */
    private static LocatorAssertions.ContainsTextOptions soon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
