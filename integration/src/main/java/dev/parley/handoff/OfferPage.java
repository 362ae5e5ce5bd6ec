package dev.parley.handoff;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.hash.Hashing;
import com.google.common.util.concurrent.RateLimiter;
import dev.parley.conversation.DueOffers;
import dev.parley.handoff.Answering.Answer;
import dev.parley.handoff.OfferTokens.Named;
import dev.parley.words.Page;
import dev.parley.words.Words;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A seller's page for one offer. Looking at it does nothing, so that programs which open every link of a mail may; only
 * the form acts.
 */
public final class OfferPage {
    private static final String STYLE =
            "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;"
                    + "background:#fff}h2{font-size:1.1rem;margin-bottom:0}ul{margin-top:.2rem}"
                    + "button{font:inherit;padding:.6rem 1.4rem;margin-inline-end:1rem;border:2px solid #0b5cab;"
                    + "border-radius:.3rem;background:#0b5cab;color:#fff}button.other{background:#fff;color:#0b5cab}"
                    + "a{color:#0b5cab;overflow-wrap:anywhere}button:focus-visible,a:focus-visible{outline:3px solid #c60}";

    /** The page runs nothing, loads nothing, and stands in nobody's frame. */
    public static final String POLICY = "default-src 'none'; style-src 'sha256-"
            + Base64.getEncoder()
                    .encodeToString(Hashing.sha256()
                            .hashString(STYLE, StandardCharsets.UTF_8)
                            .asBytes())
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final int A_MINUTE = 60;
    private static final double FORGED_A_SECOND = 20;

    private final Answering answering;
    private final Rota rota;
    private final Briefs briefs;
    private final OfferTokens tokens;
    private final Clock clock;
    private final RateLimiter forged = RateLimiter.create(FORGED_A_SECOND);
    private final LoadingCache<Named, AtomicInteger> visits = CacheBuilder.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build(CacheLoader.from(() -> new AtomicInteger()));

    /**
     * The pages of the offers in the store.
     *
     * @param answering what the form does
     * @param company whose sellers they are
     */
    public OfferPage(Answering answering, DueOffers store, Desk.Company company, OfferTokens tokens, Clock clock) {
        this.answering = answering;
        this.rota = new Rota(company);
        this.briefs = new Briefs(store);
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * What is answered.
     *
     * @param status of HTTP
     * @param html the page
     * @param state the same for programs: one word, and a sentence
     */
    public record Reply(int status, String html, String state, String sentence) {}

    /** Shows an offer; does nothing. */
    public Reply show(String token, String languages) {
        return visit(token, languages, null);
    }

    /**
     * Acts on an offer.
     *
     * @param decision {@code accept} or {@code decline}
     */
    public Reply act(String token, String languages, String decision) {
        return visit(token, languages, decision == null ? "" : decision);
    }

    private Reply visit(String token, String languages, String decision) {
        Optional<Named> named = tokens.read(token == null ? "" : token);
        if (!mayVisit(named)) {
            return plain(429, "many", Words.accepted(OfferPage.class, languages, List.of()));
        }
        Optional<Offer> offer = named.flatMap(this::offer);
        if (offer.isEmpty()) {
            return plain(404, "forged", Words.accepted(OfferPage.class, languages, List.of()));
        }
        Words words = Words.accepted(
                OfferPage.class, languages, rota.languages(offer.get().seller()));
        return decision == null
                ? shown(words, named.get(), offer.get())
                : acted(words, named.get(), offer.get(), decision);
    }

    /** An offer may be looked at now and then, by a seller in haste too. */
    private boolean mayVisit(Optional<Named> named) {
        return named.map(name -> visits.getUnchecked(name).incrementAndGet() <= A_MINUTE)
                .orElseGet(forged::tryAcquire);
    }

    private Reply shown(Words words, Named named, Offer offer) {
        if (!offer.isOpen(clock.instant())) {
            return over(words, offer);
        }
        Document page = begun(words, words.of("title"));
        Element main = page.body().appendElement("main");
        main.appendElement("h1").text(words.of("title"));
        main.appendElement("p").text(words.of("asked", offer.reason()));
        main.appendElement("p").text(words.of("until", words.moment(offer.until(), rota.zone(offer))));
        Element form = main.appendElement("form").attr("method", "post");
        button(form, "accept", words).removeAttr("class");
        button(form, "decline", words);
        new Sheet(words, briefs.of(named.conversation(), offer)).into(main);
        return new Reply(200, page.outerHtml(), "offered", words.of("asked", offer.reason()));
    }

    private static Element button(Element form, String decision, Words words) {
        return form.appendElement("button")
                .attr("class", "other")
                .attr("name", "decision")
                .attr("value", decision)
                .text(words.of(decision));
    }

    private Reply acted(Words words, Named named, Offer offer, String decision) {
        if (!decision.equals("accept") && !decision.equals("decline")) {
            return plain(400, "unclear", words);
        }
        boolean accept = decision.equals("accept");
        Answer answer = answering.answer(named.conversation(), named.rank(), named.seller(), accept);
        Offer now = offer(named).orElse(offer);
        return answer == Answer.TAKEN ? taken(words, named, now) : over(words, now);
    }

    private Reply taken(Words words, Named named, Offer offer) {
        String state = offer.state() == Offer.State.ACCEPTED ? "accepted" : "declined";
        Document page = begun(words, words.of("title"));
        Element main = page.body().appendElement("main");
        main.appendElement("h1").text(words.of("state." + state));
        if (offer.state() == Offer.State.ACCEPTED) {
            new Sheet(words, briefs.of(named.conversation(), offer)).into(main);
        }
        return new Reply(200, page.outerHtml(), state, words.of("state." + state));
    }

    /** Used is 409, too late is 410. */
    private Reply over(Words words, Offer offer) {
        return switch (offer.state()) {
            case ACCEPTED -> plain(409, "accepted", words);
            case DECLINED -> plain(409, "declined", words);
            case OFFERED, EXPIRED -> plain(410, "expired", words);
        };
    }

    private static Reply plain(int status, String state, Words words) {
        String sentence = words.of("state." + state);
        Document page = begun(words, sentence);
        page.body().appendElement("main").appendElement("h1").text(sentence);
        return new Reply(status, page.outerHtml(), state, sentence);
    }

    private static Document begun(Words words, String title) {
        Document page = Page.of(words, title);
        page.head().appendElement("style").appendChild(new DataNode(STYLE));
        return page;
    }

    private Optional<Offer> offer(Named name) {
        return answering.offer(name.conversation(), name.rank(), name.seller());
    }
}
