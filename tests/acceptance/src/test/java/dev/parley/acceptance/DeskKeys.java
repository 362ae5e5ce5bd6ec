package dev.parley.acceptance;

import com.microsoft.playwright.Page;

/** The desk for who has a keyboard and nothing else. */
record DeskKeys(Page desk) {

    static final int MOST_STOPS = 40;

    /** How the focus stands out, and where it is: the id, or the group's for what has none. */
    private static final String FOCUS =
            """
            () => {
              const node = document.activeElement, style = getComputedStyle(node), box = node.getBoundingClientRect();
              const seen = style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2
                && box.width > 0 && box.bottom > 0 && box.top < innerHeight && node.matches(':focus-visible');
              return (seen ? '' : 'unseen ') + (node.id || node.closest('[id]')?.id || node.tagName.toLowerCase());
            }""";

    void tabTo(String id) {
        go("Tab", id);
    }

    void backTo(String id) {
        go("Shift+Tab", id);
    }

    private void go(String key, String id) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            press(key);
            if (focused().equals(id)) {
                return;
            }
        }
        throw new AssertionError(id + " is not to be reached by " + key + ", which ended at " + focused());
    }

    /** Where the focus is, and that it cannot be seen where it cannot. */
    String focused() {
        return (String) desk.evaluate(FOCUS);
    }

    void press(String key) {
        desk.keyboard().press(key);
    }

    void type(String text) {
        desk.keyboard().type(text);
    }
}
