package dev.parley.delivery;

import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.DueConversations;
import dev.parley.conversation.DueRule;
import dev.parley.conversation.Readings;
import dev.parley.conversation.Talk;
import dev.parley.identity.Directory;
import dev.parley.identity.Matcher;
import dev.parley.identity.Owners;
import dev.parley.mail.Alerts;
import dev.parley.mail.Outbox;
import dev.parley.mail.Redelivery;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.RecordTypes;
import dev.parley.qualification.Qualifier;
import dev.parley.store.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.threeten.extra.MutableClock;

/** Delivery between a store and a CRM that answers as it is told, at a time that goes as the story has it. */
abstract class DeliveryStage {

    static final MappingSet MAPPINGS = MappingFiles.load(Path.of("../mappings")).orThrow();
    static final DueRule DUE =
            new DueRule(Duration.ofSeconds(10), Duration.ofSeconds(30), false, Duration.ofMinutes(10));
    static final String CONVERSATION = "Chat_Conversation__c";
    static final String PART = "Chat_Transcript_Part__c";

    final ToldCrm crm = new ToldCrm();
    final Talk talk = new Talk("web", "c1");
    final Talk other = new Talk("web", "c2");
    final MutableClock clock = MutableClock.of(Talk.NOON.plusSeconds(600), ZoneOffset.UTC);
    Mode mode = Mode.CREATE;
    boolean anonymous = true;
    Supplier<MappingSet> files = () -> MAPPINGS;

    void receive(Database database, ChatEvent... events) {
        new Conversations(database.tx(), clock, DUE, Duration.ofHours(24)).receive(List.of(events));
    }

    void deliver(Database database) {
        delivery(database).deliver();
    }

    Delivery delivery(Database database) {
        Directory directory =
                new Directory(database.tx(), crm, clock, Duration.ofMinutes(10), MAPPINGS.fieldsBySobject());
        Planner planner = new Planner(
                new Matcher(directory),
                new Owners(crm, clock),
                new Qualifier(new Readings(database.tx()), directory),
                () -> files.get(),
                source -> mode,
                anonymous,
                new RecordTypes(crm::describe),
                directory);
        return new Delivery(
                crm,
                new BoundOrg(database.tx(), crm, clock),
                due(database),
                directory,
                planner,
                new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(15), new Random(1)),
                database.tx(),
                clock,
                new Alerts(outbox(database), "ops@one.example", new SimpleMeterRegistry()),
                new Delivery.Settings(true, 200, Duration.ZERO));
    }

    Outbox outbox(Database database) {
        return new Outbox(database.tx(), clock, Redelivery.SIX_HOURS);
    }

    DueConversations due(Database database) {
        return new DueConversations(database.tx(), clock, DUE, Duration.ofMinutes(5), false);
    }

    DeadLetters letters(Database database) {
        return new DeadLetters(database.tx(), due(database));
    }

    static String line(String file, String field) {
        try {
            List<String> lines = Files.readAllLines(Path.of("../mappings/salesforce", file));
            int line = 1;
            while (!lines.get(line - 1).startsWith("  " + field + ":")) {
                line++;
            }
            return "salesforce/" + file + ":" + line + ":3";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ChatEvent identified(Talk talk) {
        return talk.event(
                "chat.visitor.identified", 1, "i1", "{'visitor':{'email':'ann@one.example','name':'Ann Berg'}}");
    }

    static String message() {
        return "{'id':'m','author':{'role':'visitor'},'text':'Hello'}";
    }
}
