package dev.parley.meeting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Person;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What guests answered to one revision of an invitation (RFC 5546 sections 3.2.3 and 3.2.7). */
final class Replies {

    private final List<JsonNode> replies;

    /**
     * Those to a revision.
     *
     * @param all as the conversation knows them
     */
    Replies(Collection<JsonNode> all, int revision) {
        this.replies = all.stream()
                .filter(reply -> reply.at("/answers/sequence").asInt(-1) == revision)
                .toList();
    }

    /** Whether each of the guests said no; false where there is none. */
    boolean allDeclined(Collection<Person> guests) {
        Set<String> declined = replies.stream()
                .filter(reply -> status(reply).equals("declined"))
                .map(reply -> lower(reply.at("/attendee/email").asText()))
                .collect(Collectors.toSet());
        return !guests.isEmpty()
                && guests.stream()
                        .allMatch(guest -> declined.contains(lower(guest.email().strip())));
    }

    /** The time that one of them proposes instead. */
    Optional<Slot> proposed() {
        return replies.stream()
                .filter(reply -> status(reply).equals("counter"))
                .flatMap(reply -> slot(reply.path("answers")).stream())
                .findFirst();
    }

    private static Optional<Slot> slot(JsonNode answers) {
        if (!answers.hasNonNull("start") || !answers.hasNonNull("end")) {
            return Optional.empty();
        }
        Instant start = Instant.parse(answers.path("start").asText());
        Instant end = Instant.parse(answers.path("end").asText());
        return start.isBefore(end) ? Optional.of(new Slot(start, end)) : Optional.empty();
    }

    private static String status(JsonNode reply) {
        return reply.at("/answers/status").asText();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
