package dev.parley.admin;

import dev.parley.conversation.DueConversations;
import dev.parley.conversation.Readings;
import dev.parley.opinion.LanguageModel;
import dev.parley.qualification.Qualifier;
import dev.parley.qualification.SecondOpinions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.apache.camel.builder.RouteBuilder;

/** Lets a language model be asked, where the settings name one; else no text goes anywhere. */
final class OpinionSetup {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private OpinionSetup() {}

    /** The same qualifier, or one that asks besides. */
    static Qualifier asking(
            Settings settings,
            Qualifier qualifier,
            Readings readings,
            DueConversations due,
            Clock clock,
            MeterRegistry meters) {
        if (!settings.has("opinion.url")) {
            return qualifier;
        }
        if (!settings.has("opinion.model")) {
            throw new CommandFailed("opinion.url names a server, but opinion.model no model that it runs.");
        }
        LanguageModel model = LanguageModel.at(
                settings.url("opinion.url"),
                settings.text("opinion.model"),
                settings.has("opinion.key") ? settings.secret("opinion.key") : null,
                settings.duration("opinion.timeout"));
        return qualifier.asking(new SecondOpinions(readings, due, model, clock, outcome -> meters.counter(
                        "parley.opinions", "outcome", outcome.name().toLowerCase(Locale.ROOT))
                .increment()));
    }

    /** Asks of one message after another, no more of them than a minute may have. */
    static RouteBuilder routes(Settings settings, Qualifier qualifier) {
        long period = MINUTE.toMillis() / settings.number("opinion.perMinute");
        return new RouteBuilder() {
            @Override
            public void configure() {
                qualifier
                        .opinions()
                        .ifPresent(opinions -> from("timer:opinions?includeMetadata=false&fixedRate=false&period="
                                        + period)
                                .routeId("ask-second-opinion")
                                .bean(opinions, "ask")
                                .id("ask"));
            }
        };
    }
}
