package dev.parley.sandbox.chat;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The files of the site and the desk, and no others. */
final class ChatPages {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final List<String> FILES =
            List.of("site/index.html", "site/site.css", "desk/index.html", "desk/desk.css");

    /** The one file that pages of other sites load, also those that keep everything foreign out. */
    private static final String WIDGET = "site/widget.js";

    /** Each script's parts in their order: one scope for all of them, and nothing of it in the page's. */
    private static final Map<String, List<String>> SCRIPTS = Map.of(
            WIDGET,
            List.of(
                    "site/widget/options.js",
                    "site/widget/company.js",
                    "page.js",
                    "site/widget/texts/en.js",
                    "site/widget/texts/sv.js",
                    "site/widget/texts/de.js",
                    "site/widget/texts/fa.js",
                    "site/widget/texts/zh.js",
                    "site/widget/style.js",
                    "site/widget/memory.js",
                    "site/widget/language.js",
                    "site/widget/line.js",
                    "site/widget/hear.js",
                    "site/widget/log.js",
                    "site/widget/news.js",
                    "site/widget/screen.js",
                    "site/widget/checks.js",
                    "site/widget/forms.js",
                    "site/widget/opening.js"),
            "site/site.js",
            List.of("page.js", "site/site.js"),
            "desk/desk.js",
            List.of(
                    "page.js",
                    "desk/texts/en.js",
                    "desk/texts/sv.js",
                    "desk/texts/de.js",
                    "desk/texts/fa.js",
                    "desk/texts/zh.js",
                    "desk/terms.js",
                    "desk/known.js",
                    "desk/language.js",
                    "desk/line.js",
                    "desk/outbox.js",
                    "desk/hear.js",
                    "desk/news.js",
                    "desk/queue.js",
                    "desk/talk.js",
                    "desk/log.js",
                    "desk/said.js",
                    "desk/about.js",
                    "desk/context.js",
                    "desk/composer.js",
                    "desk/desk.js"));

    void mount(Router router) {
        router.get("/site").handler(ChatPages::addSlash);
        router.get("/desk").handler(ChatPages::addSlash);
        for (String file : FILES) {
            serve(router, file, read(file));
        }
        SCRIPTS.forEach((file, parts) -> serve(router, file, joined(parts)));
    }

    /** The files beside a page are named from it. */
    private static void addSlash(RoutingContext request) {
        if (request.request().path().endsWith("/")) {
            request.next();
        } else {
            request.redirect(request.request().path() + "/");
        }
    }

    private static void serve(Router router, String file, Buffer content) {
        router.get("/" + file.replace("index.html", "")).handler(request -> request.response()
                .putHeader("Content-Type", type(file) + "; charset=utf-8")
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Cross-Origin-Resource-Policy", file.equals(WIDGET) ? "cross-origin" : "same-origin")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("Cache-Control", "no-cache")
                .end(content));
    }

    private static String type(String file) {
        if (file.endsWith(".html")) {
            return "text/html";
        }
        return file.endsWith(".css") ? "text/css" : "text/javascript";
    }

    private static Buffer joined(List<String> parts) {
        Buffer script = Buffer.buffer("(() => {\n'use strict';\n");
        parts.forEach(part -> script.appendBuffer(read(part)));
        return script.appendString("})();\n");
    }

    private static Buffer read(String file) {
        try (InputStream content = ChatPages.class.getResourceAsStream(file)) {
            return Buffer.buffer(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
