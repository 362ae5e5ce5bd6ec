package dev.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chat on a phone, on a small window and enlarged twice: all of it is reached, nothing is cut off at the side. */
class WidgetSizeStoriesTest {

    @RegisterExtension
    static final WebBrowser BROWSER = new WebBrowser();

    /** Enough of what was said to follow it. */
    private static final int LINES_OF_TALK_PX = 110;

    private static Org org;

    @BeforeAll
    static void aCompanyWithAChat() throws IOException {
        org = Org.start(Installation.emptied(Path.of("target", "homes", "WidgetSizeStoriesTest")));
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    /** 640 by 400 is what 1280 by 800 leaves at 200 %. */
    @ParameterizedTest
    @CsvSource({
        "sv, 1280, 800", "sv, 360, 640", "sv, 640, 400",
        "de, 1280, 800", "de, 360, 640", "de, 640, 400",
        "fa, 1280, 800", "fa, 360, 640", "fa, 640, 400",
        "zh, 1280, 800", "zh, 360, 640", "zh, 640, 400"
    })
    void everythingFitsAndIsReached(String lang, int width, int height) {
        Page visitor = BROWSER.open(
                org.url() + "/site/?lang=" + lang,
                new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
        visitor.setViewportSize(width, height);
        visitor.locator(".launcher").click();
        assertFits(visitor);
        BROWSER.screenshot(visitor, lang + "-" + width + "-form");

        visitor.locator(".body form button[type=submit]").first().click();
        assertThat(visitor.locator(".topics button")).hasCount(4);
        assertFits(visitor);
        BROWSER.screenshot(visitor, lang + "-" + width + "-topics");
        visitor.locator(".topics button").last().click();
        assertThat(visitor.locator(".panel > .ask").first()).isVisible();
        assertFits(visitor);
        assertThat(talk(visitor)).as("room for what was said").isGreaterThan(LINES_OF_TALK_PX);
        assertSeen(visitor.locator(".composer textarea"), visitor);
        BROWSER.screenshot(visitor, lang + "-" + width + "-waiting");

        visitor.locator(".actions button:visible").first().click();
        assertFits(visitor);
        assertSeen(visitor.locator("[name=phone]"), visitor);
        BROWSER.screenshot(visitor, lang + "-" + width + "-callback");
        visitor.keyboard().press("Escape");
        visitor.locator("header button").first().click();
        visitor.locator(".stars").scrollIntoViewIfNeeded();
        assertFits(visitor);
        BROWSER.screenshot(visitor, lang + "-" + width + "-rating");
    }

    /** How much of the talk one sees between what stays at the top and the field to write in. */
    private static double talk(Page visitor) {
        BoundingBox body = visitor.locator(".body").boundingBox();
        BoundingBox top = visitor.locator(".panel > header").boundingBox();
        double from = Math.max(body.y, top.y + top.height);
        return Math.min(body.y + body.height, visitor.locator(".composer").boundingBox().y) - from;
    }

    private static void assertFits(Page visitor) {
        assertThat(visitor.evaluate(
                        "() => [...document.querySelector('#parley-chat').shadowRoot.querySelectorAll('.panel, .panel *')]"
                                + ".filter(node => node.checkVisibility() && !node.closest('.silent, option')"
                                + " && (node.getBoundingClientRect().left < 0 || node.getBoundingClientRect().right > innerWidth + 1))"
                                + ".map(node => node.outerHTML.slice(0, 80)).join('\\n')"))
                .as("what is cut off at a side")
                .isEqualTo("");
    }

    private static void assertSeen(Locator what, Page visitor) {
        what.scrollIntoViewIfNeeded();
        BoundingBox box = what.boundingBox();
        assertThat(box.y).isNotNegative();
        assertThat(box.y + box.height).isLessThanOrEqualTo(visitor.viewportSize().height + 1);
    }
}
