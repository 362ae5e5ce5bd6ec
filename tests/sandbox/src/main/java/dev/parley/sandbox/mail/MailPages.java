package dev.parley.sandbox.mail;

import dev.parley.sandbox.words.Words;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** {@code /mail/}: what was sent, to read. */
public final class MailPages {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Somebody else wrote it: it runs nothing and loads nothing. */
    private static final String POLICY_OF_MAIL =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'; sandbox allow-popups allow-popups-to-escape-sandbox";

    private final MailServer server;

    /** The pages of that server's mail. */
    public MailPages(MailServer server) {
        this.server = server;
    }

    /** Adds the routes. */
    public void mount(Router router) {
        router.get("/mail").blockingHandler(this::list, false);
        router.get("/mail/:number").blockingHandler(this::show, false);
        router.get("/mail/:number/html").blockingHandler(this::html, false);
    }

    /** With the slash at its end or without. */
    private void list(RoutingContext request) {
        guarded(request, 200, POLICY).end(page(request).list(server.sent()));
    }

    private void show(RoutingContext request) {
        Optional<SentMail> mail = mail(request);
        String page = mail.map(found -> page(request).one(request.pathParam("number"), found))
                .orElseGet(() -> page(request).nothing());
        guarded(request, mail.isPresent() ? 200 : 404, POLICY).end(page);
    }

    private void html(RoutingContext request) {
        Optional<String> html = mail(request).map(SentMail::html);
        guarded(request, html.isPresent() ? 200 : 404, html.isPresent() ? POLICY_OF_MAIL : POLICY)
                .end(html.orElseGet(() -> page(request).nothing()));
    }

    private static MailPage page(RoutingContext request) {
        return new MailPage(Words.of(MailPage.class, request));
    }

    /** Mails are numbered as they came, from 1. */
    private Optional<SentMail> mail(RoutingContext request) {
        String number = request.pathParam("number");
        List<SentMail> sent = server.sent();
        return number.matches("[1-9][0-9]{0,8}") && Integer.parseInt(number) <= sent.size()
                ? Optional.of(sent.get(Integer.parseInt(number) - 1))
                : Optional.empty();
    }

    private static HttpServerResponse guarded(RoutingContext request, int status, String policy) {
        return request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Content-Security-Policy", policy)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cache-Control", "no-store");
    }
}
