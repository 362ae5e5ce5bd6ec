package dev.parley.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether anybody is there to chat: by the opening hours, or as an agent has said at the desk, which holds until the
 * hours change next. Guarded by its owner.
 */
final class Presence {
    private final Clock clock;
    private OpeningHours hours = OpeningHours.of(Json.object());
    private JsonNode calendar = Json.object();
    private Boolean said;
    private Instant saidAt = Instant.MIN;
    private Instant saidUntil = Instant.MAX;

    Presence(Clock clock) {
        this.clock = clock;
    }

    boolean isOpen() {
        return isSaid() ? said : hours.isOpen(clock.instant());
    }

    private boolean isSaid() {
        return said != null && clock.instant().isBefore(saidUntil);
    }

    /** When that changes, if it is known. */
    Optional<Instant> changes() {
        Instant now = clock.instant();
        if (!isSaid()) {
            return hours.nextChange(now);
        }
        Optional<Instant> by = Optional.of(saidUntil).filter(until -> until.isBefore(Instant.MAX));
        return by.flatMap(until -> hours.isOpen(until) == said ? hours.nextChange(until) : by);
    }

    /** Since when that is so, if it is known: who began to wait before an opening was promised nothing until then. */
    Optional<Instant> since() {
        Instant now = clock.instant();
        return isSaid() ? Optional.of(saidAt).filter(at -> at.isAfter(Instant.MIN)) : hours.lastChange(now);
    }

    JsonNode calendar() {
        return calendar;
    }

    /** An agent opens or closes the chat; as a line of the log. */
    ObjectNode say(boolean open) {
        said = open;
        saidAt = clock.instant();
        saidUntil = hours.nextChange(clock.instant()).orElse(Instant.MAX);
        return line();
    }

    private ObjectNode line() {
        ObjectNode line = Json.object().put("open", said).put("at", saidAt.toString());
        return saidUntil.equals(Instant.MAX) ? line : line.put("until", saidUntil.toString());
    }

    /**
     * Other hours; what was said at the desk before is void. As a line of the log.
     *
     * @throws IllegalArgumentException that says what is wrong with them
     */
    ObjectNode keep(JsonNode newCalendar) {
        hours = OpeningHours.of(newCalendar);
        calendar = newCalendar;
        said = null;
        return Json.object().set("hours", newCalendar);
    }

    /** What the log says. */
    void replay(ObjectNode line) {
        if (line.has("hours")) {
            keep(line.path("hours"));
        } else if (line.has("open")) {
            said = line.path("open").asBoolean();
            saidAt = line.has("at") ? Instant.parse(line.path("at").asText()) : Instant.MIN;
            saidUntil = line.has("until") ? Instant.parse(line.path("until").asText()) : Instant.MAX;
        }
    }
}
