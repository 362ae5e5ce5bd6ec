package dev.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** What a visitor writes is there once, whatever becomes of the line and the chat service. */
class WidgetLineStoriesTest extends WidgetLineStage {

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
}
