package dev.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody else's site, at another address, that carries the chat by its one script. */
class EmbeddingStoriesTest {

    @RegisterExtension
    static final WebBrowser BROWSER = new WebBrowser();

    private static Org org;

    private HttpServer site;
    private String policy;
    private String page;

    @BeforeAll
    static void aCompanyWithAChat() throws IOException {
        org = Org.start(Installation.emptied(Path.of("target", "homes", "EmbeddingStoriesTest")));
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    @BeforeEach
    void aSiteOfSomebodyElses() throws IOException {
        policy = "default-src 'none'; script-src %1$s; connect-src ws%2$s; require-trusted-types-for 'script'"
                .formatted(org.url(), org.url().substring("http".length()));
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", request -> {
            byte[] body = page.getBytes(StandardCharsets.UTF_8);
            request.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            request.getResponseHeaders().add("Content-Security-Policy", policy);
            request.getResponseHeaders().add("Cross-Origin-Embedder-Policy", "require-corp");
            request.sendResponseHeaders(200, body.length);
            request.getResponseBody().write(body);
            request.close();
        });
        site.start();
    }

    @AfterEach
    void closeTheSite() {
        site.stop(0);
    }

    @Test
    void oneScriptIsEnoughAlsoInTheHeadUnderAStrictPolicy() {
        page = "<!doctype html><html lang=en><title>Mill</title><script src='%s/site/widget.js'></script><h1>Mill</h1>"
                .formatted(org.url());
        Page visitor = open();

        visitor.getByRole(AriaRole.BUTTON, named("Chat with us")).click();
        assertThat(visitor.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Chat: Norrvik")))
                .isVisible();
        assertThat(visitor.locator("footer a[href='mailto:hello@norrvik.example']"))
                .isVisible();
        assertThat(visitor.locator("footer a[href='tel:+46855501020']")).isVisible();
        visitor.getByLabel("Your question").fill("How much are thirty sensors?");
        visitor.getByRole(AriaRole.BUTTON, named("Start chat")).click();

        assertThat(visitor.getByText("a bot, not a person")).isVisible();
        assertThat(visitor.locator(".message .text").first()).hasCSS("border-radius", "14px 14px 4px");
        assertThat(visitor.evaluate("performance.getEntriesByType('resource').map(file => file.name).join()"))
                .as("all that it loads, and ChatPagesTest weighs")
                .isEqualTo(org.url() + "/site/widget.js");
    }

    @Test
    void whoCarriesItSaysWhoseChatItIs() {
        page =
                """
                <!doctype html><html lang=sv><title>Bruk</title><p>Bruk
                <script src='%s/site/widget.js' data-company='Bruket' data-email='hej@bruket.example' data-lang='de'></script>
                """
                        .formatted(org.url());
        Page visitor = open();

        visitor.getByRole(AriaRole.BUTTON, named("Mit uns chatten")).click();

        assertThat(visitor.getByRole(AriaRole.DIALOG)).containsText("Chat: Bruket");
        assertThat(visitor.locator("footer")).containsText("hej@bruket.example");
    }

    @Test
    void thePageSaysWhereAndWhenVisitorsAreInvited() {
        String script = "<script src='%s/site/widget.js' data-invite-when='.prices' data-invite-after='5'></script>"
                .formatted(org.url());
        page = "<!doctype html><html lang=en><title>Mill</title><h1>Mill</h1>" + script;
        Page visitor = BROWSER.open("about:blank");
        visitor.clock().install();
        visitor.navigate("http://127.0.0.1:" + site.getAddress().getPort() + "/");
        visitor.clock().runFor(60_000);
        assertThat(visitor.getByText("Chat with us")).isVisible();
        assertThat(visitor.getByText("Can we help you?")).hasCount(0);

        page = page.replace("<h1>", "<h1 class=prices>");
        visitor.reload();
        visitor.clock().runFor(5_000);
        assertThat(visitor.getByText("Can we help you?")).isVisible();
        visitor.getByText("Yes, chat").click();
        assertThat(visitor.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)))
                .isFocused();
    }

    @Test
    void thePageAndTheChatLeaveEachOtherAlone() {
        policy = "default-src * 'unsafe-inline'";
        page =
                """
                <!doctype html><html lang=en><title>Mill</title>
                <style>html { font-size: 62.5%% } * { color: red; letter-spacing: 9px }
                  div, button, p { display: none; transform: rotate(9deg); opacity: .1 } .message { color: lime }</style>
                <h1 class=panel>Mill</h1>
                <script>window.before = Object.getOwnPropertyNames(window); var text = 'mine', form = 'mine', T = 'mine';</script>
                <script src='%1$s/site/widget.js'></script><script src='%1$s/site/widget.js'></script>
                """
                        .formatted(org.url());
        Page visitor = open();

        Locator launcher = visitor.locator("#parley-chat .launcher");
        assertThat(launcher).hasCount(1);
        assertThat(launcher).isVisible();
        assertThat(launcher).hasCSS("font-size", "15px");
        assertThat(launcher).hasCSS("letter-spacing", "normal");
        assertThat(visitor.locator("#parley-chat")).hasCSS("opacity", "1");
        assertThat(visitor.locator("#parley-chat")).hasCSS("transform", "none");
        assertThat(visitor.locator("h1")).hasCSS("position", "static");
        assertThat((List<?>) visitor.evaluate("Object.getOwnPropertyNames(window).filter(name =>"
                        + " !before.includes(name) && !['before', 'text', 'form', 'T'].includes(name))"))
                .isEmpty();
        assertThat(visitor.evaluate("[text, form, T].join()")).isEqualTo("mine,mine,mine");
    }

    @Test
    void twiceOnAPageItIsThereOnceAlsoWithAConversation() {
        policy = "default-src * 'unsafe-inline'";
        String script = "<script src='%s/site/widget.js'></script>".formatted(org.url());
        page = "<!doctype html><html lang=en><title>Mill</title><h1>Mill</h1>" + script + script;
        Page visitor = open();
        visitor.getByRole(AriaRole.BUTTON, named("Chat with us")).click();
        visitor.getByRole(AriaRole.BUTTON, named("Start chat")).click();
        assertThat(visitor.getByText("What is it about?")).isVisible();
        AtomicInteger lines = new AtomicInteger();
        visitor.onWebSocket(line -> lines.incrementAndGet());
        visitor.reload();

        visitor.evaluate("['visibilitychange', 'online'].forEach(name => dispatchEvent(new Event(name)));"
                + " dispatchEvent(new StorageEvent('storage', { key: 'parley.chat' }))");

        visitor.locator(".launcher").click();
        visitor.getByLabel("Write a message").fill("Are you a bot?");
        visitor.getByLabel("Write a message").press("Enter");
        assertThat(visitor.getByText("I am a bot, not a person. Choose")).isVisible();
        assertThat(lines).hasValue(1);
    }

    @Test
    void theVisitorsLanguageGoesBeforeThePages() {
        page = "<!doctype html><html lang=en><title>Mill</title><h1>Mill</h1><script src='%s/site/widget.js'></script>"
                .formatted(org.url());
        Page visitor = open();
        visitor.getByRole(AriaRole.BUTTON, named("Chat with us")).click();
        visitor.getByRole(AriaRole.BUTTON, named("Start chat")).click();
        assertThat(visitor.getByText("What is it about?")).isVisible();
        page = page.replace("<script", "<script data-lang=de");
        visitor.reload();
        // That of the conversation; whether its first words have been seen is not the question here.
        assertThat(visitor.locator(".launcher")).containsText("Chat with us");
        visitor.locator(".launcher").click();

        visitor.getByLabel("Language", new Page.GetByLabelOptions().setExact(true))
                .selectOption("fa");
        visitor.reload();

        assertThat(visitor.locator(".launcher")).containsText("گفتگو با ما");
    }

    private Page open() {
        return BROWSER.open("http://127.0.0.1:" + site.getAddress().getPort() + "/");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
