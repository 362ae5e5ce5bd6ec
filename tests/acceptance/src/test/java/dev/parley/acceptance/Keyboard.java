package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A page for who has no mouse: the focus is moved by Tab alone, and can be seen wherever it stops. */
record Keyboard(Page page) {

    private static final int MOST_STOPS = 150;

    /** An outline or a shadow around it; the colours are for axe to judge. */
    private static final String IS_SEEN =
            """
            element => {
              const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
              const { width, height } = element.getBoundingClientRect();
              const outlined = outlineStyle !== 'none' && outlineWidth !== '0px';
              return (outlined || boxShadow !== 'none') && width > 0 && height > 0;
            }""";

    /** Presses Tab until the focus is on such an element. */
    Keyboard to(String selector) {
        return walk("Tab", selector);
    }

    /** Presses Shift and Tab until it is. */
    Keyboard backTo(String selector) {
        return walk("Shift+Tab", selector);
    }

    private Keyboard walk(String key, String selector) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press(key);
            assertThat(isSeen())
                    .as("the focus on " + described() + " can be seen")
                    .isTrue();
            if (isOn(selector)) {
                return this;
            }
        }
        throw new AssertionError(key + " does not lead to " + selector + "; the focus is on " + described());
    }

    /** Between the page's last stop and its first the focus is in the browser's own frame. */
    private boolean isSeen() {
        return focused().count() == 0 || (Boolean) focused().first().evaluate(IS_SEEN);
    }

    Keyboard press(String key) {
        page.keyboard().press(key);
        return this;
    }

    boolean isOn(String selector) {
        return page.locator(selector).and(focused()).count() > 0;
    }

    /** Fails if the focus has gone back to the page's beginning. */
    void isWithin(String selector) {
        assertThat(focused().count()).as("something has the focus").isPositive();
        assertThat(page.locator(selector).locator(focused()).count())
                .as("the focus, on " + described() + ", is within " + selector)
                .isPositive();
    }

    private String described() {
        return focused().count() == 0
                ? "nothing"
                : focused().first().evaluate("e => e.cloneNode().outerHTML").toString();
    }

    private Locator focused() {
        return page.locator("*:focus");
    }
}
