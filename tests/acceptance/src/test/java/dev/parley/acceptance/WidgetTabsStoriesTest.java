package dev.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The tabs of one browser have one conversation, and what is said in it is there once. */
class WidgetTabsStoriesTest extends WidgetLineStage {

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
}
