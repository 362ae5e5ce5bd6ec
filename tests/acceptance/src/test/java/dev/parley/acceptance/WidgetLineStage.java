package dev.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A company with a chat, and visitors whose line loses what a story wants it to. */
abstract class WidgetLineStage {

    @RegisterExtension
    static final WebBrowser BROWSER = new WebBrowser();

    static Path home;
    static Org org;

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
    static void aCompanyWithAChat(TestInfo story) throws IOException {
        home = Installation.emptied(Path.of("target", "homes", story.getDisplayName()));
        org = Org.start(home);
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    static Page visitor() {
        Page page = BROWSER.open("about:blank");
        page.addInitScript(LOSSES);
        page.navigate(org.url() + "/site/?lang=en");
        return page;
    }

    static String stored(Page page) {
        return (String) page.evaluate("localStorage.getItem('parley.chat')");
    }

    /** What another tab of the same browser would put there. */
    static void remember(Page page, String chat) {
        page.evaluate("chat => localStorage.setItem('parley.chat', chat)", chat);
    }

    static void lose(Page page, String way, String words) {
        page.evaluate("([way, words]) => sessionStorage.setItem(way, words)", List.of(way, words));
    }

    static void start(Page visitor) {
        if (visitor.locator(".launcher").isVisible()) {
            visitor.locator(".launcher").click();
        }
        visitor.getByText("Start chat").click();
        assertThat(visitor.getByText("What is it about?")).isVisible();
    }

    static void say(Page visitor, String text) {
        visitor.getByLabel("Write a message").fill(text);
        visitor.getByLabel("Write a message").press("Enter");
    }

    static Page desk(String lastWords) {
        Page desk = BROWSER.open(org.url() + "/desk/?lang=en");
        desk.locator("#queue button").filter(with(lastWords)).click();
        return desk;
    }

    static Locator messages(Page page, String text) {
        return page.locator(".message").filter(with(text));
    }

    static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
