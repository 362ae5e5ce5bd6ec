package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The desk on a busy morning, on a wide screen, on a narrow one, and at a zoom of 200 %. */
class DeskLayoutStoriesTest {

    @RegisterExtension
    static final WebBrowser BROWSER = new WebBrowser();

    /** What reaches out of the page, and what is wider than its place without saying so. */
    private static final String UGLY =
            """
            () => {
              const found = new Set();
              if (document.documentElement.scrollWidth > innerWidth) found.add('the page scrolls sideways');
              for (const node of document.querySelectorAll('body *:not(.silent, .silent *, option)')) {
                if (!node.checkVisibility()) continue;
                const name = `${node.tagName} ${node.id} ${node.className}: ${node.textContent.slice(0, 40)}`;
                const { left, right } = node.getBoundingClientRect(), style = getComputedStyle(node);
                if (left < -1 || right > innerWidth + 1) found.add('out of the page: ' + name);
                const scrolls = style.textOverflow === 'ellipsis' || ['SELECT', 'TEXTAREA', 'INPUT'].includes(node.tagName);
                if (!scrolls && node.clientWidth && node.scrollWidth > node.clientWidth + 1) found.add('too wide: ' + name);
              }
              return [...found];
            }""";

    private static Org org;

    @BeforeAll
    static void aCompanyWithAChat() throws IOException {
        org = Org.start(Installation.emptied(Path.of("target", "homes", "DeskLayoutStoriesTest")));
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fa, 1280, 800",
        "fa, 768, 1024",
        "fa, 640, 400",
        "zh, 1280, 800",
        "zh, 768, 1024",
        "zh, 640, 400",
        "de, 1280, 800",
        "de, 768, 1024",
        "de, 640, 400",
        "de, 320, 256"
    })
    void aBusyMorningIsReadable(String lang, int width, int height) throws IOException {
        Page desk = BROWSER.open("about:blank");
        desk.setViewportSize(width, height);
        DeskScene.play(desk, org.url() + "/desk/?lang=" + lang);
        desk.locator("#about .offer").waitFor();
        BROWSER.screenshot(desk, lang + "-" + width);
        desk.locator("[data-message=v21].gone").scrollIntoViewIfNeeded();
        BROWSER.screenshot(desk, lang + "-" + width + "-log");

        assertThat((List<?>) desk.evaluate(UGLY)).isEmpty();
        WebBrowser.assertAccessible(desk);
    }
}
