package dev.parley.acceptance;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.util.concurrent.atomic.AtomicReference;

/** A visitor who comes to chat, and what an agent clicks to see them. */
final class ChatPeople {
    private ChatPeople() {}

    /** Opens the company's site, and asks; a wish for a person makes them wait for one. */
    static Page visitor(WebBrowser browser, Org org, String lang, String name, String question) {
        return visitor(browser, org, lang, name, "", question);
    }

    static Page visitor(WebBrowser browser, Org org, String lang, String name, String email, String question) {
        Page visitor = browser.open(org.url() + "/site/?lang=" + lang);
        Locator widget = visitor.locator("#parley-chat");
        widget.locator(".launcher").click();
        widget.locator("[name=name]").fill(name);
        widget.locator("[name=email]").first().fill(email);
        widget.locator("[name=question]").fill(question);
        widget.locator("form button[type=submit]").first().click();
        return visitor;
    }

    /** The visitor goes on. */
    static void says(Page visitor, String text) {
        Locator words = visitor.locator("#parley-chat .composer textarea");
        words.fill(text);
        words.press("Enter");
    }

    static Locator entry(Page desk, String name) {
        return desk.locator("#queue button").filter(new Locator.FilterOptions().setHasText(name));
    }

    static void open(Page desk, String name) {
        entry(desk, name).click();
    }

    /** The agent says it in the conversation that is open. */
    static void answer(Page desk, String text) {
        desk.locator("#text").fill(text);
        desk.locator("#text").press("Enter");
    }

    /** On either side. */
    static Locator message(Page page, String text) {
        return page.locator(".message").filter(new Locator.FilterOptions().setHasText(text));
    }

    /** The desk's line, into which a story can speak from when the desk is opened. */
    static AtomicReference<WebSocketRoute> line(Page desk) {
        AtomicReference<WebSocketRoute> line = new AtomicReference<>();
        desk.routeWebSocket(url -> url.endsWith("/desk/chat"), route -> {
            route.connectToServer();
            line.set(route);
        });
        return line;
    }
}
