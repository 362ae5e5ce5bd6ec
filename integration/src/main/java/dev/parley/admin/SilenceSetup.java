package dev.parley.admin;

import dev.parley.admin.SilentSources.Watched;
import dev.parley.conversation.Sources;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.WorkCalendar;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;

/** Watches the sources that may not be silent for long: the route {@code watch-sources}. */
final class SilenceSetup {

    private SilenceSetup() {}

    /**
     * What looks at them, again and again; nothing where no source has a limit.
     *
     * @throws CommandFailed if a limit is counted by a calendar that there is not
     */
    static RouteBuilder routes(CamelContext context, Settings settings, Parts parts, Sources sources, Clock clock) {
        List<Watched> watched = watched(settings, parts.mappings().get());
        SilentSources silent = new SilentSources(watched, sources, parts.mappings(), parts.alerts(), clock);
        context.getRegistry()
                .bind(
                        "silence-health",
                        new TroubleHealth("silence", "A source sends nothing any more: %s", silent::trouble));
        return routes(watched.isEmpty() ? List.of() : List.of(silent));
    }

    static RouteBuilder routes(List<SilentSources> all) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                for (SilentSources silent : all) {
                    from("scheduler:silence?delay={{silence.interval:300000}}&useFixedDelay=true")
                            .routeId("watch-sources")
                            .bean(silent, "look")
                            .id("look-for-silence");
                }
            }
        };
    }

    static List<Watched> watched(Settings settings, MappingSet mappings) {
        Map<String, String> calendars = settings.family("source.{name}.hours");
        return settings.family("source.{name}.silentAfter").entrySet().stream()
                .map(source -> new Watched(
                        source.getKey(),
                        Durations.read(source.getValue()).orElseThrow(),
                        known(source.getKey(), calendars.getOrDefault(source.getKey(), WorkCalendar.ALWAYS), mappings)))
                .toList();
    }

    private static String known(String source, String calendar, MappingSet mappings) {
        if (mappings.hours().calendar(calendar).isEmpty()) {
            throw new CommandFailed("The setting source." + source + ".hours names the calendar '" + calendar
                    + "', which mappings/hours.yaml does not have.");
        }
        return calendar;
    }
}
