package dev.parley.channel.gaps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.channel.EventReader;
import dev.parley.channel.ProblemException;
import dev.parley.conversation.Inbox;
import dev.parley.mapping.GapMapping;
import dev.parley.mapping.SourceMapping;
import dev.parley.mapping.SourceTranslation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;

/** One look for what a service's webhooks did not bring. What came already is known by its ids, and stays as it is. */
final class GapSearch {

    private static final String BATCH = "application/cloudevents-batch+json";
    private static final int MOST_LIST_PAGES = 40;
    private static final int MOST_PAGES_OF_ONE = 50;

    private final ServiceApi api;
    private final EventReader reader;
    private final Inbox inbox;
    private final Clock clock;

    GapSearch(ServiceApi api, Inbox inbox, Clock clock) {
        this.api = api;
        this.reader = new EventReader(clock);
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * Asks for what happened since then, and takes it in.
     *
     * @return how many events had been missed
     * @throws GapTrouble if it could not be asked to the end
     */
    int fill(GapSource source, SourceMapping mapping, GapMapping gaps, Instant since) {
        int missed = 0;
        for (int page = 1; page <= MOST_LIST_PAGES; page++) {
            var items = gaps.items(api.get(source, gaps, gaps.list(page)));
            boolean further = !items.isEmpty();
            for (JsonNode item : items) {
                Instant changed = gaps.changedAt(item);
                boolean recent = changed == null || !changed.isBefore(since);
                missed += recent ? take(mapping, item) + whole(source, mapping, gaps, item, since) : 0;
                further &= recent;
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
            missed += take(mapping, answer);
            Instant earliest = gaps.earliest(answer);
            before = gaps.before(answer);
            if (before == null || earliest != null && earliest.isBefore(since)) {
                return missed;
            }
        }
        return missed;
    }

    private int take(SourceMapping mapping, JsonNode body) {
        ObjectNode scope = JsonNodeFactory.instance.objectNode();
        scope.set("body", body);
        scope.putObject("headers");
        scope.putObject("query");
        SourceTranslation translation = mapping.translate(scope, clock.instant());
        if (!translation.failures().isEmpty()) {
            throw new GapTrouble(
                    "what it answers cannot be translated: "
                            + translation.failures().get(0),
                    null);
        }
        if (translation.events().isEmpty()) {
            return 0;
        }
        byte[] events = translation.events().toString().getBytes(StandardCharsets.UTF_8);
        try {
            return inbox.receive(reader.read(events, BATCH)).accepted();
        } catch (ProblemException e) {
            throw new GapTrouble("what it answers makes no good events: look at " + mapping.place(), null);
        }
    }
}
