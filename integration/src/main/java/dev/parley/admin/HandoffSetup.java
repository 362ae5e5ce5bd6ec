package dev.parley.admin;

import dev.parley.conversation.DueOffers;
import dev.parley.delivery.Mode;
import dev.parley.handoff.Answering;
import dev.parley.handoff.Desk;
import dev.parley.handoff.OfferLinks;
import dev.parley.handoff.OfferPage;
import dev.parley.handoff.OfferTokens;
import dev.parley.store.Tx;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

/**
 * What offers conversations to sellers, as the settings say.
 *
 * @param desk asks them
 * @param page shows them what they are asked
 * @param answering takes their answers
 * @param links where they answer
 */
record HandoffSetup(Desk desk, OfferPage page, Answering answering, OfferLinks links) {

    /** What reading takes. */
    private static final Duration ONE_CALL = Duration.ofSeconds(2);

    private static final Duration LONGEST = Duration.ofMinutes(2);

    static HandoffSetup of(Settings settings, Parts parts, Clock clock) {
        Tx tx = parts.database().tx();
        DueOffers store = new DueOffers(tx, clock);
        OfferTokens tokens = settings.has("links.secret")
                ? OfferTokens.signedWith(settings.secret("links.secret"))
                : OfferTokens.of(tx);
        OfferLinks links = new OfferLinks(tokens, base(settings));
        Desk.Company company = new Desk.Company(
                parts.mappings(),
                parts.owners(),
                settings.url("crm.url").toString().replaceFirst("/+$", ""),
                settings.text("language"),
                parts.alerts());
        Function<String, Mode> modes = Parts.modes(settings);
        Desk desk = new Desk(
                parts.conversations(),
                store,
                new KnownCases(parts.directory(), parts.planner().live()),
                source -> modes.apply(source) == Mode.HANDOFF,
                company,
                new Desk.Letters(parts.outbox(), links),
                reading(settings),
                clock);
        Answering answering = new Answering(parts.conversations(), store, clock);
        return new HandoffSetup(desk, new OfferPage(answering, store, company, tokens, clock), answering, links);
    }

    /** How long a command can stay unread; where commands are read seldom, no visitor waits for that. */
    private static Duration reading(Settings settings) {
        if (!settings.flag("delivery.enabled")) {
            return Duration.ZERO;
        }
        Duration interval = settings.duration("corrections.interval").plus(ONE_CALL);
        return interval.compareTo(LONGEST) < 0 ? interval : LONGEST;
    }

    /** Where people reach Parley. */
    private static String base(Settings settings) {
        return settings.find("http.publicUrl")
                .orElse("http://" + settings.text("http.host") + ":" + settings.text("http.port"))
                .replaceFirst("/+$", "");
    }
}
