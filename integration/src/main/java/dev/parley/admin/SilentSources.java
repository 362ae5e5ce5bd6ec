package dev.parley.admin;

import dev.parley.conversation.Sources;
import dev.parley.hours.Calendars;
import dev.parley.hours.WorkingHours;
import dev.parley.mail.Alerts;
import dev.parley.mapping.FilesInForce;
import dev.parley.mapping.WorkCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Notices that a source which sent events before has sent none for longer, in working time, than it ever may: a webhook
 * that was switched off says nothing of itself. Whoever takes the alerts is told once on each day of their calendar on
 * which it lasts. A source that has never sent anything is not missed.
 */
final class SilentSources {

    /** Who has sent nothing for so long is not waited for any more. */
    private static final Duration FORGOTTEN = Duration.ofDays(60);

    private final List<Watched> watched;
    private final Sources sources;
    private final FilesInForce files;
    private final Alerts alerts;
    private final Clock clock;
    private volatile List<Silence> silences = List.of();

    /**
     * A source, and how long it may say nothing.
     *
     * @param silence in working time
     * @param hours the calendar of hours.yaml by which that is counted
     */
    record Watched(String source, Duration silence, String hours) {}

    private record Silence(Watched watched, Instant since, String day) {}

    SilentSources(List<Watched> watched, Sources sources, FilesInForce files, Alerts alerts, Clock clock) {
        this.watched = watched;
        this.sources = sources;
        this.files = files;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Looks who is silent now, and tells of it. */
    public void look() {
        Calendars calendars = new Calendars(files.get().hours());
        Map<String, Instant> heard = sources.heardWithin(FORGOTTEN);
        silences = watched.stream()
                .flatMap(source -> silence(source, heard.get(source.source()), calendars).stream())
                .toList();
        silences.forEach(this::tell);
    }

    /** Who is silent, as of the last look; empty if nobody is. */
    Optional<String> trouble() {
        return silences.isEmpty()
                ? Optional.empty()
                : Optional.of(silences.stream().map(SilentSources::told).collect(Collectors.joining("; ")));
    }

    private Optional<Silence> silence(Watched source, Instant last, Calendars calendars) {
        if (last == null) {
            return Optional.empty();
        }
        // A calendar may have left the file since the start: then time counts around the clock.
        WorkingHours hours = calendars.of(
                files.get().hours().calendar(source.hours()).isPresent() ? source.hours() : WorkCalendar.ALWAYS);
        Instant now = clock.instant();
        return hours.workingTimeBetween(last, now).compareTo(source.silence()) < 0
                ? Optional.empty()
                : Optional.of(new Silence(source, last, hours.dayOf(now).toString()));
    }

    private void tell(Silence silence) {
        String source = silence.watched().source();
        alerts.raise(
                "source-silent:" + source + ":" + silence.day(),
                "Nothing comes from '" + source + "' any more",
                told(silence) + ", longer than source." + source + ".silentAfter allows.\n\n"
                        + "Look in the service's own settings whether its webhooks still go out and where to, and in"
                        + " its log how they were answered. If it is only quiet there, make the time longer.\n");
    }

    private static String told(Silence silence) {
        return "'" + silence.watched().source() + "' was last heard at " + silence.since();
    }
}
