package dev.parley.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.channel.Problem;
import dev.parley.handoff.OfferPage;
import dev.parley.handoff.OfferPage.Reply;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Message;

/** Answers sellers by HTTP: with a page for people, with JSON for programs that ask for it. */
final class OfferDesk {

    private final OfferPage page;

    OfferDesk(OfferPage page) {
        this.page = page;
    }

    /** GET: shows, and does nothing. */
    public void show(
            @Header("token") String token,
            @Header("Accept-Language") String languages,
            @Header("Accept") String accept,
            Message answer) {
        answer(page.show(token, languages), accept, answer);
    }

    /** POST: acts. */
    public void act(
            @Header("token") String token,
            @Header("decision") String decision,
            @Header("Accept-Language") String languages,
            @Header("Accept") String accept,
            Message answer) {
        answer(page.act(token, languages, decision), accept, answer);
    }

    private static void answer(Reply reply, String accept, Message answer) {
        boolean json = accept != null && accept.toLowerCase(Locale.ROOT).contains("json");
        answer.removeHeaders("*");
        answer.setHeader(Exchange.HTTP_RESPONSE_CODE, reply.status());
        answer.setHeader("Cache-Control", "no-store");
        answer.setHeader("Referrer-Policy", "no-referrer");
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("X-Robots-Tag", "noindex");
        answer.setHeader("Content-Security-Policy", OfferPage.POLICY);
        if (reply.status() == 429) {
            answer.setHeader("Retry-After", "1");
        }
        if (json && reply.status() >= 400) {
            answer.setHeader(Exchange.CONTENT_TYPE, Problem.MEDIA_TYPE);
            answer.setBody(Problem.of(reply.status(), reply.sentence()).toJson().toString());
        } else if (json) {
            answer.setHeader(Exchange.CONTENT_TYPE, "application/json");
            answer.setBody(JsonNodeFactory.instance
                    .objectNode()
                    .put("state", reply.state())
                    .put("detail", reply.sentence())
                    .toString());
        } else {
            answer.setHeader(Exchange.CONTENT_TYPE, "text/html; charset=utf-8");
            answer.setBody(reply.html());
        }
    }
}
