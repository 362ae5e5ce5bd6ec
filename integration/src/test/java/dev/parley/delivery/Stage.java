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
import dev.parley.mapping.FilesInForce;
import dev.parley.mapping.RecordTypes;
import dev.parley.qualification.Qualifier;
import dev.parley.store.Database;
import dev.parley.store.Tx;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Delivery with a mappings folder of its own, over a store and an org that answers as it is told. */
final class Stage {

    private static final DueRule DUE =
            new DueRule(Duration.ZERO, Duration.ofSeconds(30), false, Duration.ofMinutes(10));

    final ToldCrm crm;
    final Tx tx;
    final Path dir;
    final MeterRegistry meters = new SimpleMeterRegistry();
    final Outbox outbox;
    final DueConversations due;
    final Directory directory;
    final FilesInForce files;
    final Planner planner;
    final MappingVersions versions;
    final MappingReplay replay;
    final MappingChanges changes;
    final Delivery delivery;
    Instant now;

    /** Done whenever somebody asks for the time; throws where the program is to die there. */
    Runnable onTime = () -> {};

    /** A start of the program; {@code dir} is filled with the shipped files if it is empty. */
    Stage(Database database, Path dir, ToldCrm crm, Instant now) {
        this.now = now;
        this.dir = dir;
        this.crm = crm;
        tx = database.tx();
        fill(dir);
        Alerts alerts = new Alerts(outbox = new Outbox(tx, clock(), Redelivery.SIX_HOURS), "ops@one.example", meters);
        due = new DueConversations(tx, clock(), DUE, Duration.ofMinutes(5), false);
        files = FilesInForce.of(dir, clock());
        directory = new Directory(
                tx, crm, clock(), Duration.ofMinutes(10), files.get().fieldsToKeep());
        planner = new Planner(
                new Matcher(directory),
                new Owners(crm, clock()),
                new Qualifier(new Readings(tx), directory),
                files,
                source -> Mode.CREATE,
                true,
                new RecordTypes(crm::describe),
                directory);
        versions = new MappingVersions(tx, clock());
        replay = new MappingReplay(tx, due, planner, directory, clock());
        changes = new MappingChanges(
                files, versions, replay, directory, new MappingAlarm(files, alerts, meters, clock()));
        delivery = new Delivery(
                crm,
                new BoundOrg(tx, crm, clock()),
                due,
                directory,
                planner,
                new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(15), new Random(1)),
                tx,
                clock(),
                alerts,
                new Delivery.Settings(true, 200, Duration.ZERO));
        changes.begin();
    }

    void receive(ChatEvent... events) {
        new Conversations(tx, clock(), DUE, Duration.ofHours(24)).receive(List.of(events));
    }

    void deliver() {
        delivery.deliver();
    }

    /** The visitor says one thing and goes. */
    void hears(Talk talk) {
        String id = talk.key().id();
        receive(
                talk.says("visitor", 5, "m-" + id, "Hello"),
                talk.event("chat.conversation.closed", 6, "c-" + id, "{'by':'agent'}"));
    }

    /** The visitor says who they are. */
    void learns(Talk talk) {
        String id = talk.key().id();
        receive(talk.event(
                "chat.visitor.identified",
                1,
                "i-" + id,
                "{'visitor':{'email':'" + id + "@one.example','name':'Ann Berg','title':'CTO'}}"));
    }

    String text(String file) {
        try {
            return Files.readString(dir.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void save(String file, String text) {
        try {
            Files.writeString(dir.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Path dir) {
        Path from = Path.of("../mappings/salesforce");
        if (Files.exists(dir.resolve("salesforce"))) {
            return;
        }
        try (Stream<Path> shipped = Files.list(from)) {
            Files.createDirectory(dir.resolve("salesforce"));
            for (Path file : shipped.toList()) {
                Files.copy(file, dir.resolve("salesforce").resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes with {@code now}. */
    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                onTime.run();
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("this clock is for instants");
            }
        };
    }
}
