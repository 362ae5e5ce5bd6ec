package dev.parley.channel.writeback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.ChatEvents;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.DueRule;
import dev.parley.conversation.Envelope;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingSet;
import dev.parley.store.Database;
import dev.parley.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.threeten.extra.MutableClock;

/** Conversations of one source of which sellers are asked, in test time, and what writes that back. */
final class Talks implements AutoCloseable {

    static final MappingSet SHIPPED = MappingFiles.load(Path.of("../mappings")).orThrow();

    final Database database = Stores.h2();
    private final String source;
    private final Account account;
    private final Conversations conversations;
    final MutableClock clock = MutableClock.of(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);

    /** What the agents are told in. */
    String language = "en";

    Talks(String source, StandIn service, String token) {
        this.source = source;
        this.account = new Account(source, service.url(), token);
        this.conversations = new Conversations(
                database.tx(),
                clock,
                new DueRule(Duration.ZERO, Duration.ZERO, false, Duration.ofMinutes(10)),
                Duration.ofHours(24));
        program().write(source);
    }

    /** A program that knows nothing but what stands in the store; what happened before the first is not told. */
    WriteBack program() {
        return new WriteBack(List.of(account), () -> SHIPPED, conversation -> List.of(language), database.tx(), clock);
    }

    void asked(String conversation) {
        ObjectNode data = data("parley:handoff:" + conversation + ":1").put("until", "2026-11-28T12:05:00Z");
        ObjectNode brief = data.putObject("brief");
        brief.putArray("stage").add("Prospect");
        brief.putArray("score").add("72 (A)").add("a budget is named");
        brief.putArray("records").add("https://org.example/lightning/r/Opportunity/006A/view");
        tell("parley:handoff:" + conversation + ":1", "handoff.offered", conversation, data);
    }

    void accepted(String conversation) {
        tell(
                "parley:handoff:" + conversation + ":1:answer",
                "handoff.accepted",
                conversation,
                data("parley:handoff:" + conversation + ":1").put("until", "2026-11-28T12:05:00Z"));
    }

    void escalated(String conversation) {
        ObjectNode data = data("parley:handoff:" + conversation + ":1");
        data.remove("to");
        tell(
                "parley:handoff:" + conversation + ":1:answer",
                "handoff.expired",
                conversation,
                data.put("escalated", true));
    }

    void meets(String conversation, String subject) {
        ObjectNode data = StandIn.JSON
                .createObjectNode()
                .put("uid", "m-" + conversation)
                .put("start", "2026-12-01T13:00:00Z")
                .put("end", "2026-12-01T13:30:00Z")
                .put("timezone", "Asia/Tehran")
                .put("subject", subject);
        data.putObject("organizer").put("name", "Maja Lindqvist");
        tell("meets-" + conversation, "meeting.confirmed", conversation, data);
    }

    private static ObjectNode data(String offer) {
        ObjectNode data = StandIn.JSON
                .createObjectNode()
                .put("offer", offer)
                .put("rank", 1)
                .put("reason", "promising");
        data.putObject("to").put("name", "Maja Lindqvist").put("email", "maja@company.example");
        return data;
    }

    private void tell(String id, String type, String conversation, ObjectNode data) {
        conversations.receive(
                List.of(ChatEvents.read(new Envelope(id, source, type, conversation, clock.instant(), "", data))));
    }

    @Override
    public void close() {
        database.close();
    }
}
