package dev.parley.channel.gaps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import dev.parley.channel.EventReader;
import dev.parley.channel.ProblemException;
import dev.parley.channel.Unread;
import dev.parley.conversation.Inbox;
import dev.parley.mapping.GapMapping;
import dev.parley.mapping.Place;
import dev.parley.mapping.SourceMapping;
import dev.parley.mapping.SourceTranslation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** One look for what a service's webhooks did not bring. What came already is known by its ids, and stays as it is. */
final class GapSearch {

    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String JSON = "application/json";
    private static final int MOST_LIST_PAGES = 40;
    private static final int MOST_PAGES_OF_ONE = 50;

    private final ServiceApi api;
    private final EventReader reader;
    private final Inbox inbox;
    private final Unread unread;
    private final Clock clock;

    GapSearch(ServiceApi api, Inbox inbox, Unread unread, Clock clock) {
        this.api = api;
        this.reader = new EventReader(clock);
        this.inbox = inbox;
        this.unread = unread;
        this.clock = clock;
    }

    /**
     * Asks for what happened since then, and takes it in.
     *
     * @param done what was taken in by an earlier try of the same look, and is passed over unless it has changed; what
     *     this one takes in is added, so that a service which lets only so much be asked for at a time is got through
     * @return how many events had been missed
     * @throws GapTrouble if it could not be asked to the end
     */
    int fill(GapSource source, SourceMapping mapping, GapMapping gaps, Instant since, Set<HashCode> done) {
        int missed = 0;
        List<JsonNode> last = List.of();
        String before = null;
        for (int page = 1; page <= MOST_LIST_PAGES; page++) {
            JsonNode answer = api.get(
                    source, gaps, gaps.list(new GapMapping.Page(page, before, since, gaps.user(source.token()))));
            List<JsonNode> items = gaps.items(answer);
            // Some give their last page again and again to whoever asks for a further one.
            if (items.isEmpty() || items.equals(last)) {
                return missed;
            }
            last = items;
            before = gaps.listBefore(answer);
            boolean further = !gaps.listTellsNext() || before != null;
            for (JsonNode item : items) {
                Instant changed = gaps.changedAt(item);
                boolean recent = changed == null || !changed.isBefore(since);
                HashCode look = Hashing.sha256().hashString(item.toString(), StandardCharsets.UTF_8);
                if (recent && !done.contains(look)) {
                    missed += take(mapping, item).orElse(0) + whole(source, mapping, gaps, item, since);
                    done.add(look);
                }
                further &= recent || !gaps.sorted();
            }
            if (!further) {
                return missed;
            }
        }
        throw new GapTrouble(
                "more has changed since " + since + " than can be asked for: load an export by 'backfill --source "
                        + source.name() + "'",
                null);
    }

    private int whole(GapSource source, SourceMapping mapping, GapMapping gaps, JsonNode item, Instant since) {
        int missed = 0;
        String before = null;
        for (int page = 0; page < MOST_PAGES_OF_ONE; page++) {
            JsonNode answer = api.get(source, gaps, gaps.each(item, before));
            OptionalInt taken = take(mapping, gaps.body(answer, item));
            if (taken.isEmpty()) {
                // Nor can it be told from this one where the next one begins.
                return missed;
            }
            missed += taken.getAsInt();
            Instant earliest = gaps.earliest(answer);
            String asked = before;
            before = gaps.before(answer);
            if (before == null || before.equals(asked) || earliest != null && earliest.isBefore(since)) {
                return missed;
            }
        }
        return missed;
    }

    /** How many events of it were missed; empty if it could not be read and was kept. */
    private OptionalInt take(SourceMapping mapping, JsonNode body) {
        ObjectNode scope = JsonNodeFactory.instance.objectNode();
        scope.set("body", body);
        scope.putObject("headers");
        scope.putObject("query");
        SourceTranslation translation = mapping.translate(scope, clock.instant());
        if (!translation.failures().isEmpty()) {
            SourceTranslation.Failure first = translation.failures().get(0);
            return keep(mapping, body, first.place(), first.message());
        }
        if (translation.events().isEmpty()) {
            return OptionalInt.of(0);
        }
        byte[] events = translation.events().toString().getBytes(StandardCharsets.UTF_8);
        try {
            return OptionalInt.of(inbox.receive(reader.read(events, BATCH)).accepted());
        } catch (ProblemException e) {
            return keep(mapping, body, mapping.place(), "It makes no good events: " + e.getMessage());
        }
    }

    /** One answer that cannot be read waits for an admin, as a webhook does, and keeps no other from being asked for. */
    private OptionalInt keep(SourceMapping mapping, JsonNode body, Place place, String reason) {
        try {
            unread.keep(mapping.name(), JSON, body.toString().getBytes(StandardCharsets.UTF_8), place, reason);
            return OptionalInt.empty();
        } catch (ProblemException e) {
            throw new GapTrouble("too much that cannot be read is kept already: see 'dead-letters list'", null);
        }
    }
}
