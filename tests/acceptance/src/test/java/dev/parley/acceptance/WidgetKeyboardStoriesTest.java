package dev.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole chat by somebody who has no mouse: every stop of the keyboard is seen, and none is lost. */
class WidgetKeyboardStoriesTest {

    @RegisterExtension
    static final WebBrowser BROWSER = new WebBrowser();

    private static final int STOPS = 40;
    /** The element that has the keyboard, also within the chat's own tree. */
    private static final String AT = "(document.activeElement.shadowRoot?.activeElement ?? document.activeElement)";

    private static Org org;

    private Page visitor;
    private Locator chat;

    @BeforeAll
    static void aCompanyWithAChat() throws IOException {
        org = Org.start(Installation.emptied(Path.of("target", "homes", "WidgetKeyboardStoriesTest")));
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en, ltr, Ann Berg, (bot), I did not understand, Five years, 1, Thank you!",
        "fa, rtl, آوا نیکان, (ربات), متوجه نشدم, پنج سال, ۱, سپاسگزاریم!"
    })
    void theKeyboardAloneIsEnoughFromTheFirstWordToTheRating(
            String lang,
            String dir,
            String name,
            String bot,
            String puzzled,
            String answer,
            String unread,
            String thanks) {
        visitor = BROWSER.open(org.url() + "/site/?lang=" + lang);
        chat = visitor.locator("#parley-chat");
        assertThat(chat).hasAttribute("dir", dir);
        goTo(".launcher");
        press("Enter");
        at("[name=name]");
        WebBrowser.assertAccessible(visitor);
        fillIn(name);

        assertThat(chat.locator("[role=log][aria-live=polite] .message .who").first())
                .containsText(bot);
        goTo(".topics button:nth-child(2)");
        press("Enter");
        at(".composer textarea");
        assertThat(chat.locator("[role=log]")).containsText("Insight");
        visitor.keyboard().type("Xyzzy");
        press("Enter");
        assertThat(chat.locator("[role=log]")).containsText(puzzled);
        WebBrowser.assertAccessible(visitor);
        goTo(".actions button:first-child");
        press("Space");
        at(".composer textarea");

        Page desk = agent(name);
        say(desk, answer);
        assertThat(chat.locator("[role=log][aria-live=polite] .message .text").filter(with(answer)))
                .isVisible();
        press("Escape");
        at(".launcher");
        say(desk, "https://norrvik.example/battery");
        assertThat(chat.locator(".launcher .badge")).containsText(unread);
        assertThat(chat.locator(".silent[role=status]")).containsText("Maja Lindqvist");
        press("Enter");
        at(".composer textarea");
        goTo(".message a[href='https://norrvik.example/battery']");
        BROWSER.screenshot(visitor, lang);

        goTo("header button:nth-of-type(1)");
        press("Enter");
        rate();
        assertThat(chat.locator("[role=log]")).containsText(thanks);
        at(".body > button.main");
        WebBrowser.assertAccessible(visitor);
        press("Enter");
        at("[name=name]");
        press("Escape");
        at(".launcher");
    }

    private void fillIn(String name) {
        visitor.keyboard().type(name);
        press("Tab");
        visitor.keyboard().type("ann@");
        goTo("form button[type=submit]");
        press("Enter");
        at(".body [name=email]");
        assertThat(chat.locator("[aria-invalid]")).hasAttribute("name", "email");
        assertThat(chat.locator(".said:not(:empty)")).containsText("name@company.com");
        press("End");
        visitor.keyboard().type("acme.example");
        goTo("form button[type=submit]");
        press("Enter");
        at(".composer textarea");
    }

    private void rate() {
        at("[name=value][value='1']");
        press("Space");
        for (int star = 2; star <= 5; star++) {
            press("ArrowDown");
        }
        assertThat(chat.locator("[name=value][value='5']")).isChecked();
        press("Tab");
        at("[name=comment]");
        WebBrowser.assertAccessible(visitor);
        press("Tab");
        press("Enter");
    }

    private static Page agent(String name) {
        Page desk = BROWSER.open(org.url() + "/desk/?lang=en");
        desk.locator("#queue button").filter(with(name)).click();
        return desk;
    }

    private static void say(Page desk, String text) {
        desk.locator("#text").fill(text);
        desk.locator("#text").press("Enter");
    }

    /** Along the page by the Tab key, as far as it takes. */
    private void goTo(String selector) {
        assertThat(chat.locator(selector).first()).isVisible();
        for (int stop = 0; stop < STOPS && !isAt(selector); stop++) {
            press("Tab");
        }
        at(selector);
    }

    private boolean isAt(String selector) {
        return (Boolean) visitor.evaluate("selector => " + AT + ".matches(selector)", selector);
    }

    private void at(String selector) {
        visitor.waitForFunction("selector => " + AT + ".matches(selector)", selector);
    }

    private void press(String key) {
        visitor.keyboard().press(key);
        assertThat(visitor.evaluate(
                                "() => { const at = " + AT + "; const style = getComputedStyle(at);"
                                        + " return at === document.body ? 'lost' : style.outlineStyle + ' ' + style.outlineWidth; }")
                        .toString())
                .as("where the keyboard is after " + key + ", and how one sees it")
                .matches(Pattern.compile("(solid|auto) [1-9].*"));
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
