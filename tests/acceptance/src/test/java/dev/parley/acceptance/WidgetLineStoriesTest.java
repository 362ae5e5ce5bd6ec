package dev.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a visitor writes is there once, whatever becomes of the line, the tab and the chat service. */
class WidgetLineStoriesTest {

    @RegisterExtension
    static final WebBrowser BROWSER = new WebBrowser();

    private static Path home;
    private static Org org;

    /** Frames with the words that the tab's session holds for their way do not arrive, or only when they are let go. */
    private static final String LOSSES =
            """
            const Line = WebSocket;
            const lost = (way, frame) => sessionStorage.getItem(way) && frame.includes(sessionStorage.getItem(way));
            window.WebSocket = class extends Line {
              send(frame) { if (!lost('up', frame)) super.send(frame); }
              set onmessage(hear) {
                super.onmessage = message => {
                  if (lost('later', message.data)) held.push(() => hear(message));
                  else if (!lost('down', message.data)) hear(message);
                };
              }
            };
            window.held = [];
            """;

    @BeforeAll
    static void aCompanyWithAChat() throws IOException {
        home = Installation.emptied(Path.of("target", "homes", "WidgetLineStoriesTest"));
        org = Org.start(home);
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    @Test
    void aTabThatIsClosedBeforeItHasSentLeavesItToTheNext() {
        Page first = visitor();
        start(first);
        lose(first, "up", "said in the dark");
        say(first, "said in the dark");
        assertThat(messages(first, "said in the dark")).containsText("Sending");
        lose(first, "up", "");

        first.reload();
        first.locator(".launcher").click();

        assertThat(messages(first, "said in the dark")).containsText("Delivered");
        assertThat(messages(first, "said in the dark")).hasCount(1);
        assertThat(messages(desk("said in the dark"), "said in the dark")).hasCount(1);
    }

    @Test
    void whatArrivedAlthoughTheAnswerDidNotIsNotSaidTwice() {
        Page first = visitor();
        start(first);
        lose(first, "down", "chat.message.posted");
        say(first, "heard, but not told so");
        assertThat(messages(first, "heard, but not told so")).containsText("Sending");
        assertThat(messages(desk("heard, but not told so"), "heard, but not told so"))
                .hasCount(1);
        lose(first, "down", "");

        first.reload();
        first.locator(".launcher").click();

        assertThat(messages(first, "heard, but not told so")).containsText("Delivered");
        assertThat(messages(first, "heard, but not told so")).hasCount(1);
        assertThat(messages(desk("heard, but not told so"), "heard, but not told so"))
                .hasCount(1);
    }

    @Test
    void twoTabsHaveOneConversation() {
        Page first = visitor();
        Page second = first.context().newPage();
        second.navigate(org.url() + "/site/?lang=en");
        second.locator(".launcher").click();
        start(first);

        assertThat(second.getByText("What is it about?")).isVisible();
        say(second, "from the second tab");
        assertThat(messages(first, "from the second tab")).hasCount(1);
        lose(first, "up", "from the first");
        say(first, "from the first, unsent");
        say(second, "once more from the second");
        assertThat(messages(second, "once more from the second")).containsText("Delivered");
        first.close();

        assertThat(messages(second, "from the first, unsent")).containsText("Delivered");
        assertThat(messages(second, "from the first, unsent")).hasCount(1);
        second.locator("header button").first().click();
        second.getByText("New chat").click();
        assertThat(second.getByLabel("Your question")).isVisible();
    }

    @Test
    void whatOneTabHasShownIsUnreadInNone() {
        Page first = visitor();
        Page second = first.context().newPage();
        second.navigate(org.url() + "/site/?lang=en");
        start(first);

        assertThat(messages(second, "What is it about?")).hasCount(1);
        assertThat(second.locator(".launcher .badge")).hasCount(0);
    }

    @Test
    void aTabThatAskedBeforeTheConversationHadANameAsksAgain() {
        Page first = visitor();
        start(first);
        String begun = stored(first);
        Page second = visitor();
        Page neighbour = second.context().newPage();
        neighbour.navigate(org.url() + "/site/site.css");
        lose(second, "later", "welcome");
        second.locator(".launcher").click();
        second.waitForFunction("() => held.length === 1");
        remember(neighbour, begun.replaceAll("\"conversation\":\"\\w+\"", "\"conversation\":\"\""));
        second.waitForFunction("() => held.length === 2");
        remember(neighbour, begun);
        assertThat(second.getByLabel("Your question")).isHidden();

        lose(second, "later", "");
        second.evaluate("held.pop()()");

        assertThat(second.getByText("What is it about?")).isVisible();
        assertThat(stored(second)).contains(begun.substring(0, 40));
    }

    @Test
    void whatHasComeIsNotSentAgainForATabThatClosedBeforeItKnew() {
        Page first = visitor();
        List<String> told = new CopyOnWriteArrayList<>();
        first.onWebSocket(line -> line.onFrameSent(frame -> told.add(frame.text())));
        Page second = first.context().newPage();
        second.navigate(org.url() + "/site/?lang=en");
        start(first);
        say(first, "said once");
        assertThat(messages(second, "said once")).hasCount(1);
        assertThat(messages(first, "said once")).containsText("Delivered");
        first.navigate(org.url() + "/site/site.css");

        String late = told.stream()
                .filter(frame -> frame.contains("said once"))
                .findFirst()
                .orElseThrow();
        remember(first, stored(first).replace("\"outbox\":[]", "\"outbox\":[" + late + "]"));

        second.waitForFunction("() => !JSON.parse(localStorage.getItem('parley.chat')).outbox.length");
        assertThat(messages(second, "said once")).hasCount(1);
    }

    @Test
    void wordsThatWereOnTheirWayWhenItWasClosedOpenItAgain() {
        Page visitor = visitor();
        start(visitor);
        say(visitor, "A question to a human person");
        Page desk = desk("A question to a human person");
        lose(visitor, "up", "one more thing");
        say(visitor, "one more thing");
        desk.locator("#close").click();
        assertThat(visitor.getByText("The chat has ended.")).isVisible();
        lose(visitor, "up", "");
        visitor.reload();
        visitor.locator(".launcher").click();

        assertThat(messages(visitor, "one more thing")).containsText("Delivered");
        assertThat(desk.locator("#queue button").filter(with("one more thing"))).containsText(" of ");
        assertThat(visitor.getByLabel("Write a message")).isVisible();
        desk.locator("#text").fill("Go on");
        desk.locator("#text").press("Enter");
        assertThat(messages(visitor, "Go on")).hasCount(1);
        desk.locator("#close").click();
        assertThat(visitor.getByText("How was it?")).isVisible();
    }

    @Test
    void eachSeesWhetherTheOtherWritesAndHasRead() {
        Page visitor = visitor();
        start(visitor);
        say(visitor, "I want to talk to a human: anybody there?");
        assertThat(messages(visitor, "anybody there?")).containsText("Delivered");
        Page desk = desk("anybody there?");
        desk.locator("#take").click();
        assertThat(messages(visitor, "anybody there?")).containsText("Read");
        desk.locator("#text").pressSequentially("I");

        assertThat(visitor.getByText("Maja Lindqvist is writing…")).isVisible();
        visitor.getByLabel("Write a message").pressSequentially("S");
        assertThat(desk.locator("#typing")).not().isEmpty();
        desk.locator("#text").press("Enter");
        assertThat(visitor.getByText("Maja Lindqvist is writing…")).hasCount(0);
        assertThat(desk.locator(".message.agent .who")).containsText("read");
    }

    @Test
    void theAddressIsAskedForBeforeTheLineDropsAndTheRatingMayComeLater() {
        Page visitor = visitor();
        start(visitor);
        visitor.getByText("A person, please").click();
        visitor.getByLabel("Your e-mail, in case the line drops").fill("ann@acme.example");
        visitor.getByText("Save").click();
        assertThat(visitor.getByText("Noted: ann@acme.example.")).isVisible();
        assertThat(visitor.getByLabel("Your e-mail, in case the line drops")).isHidden();
        visitor.getByText("End chat").click();
        assertThat(visitor.getByText("How was it?")).isVisible();
        visitor.navigate(org.url() + "/site/?lang=en");
        visitor.locator(".launcher").click();

        visitor.getByLabel("4 of 5").check();
        visitor.locator(".body form:visible button").click();
        assertThat(visitor.getByText("Thank you!")).isVisible();
        visitor.reload();
        visitor.locator(".launcher").click();
        assertThat(visitor.getByText("Thank you!")).isVisible();
        assertThat(visitor.getByText("How was it?")).isHidden();
    }

    @Test
    void theChatServiceMayStartAnew() {
        Page visitor = visitor();
        start(visitor);
        String address = org.url();
        org.close();
        assertThat(visitor.getByText("The connection is lost")).isVisible();
        say(visitor, "while nobody was there");
        org = Org.again(home, address);

        assertThat(messages(visitor, "while nobody was there")).containsText("Delivered");
        assertThat(visitor.getByText("The connection is lost")).isHidden();
        assertThat(messages(visitor, "while nobody was there")).hasCount(1);
        assertThat(messages(visitor, "What is it about?")).hasCount(1);
    }

    @Test
    void aLineThatIsSilentWithoutBeingClosedIsNoticed() {
        Page visitor = visitor();
        visitor.clock().install();
        visitor.reload();
        start(visitor);
        lose(visitor, "up", "\"");
        lose(visitor, "down", "\"");
        visitor.clock().runFor(30_000);
        assertThat(visitor.getByText("The connection is lost")).isVisible();

        lose(visitor, "up", "");
        lose(visitor, "down", "");
        visitor.clock().runFor(5_000);
        assertThat(visitor.getByText("The connection is lost")).isHidden();
    }

    @Test
    void aConversationThatIsNoLongerKnownLeavesWhatWasWritten() {
        Page visitor = visitor();
        start(visitor);
        lose(visitor, "up", "not to be lost");
        say(visitor, "not to be lost");
        visitor.evaluate("localStorage.setItem('parley.chat', localStorage.getItem('parley.chat')"
                + ".replace(/\"conversation\":\"\\w+\"/, '\"conversation\":\"gone\"'))");
        visitor.reload();
        visitor.locator(".launcher").click();

        assertThat(visitor.getByLabel("Your question")).hasValue("not to be lost");
    }

    @Test
    void aPromiseThatIsBrokenIsNotMadeOnAndOn() {
        Page visitor = BROWSER.open("about:blank");
        visitor.clock().install();
        visitor.navigate(org.url() + "/site/?lang=en");
        start(visitor);
        say(visitor, "A person, please");
        assertThat(visitor.locator(".notice")).containsText("within five minutes");

        visitor.clock().fastForward("05:02");

        assertThat(visitor.locator(".notice")).containsText("longer than we promised");
        assertThat(visitor.getByText("Call me")).isVisible();
    }

    /** As some browsers pass on the machine's own name of a language. */
    @Test
    void aLanguageThatIsNoTagDoesNotKeepTheChatAway() {
        Page visitor = BROWSER.open("about:blank");
        visitor.addInitScript(
                "Object.defineProperty(Navigator.prototype, 'languages', { get: () => ['en-US@posix', 'en'] })");
        visitor.navigate(org.url() + "/site/?lang=en");
        start(visitor);

        say(visitor, "What time is it there?");

        assertThat(messages(visitor, "What time is it there?")).containsText("Delivered");
    }

    private static Page visitor() {
        Page page = BROWSER.open("about:blank");
        page.addInitScript(LOSSES);
        page.navigate(org.url() + "/site/?lang=en");
        return page;
    }

    private static String stored(Page page) {
        return (String) page.evaluate("localStorage.getItem('parley.chat')");
    }

    /** What another tab of the same browser would put there. */
    private static void remember(Page page, String chat) {
        page.evaluate("chat => localStorage.setItem('parley.chat', chat)", chat);
    }

    private static void lose(Page page, String way, String words) {
        page.evaluate("([way, words]) => sessionStorage.setItem(way, words)", List.of(way, words));
    }

    private static void start(Page visitor) {
        if (visitor.locator(".launcher").isVisible()) {
            visitor.locator(".launcher").click();
        }
        visitor.getByText("Start chat").click();
        assertThat(visitor.getByText("What is it about?")).isVisible();
    }

    private static void say(Page visitor, String text) {
        visitor.getByLabel("Write a message").fill(text);
        visitor.getByLabel("Write a message").press("Enter");
    }

    private static Page desk(String lastWords) {
        Page desk = BROWSER.open(org.url() + "/desk/?lang=en");
        desk.locator("#queue button").filter(with(lastWords)).click();
        return desk;
    }

    private static Locator messages(Page page, String text) {
        return page.locator(".message").filter(with(text));
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
