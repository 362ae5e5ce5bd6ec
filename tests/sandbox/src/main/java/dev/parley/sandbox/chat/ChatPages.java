package dev.parley.sandbox.chat;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The files of the site and the desk, and no others. */
final class ChatPages {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final List<String> FILES = List.of(
            "site/index.html", "site/site.css", "site/widget.js", "desk/index.html", "desk/desk.css", "desk/desk.js");

    void mount(Router router) {
        router.get("/site").handler(ChatPages::addSlash);
        router.get("/desk").handler(ChatPages::addSlash);
        for (String file : FILES) {
            serve(router, file);
        }
    }

    /** The files beside a page are named from it. */
    private static void addSlash(RoutingContext request) {
        if (request.request().path().endsWith("/")) {
            request.next();
        } else {
            request.redirect(request.request().path() + "/");
        }
    }

    private static void serve(Router router, String file) {
        Buffer content = read(file);
        router.get("/" + file.replace("index.html", "")).handler(request -> request.response()
                .putHeader("Content-Type", type(file) + "; charset=utf-8")
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
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

    private static Buffer read(String file) {
        try (InputStream content = ChatPages.class.getResourceAsStream(file)) {
            return Buffer.buffer(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
