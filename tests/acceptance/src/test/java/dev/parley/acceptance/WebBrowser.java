package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real Chromium for the stories of one class. Each page that a story opens is another person's browser, with cookies
 * and storage of its own; what they showed when a story failed is kept under {@code target/screenshots}.
 */
final class WebBrowser implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> HEADLESS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    /** A page's answer on a machine that is busy with other stories, in milliseconds. */
    private static final int LONGEST_MS = 30_000;

    /** What is still coming in has not its colours yet. */
    private static final String AT_REST =
            """
            () => Promise.all([document, ...[...document.querySelectorAll('*')].map(node => node.shadowRoot).filter(root => root)]
              // Salesforce's own shadow roots, where they are imitated, have none.
              .flatMap(root => root.getAnimations?.() ?? [])
              .filter(animation => animation.effect?.getComputedTiming().endTime !== Infinity)
              .map(animation => animation.finished.catch(() => {}))).then(() => {})
            """;

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private Playwright playwright;
    private Browser browser;
    private String story;

    @Override
    public void beforeAll(ExtensionContext context) {
        story = context.getRequiredTestClass().getSimpleName();
        PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_MS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.find())
                        .setArgs(HEADLESS)
                        .setHeadless(true));
    }

    /** A new person's browser, 1280 by 800, in English. */
    Page open(String address) {
        return open(address, new Browser.NewContextOptions().setLocale("en-GB"));
    }

    /** A new person's browser of one's own making. */
    Page open(String address, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options.setViewportSize(1280, 800));
        context.setDefaultTimeout(LONGEST_MS);
        contexts.add(context);
        Page page = context.newPage();
        page.onPageError(error -> errors.add(page.url() + ": " + error));
        page.navigate(address);
        return page;
    }

    /** Keeps what a page shows; {@code name} becomes part of the file's name. */
    void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(story + "-" + name + ".png")));
    }

    /** Fails if axe finds anything serious or critical on the page. */
    static void assertAccessible(Page page) {
        page.evaluate(AT_REST);
        List<String> found = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getTarget() + " " + node.getHtml())
                                        .toList())
                        .toList();
        assertThat(found).as("accessibility of " + page.url()).isEmpty();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            keepWhatIsOpen(context.getRequiredTestMethod().getName());
        }
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        List<String> broken = List.copyOf(errors);
        errors.clear();
        assertThat(broken).as("errors of the pages' scripts").isEmpty();
    }

    private void keepWhatIsOpen(String test) {
        int number = 0;
        for (BrowserContext open : contexts) {
            for (Page page : open.pages()) {
                screenshot(page, "failed-" + test + "-" + ++number);
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (playwright != null) {
            playwright.close();
        }
    }
}
