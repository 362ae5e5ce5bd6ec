package dev.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The org's pages in a real browser. */
class BrowserStoriesTest {

    @RegisterExtension
    static final WebBrowser BROWSER = new WebBrowser();

    private static Org org;

    @BeforeAll
    static void start() throws IOException {
        org = Org.start(Installation.emptied(Path.of("target", "homes", "BrowserStoriesTest")));
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    @Test
    void theFrontPageLeadsToAnAccount() {
        org.create("Account", Map.of("Name", "Skåne Timber AB"));
        Page page = BROWSER.open(org.url());

        page.getByText("Skåne Timber AB").click();

        assertThat(page.locator("h1")).containsText("Skåne Timber AB");
        BROWSER.screenshot(page, "account");
    }
}
