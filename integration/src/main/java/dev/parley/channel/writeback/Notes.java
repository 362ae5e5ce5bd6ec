package dev.parley.channel.writeback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parley.conversation.Envelope;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Says in a line what an event means for the agents. The address of an offer's page does not stand in it: it is bound to
 * the seller, whom the mail brings it.
 */
final class Notes {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm VV", Locale.ROOT);
    private static final int LONGEST = 200;

    private final BiFunction<String, String, Optional<? extends JsonNode>> events;

    /** @param events the data of an event, by its source and id */
    Notes(BiFunction<String, String, Optional<? extends JsonNode>> events) {
        this.events = events;
    }

    /** What is told of it; empty where nothing is. */
    Optional<Note> of(Envelope event) {
        return switch (event.type()) {
            case "handoff.offered" -> Optional.of(note(event, offered(event.data())));
            case "handoff.accepted" -> Optional.of(accepted(event));
            case "handoff.expired" -> event.data().path("escalated").asBoolean()
                    ? Optional.of(note(event, "Nobody took this conversation over: it is escalated."))
                    : Optional.empty();
            case "meeting.confirmed" -> Optional.of(note(event, confirmed(event.data())));
            default -> Optional.empty();
        };
    }

    private static Note note(Envelope event, String text) {
        return new Note(Note.mark(event.source() + "\n" + event.id()), text, null);
    }

    private static String offered(JsonNode data) {
        return plain(data.at("/to/name")) + " is asked to take this conversation over, until "
                + time(data.path("until").asText(), ZoneOffset.UTC) + ".";
    }

    private Note accepted(Envelope event) {
        JsonNode to = event.data().path("to");
        JsonNode brief = events.apply(event.source(), event.data().path("offer").asText())
                .map(offer -> offer.path("brief"))
                .orElse(MissingNode.getInstance());
        String email = to.path("email").asText();
        String stage = plain(brief.at("/stage/0"));
        String score = plain(brief.at("/score/0"));
        String record = record(brief);
        String text = plain(to.path("name")) + " (" + plain(to.path("email")) + ") takes this conversation over, since "
                + TIME.format(event.time().atZone(ZoneOffset.UTC)) + "."
                + (stage.isEmpty() ? "" : " Stage: " + stage + ".")
                + (score.isEmpty() ? "" : " Score: " + score + ".")
                + (record.isEmpty()
                        ? " The brief stands in their mail."
                        : " The brief: in their mail, and at " + record);
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("parley_seller", plain(to.path("name")));
        attributes.put("parley_stage", stage);
        attributes.put("parley_score", score);
        attributes.put("parley_opportunity", record.contains("/Opportunity/") ? record : "");
        attributes.values().removeIf(String::isEmpty);
        return new Note(note(event, "").mark(), text, new Note.Takeover(email, attributes));
    }

    /** The page of the CRM that tells most of it: the opportunity's, where there is one. A least brief names none. */
    private static String record(JsonNode brief) {
        return brief.at("/records/0").asText();
    }

    private static String confirmed(JsonNode data) {
        ZoneId zone = zone(data.path("timezone").asText());
        String subject = plain(data.path("subject"));
        String organizer = plain(data.at("/organizer/name"));
        return "A meeting is confirmed: " + time(data.path("start").asText(), zone) + " to "
                + time(data.path("end").asText(), zone)
                + (organizer.isEmpty() ? "" : ", with " + organizer)
                + (subject.isEmpty() ? "" : ": " + subject) + ".";
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private static String time(String instant, ZoneId zone) {
        try {
            return TIME.format(Instant.parse(instant).atZone(zone));
        } catch (DateTimeException e) {
            return "an unknown time";
        }
    }

    /** What somebody wrote becomes neither a link, nor a mention, nor markup, nor another note's mark. */
    private static String plain(JsonNode text) {
        String line = text.asText("").replaceAll("[\\p{Cntrl}\\[\\]<>`*|]", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
