package dev.parley.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.DueConversations;
import dev.parley.conversation.DueRule;
import dev.parley.conversation.Receipt;
import dev.parley.conversation.Snapshot;
import dev.parley.conversation.TranscriptPart;
import dev.parley.store.Database;
import dev.parley.store.Stores;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/** A real store that is told what a service sends. */
final class ToldStore implements AutoCloseable {

    private static final Clock CLOCK = Clock.fixed(ShippedSource.NOW, ZoneOffset.UTC);
    private static final DueRule DUE = new DueRule(Duration.ZERO, Duration.ZERO, false, Duration.ofMinutes(10));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database = Stores.h2();
    private final String name;
    private final ShippedSource source;

    ToldStore(String name) {
        this.name = name;
        this.source = new ShippedSource(name);
    }

    /** Takes bodies in, each for itself, in their order. */
    Receipt take(String... bodies) {
        Conversations conversations = new Conversations(database.tx(), CLOCK, DUE, Duration.ofHours(24));
        Receipt sum = new Receipt(0, 0);
        for (String body : bodies) {
            Receipt one = conversations.receive(source.events(body));
            sum = new Receipt(sum.accepted() + one.accepted(), sum.duplicates() + one.duplicates());
        }
        return sum;
    }

    /** A conversation as it stands. */
    Snapshot look(String id) {
        return new DueConversations(database.tx(), CLOCK, DUE, Duration.ofMinutes(5), false)
                .look(List.of(new ConversationKey(name, id)))
                .get(0);
    }

    /** Its transcript: who said what. */
    List<String> transcript(String id) {
        return look(id).transcript().changed().stream()
                .map(TranscriptPart::body)
                .flatMap(String::lines)
                .map(ToldStore::line)
                .toList();
    }

    private static String line(String json) {
        try {
            JsonNode message = JSON.readTree(json);
            return message.path("role").asText() + ": " + message.path("text").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
