package dev.parley.channel.writeback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parley.conversation.Envelope;
import dev.parley.words.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says in a line what an event means for the agents. The address of an offer's page does not stand in it: it is bound to
 * the seller, whom the mail brings it.
 */
final class Notes {

    private static final int LONGEST = 200;

    /** What is told of. */
    private static final Set<String> TOLD =
            Set.of("handoff.offered", "handoff.accepted", "handoff.expired", "meeting.confirmed");

    private final BiFunction<String, String, Optional<? extends JsonNode>> events;

    /** @param events the data of an event, by its source and id */
    Notes(BiFunction<String, String, Optional<? extends JsonNode>> events) {
        this.events = events;
    }

    /** Whether anything is told of it. */
    boolean tells(Envelope event) {
        return TOLD.contains(event.type())
                && (!event.type().equals("handoff.expired")
                        || event.data().path("escalated").asBoolean());
    }

    /**
     * What is told of it.
     *
     * @param languages of the agents, the dearest first
     */
    Note of(Envelope event, List<String> languages) {
        Words words = Words.of(Notes.class, languages);
        return switch (event.type()) {
            case "handoff.offered" -> note(event, offered(words, event.data()));
            case "handoff.accepted" -> accepted(words, event);
            case "handoff.expired" -> note(event, words.of("escalated"));
            case "meeting.confirmed" -> note(event, confirmed(words, event.data()));
            default -> throw new IllegalArgumentException("nothing is told of " + event.type());
        };
    }

    private static Note note(Envelope event, String text) {
        return new Note(Note.mark(event.source() + "\n" + event.id()), text, null);
    }

    private static String offered(Words words, JsonNode data) {
        return words.of("offered", plain(data.at("/to/name")), until(words, data));
    }

    private static String until(Words words, JsonNode data) {
        return instant(data.path("until"))
                .map(until -> words.moment(until, ZoneOffset.UTC))
                .orElseGet(() -> words.of("unknownTime"));
    }

    private Note accepted(Words words, Envelope event) {
        JsonNode to = event.data().path("to");
        JsonNode brief = events.apply(event.source(), event.data().path("offer").asText())
                .map(offer -> offer.path("brief"))
                .orElse(MissingNode.getInstance());
        Map<String, String> attributes = attributes(to, brief);
        return new Note(
                note(event, "").mark(),
                accepted(words, event, to, brief),
                new Note.Takeover(to.path("email").asText(), attributes));
    }

    private static String accepted(Words words, Envelope event, JsonNode to, JsonNode brief) {
        String stage = plain(brief.at("/stage/0"));
        String score = plain(brief.at("/score/0"));
        String record = record(brief);
        String since = words.moment(event.time(), ZoneOffset.UTC);
        return Stream.of(
                        words.of("accepted", plain(to.path("name")), plain(to.path("email")), since),
                        stage.isEmpty() ? "" : words.of("stage", words.term("stage", stage)),
                        score.isEmpty() ? "" : words.of("score", score),
                        record.isEmpty() ? words.of("briefInMail") : words.of("briefAt", record))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** For programs, in no language. */
    private static Map<String, String> attributes(JsonNode to, JsonNode brief) {
        String record = record(brief);
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("parley_seller", plain(to.path("name")));
        attributes.put("parley_stage", plain(brief.at("/stage/0")));
        attributes.put("parley_score", plain(brief.at("/score/0")));
        attributes.put("parley_opportunity", record.contains("/Opportunity/") ? record : "");
        attributes.values().removeIf(String::isEmpty);
        return attributes;
    }

    /** The page of the CRM that tells most of it: the opportunity's, where there is one. A least brief names none. */
    private static String record(JsonNode brief) {
        return brief.at("/records/0").asText();
    }

    private static String confirmed(Words words, JsonNode data) {
        String when = when(words, data);
        String subject = plain(data.path("subject"));
        String organizer = plain(data.at("/organizer/name"));
        String meeting = organizer.isEmpty() ? words.of("confirmed", when) : words.of("confirmedWith", when, organizer);
        return subject.isEmpty() ? meeting : meeting + " " + words.of("about", subject);
    }

    private static String when(Words words, JsonNode data) {
        Optional<Instant> start = instant(data.path("start"));
        Optional<Instant> end = instant(data.path("end"));
        return start.isPresent() && end.isPresent()
                ? words.period(
                        start.get(), end.get(), zone(data.path("timezone").asText()))
                : words.of("unknownTime");
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private static Optional<Instant> instant(JsonNode time) {
        try {
            return Optional.of(OffsetDateTime.parse(time.asText()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What somebody wrote becomes neither a link, nor a mention, nor markup, nor another note's mark. */
    private static String plain(JsonNode text) {
        String line = text.asText("").replaceAll("[\\p{Cntrl}\\[\\]<>`*|]", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
