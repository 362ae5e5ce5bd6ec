package dev.parley.admin;

import dev.parley.channel.RawBody;
import dev.parley.channel.Rereading;
import dev.parley.channel.Unread;
import dev.parley.channel.UnreadReader;
import dev.parley.channel.Unreadable;
import dev.parley.conversation.ConversationLinks;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.DueConversations;
import dev.parley.conversation.DueRule;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.Readings;
import dev.parley.conversation.Sources;
import dev.parley.conversation.Talk;
import dev.parley.delivery.Backoff;
import dev.parley.delivery.BoundOrg;
import dev.parley.delivery.DeadLetters;
import dev.parley.delivery.Delivery;
import dev.parley.delivery.DescribeWatch;
import dev.parley.delivery.MappingAlarm;
import dev.parley.delivery.MappingReplay;
import dev.parley.delivery.MappingVersions;
import dev.parley.delivery.Mode;
import dev.parley.delivery.OldConversations;
import dev.parley.delivery.Planner;
import dev.parley.delivery.Reconciliation;
import dev.parley.delivery.Records;
import dev.parley.delivery.ToldCrm;
import dev.parley.identity.Directory;
import dev.parley.identity.Following;
import dev.parley.identity.Links;
import dev.parley.identity.Matcher;
import dev.parley.identity.Owners;
import dev.parley.identity.SignedIds;
import dev.parley.mail.Alerts;
import dev.parley.mail.MailRoutes;
import dev.parley.mail.MailSettings;
import dev.parley.mail.Outbox;
import dev.parley.mail.Redelivery;
import dev.parley.mapping.FilesInForce;
import dev.parley.mapping.MappingFolder;
import dev.parley.mapping.RecordTypes;
import dev.parley.qualification.Qualifier;
import dev.parley.store.Database;
import dev.parley.store.Stores;
import dev.parley.store.Tx;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.main.Main;

/** The admin's routes on a real server, over a store in memory and an org that answers as it is told. */
final class StaffedDesk implements AutoCloseable {

    static final String TOKEN = "the-token-of-the-admin-of-these-tests";

    private static final DueRule DUE =
            new DueRule(Duration.ofSeconds(10), Duration.ofSeconds(30), false, Duration.ofMinutes(10));
    private static final Clock CLOCK = Clock.fixed(Talk.NOON.plusSeconds(600), ZoneOffset.UTC);

    private final FilesInForce mappings;
    private final ToldCrm crm = new ToldCrm();
    private final Database database = Stores.h2();
    private final Parts parts;
    private final Sources sources;
    private final Main main = new Main();
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = freePort();

    StaffedDesk(Path folder) throws Exception {
        this(folder, "");
    }

    /** With further lines of settings. */
    StaffedDesk(Path folder, String more) throws Exception {
        mappings = FilesInForce.of(shipped(folder.resolve("mappings")), CLOCK);
        parts = parts(folder);
        String config = "admin.token=" + TOKEN + "\ncrm.url=https://one.example\n" + more;
        Path file = Files.writeString(folder.resolve("parley.properties"), config);
        Settings settings = Settings.load(file, Map.of(), List.of());
        main.addInitialProperty("camel.server.enabled", "true");
        main.addInitialProperty("camel.server.host", "127.0.0.1");
        main.addInitialProperty("camel.server.port", Integer.toString(port));
        main.configure().addRoutesBuilder(new AdminProblems());
        LaidAside laidAside = new LaidAside(
                parts.deadLetters(), parts.unread(), new Rereading(parts.unread(), List.of(new UnreadStandIn())));
        sources = new Sources(parts.conversations(), database.tx(), CLOCK);
        AdminDesk door = AdminDesk.of(settings, parts, sources, laidAside, CLOCK);
        main.configure().addRoutesBuilder(new AdminRoutes(door));
        main.configure()
                .addRoutesBuilder(new MappingDeskRoutes(door, new MappingDesk(parts.versioning(), parts.mappings())));
        main.configure().addRoutesBuilder(new LedgerRoutes(door, LedgerDesk.of(parts, CLOCK)));
        main.configure().addRoutesBuilder(new ReviewRoutes(door, new ReviewDesk(parts)));
        main.configure().addRoutesBuilder(new ReportRoutes(door, ReportDesk.of(parts, settings, CLOCK)));
        main.configure().addRoutesBuilder(new PreviewRoutes(door, PreviewDesk.of(parts)));
        main.configure().addRoutesBuilder(new ConsoleRoutes());
        main.configure().addRoutesBuilder(new HealthRoutes(new HealthDesk()));
        main.start();
    }

    /** What is sent goes in here. */
    Inbox inbox() {
        return sources;
    }

    /** One more route. */
    void add(RouteBuilder routes) throws Exception {
        main.getCamelContext().addRoutes(routes);
    }

    /** The shipped files in a folder that may be written to. */
    private static Path shipped(Path folder) throws IOException {
        for (Map.Entry<String, String> file :
                MappingFolder.texts(Path.of("../mappings")).entrySet()) {
            Path copy = folder.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, file.getValue());
        }
        return folder;
    }

    private Parts parts(Path folder) {
        Tx tx = database.tx();
        DueConversations due = new DueConversations(tx, CLOCK, DUE, Duration.ofMinutes(5), false);
        Directory directory = new Directory(
                tx, crm, CLOCK, Duration.ofMinutes(10), mappings.get().fieldsBySobject());
        Qualifier qualifier = new Qualifier(new Readings(tx), directory);
        Links links = new Links(tx);
        Planner planner = new Planner(
                new Matcher(directory, links, SignedIds.NONE, due::said),
                new Owners(crm, CLOCK),
                qualifier,
                mappings,
                source -> Mode.CREATE,
                true,
                new RecordTypes(crm::describe),
                directory);
        Outbox outbox = new Outbox(tx, CLOCK, Redelivery.SIX_HOURS);
        Records records = new Records(tx);
        Conversations conversations = new Conversations(tx, CLOCK, DUE, Duration.ofHours(24));
        return new Parts(
                database,
                conversations,
                ConversationLinks.signedWith("a key", new SimpleMeterRegistry().counter("refused")),
                due,
                crm,
                directory,
                qualifier,
                planner,
                delivery(due, directory, planner, outbox),
                new DeadLetters(tx, due),
                records,
                new Reconciliation(due, planner, records, crm),
                new MailRoutes(outbox, new MailSettings(Optional.empty(), "parley@one.example", folder), () -> true),
                new OldConversations(tx, CLOCK, Period.ofDays(3650)),
                new Unread(tx, CLOCK),
                mappings,
                Versioning.of(
                        new MappingAlarm(
                                mappings,
                                new Alerts(outbox, null, new SimpleMeterRegistry()),
                                new SimpleMeterRegistry(),
                                CLOCK),
                        new MappingVersions(tx, CLOCK),
                        new MappingReplay(tx, due, planner, directory, CLOCK),
                        mappings,
                        directory,
                        new DescribeWatch(
                                mappings,
                                crm,
                                directory,
                                new Alerts(outbox, null, new SimpleMeterRegistry()),
                                new SimpleMeterRegistry(),
                                CLOCK)),
                new Following(directory, (sobjects, after, taker) -> false, tx, Duration.ofMinutes(1), CLOCK),
                Linking.of(links, tx, crm, new BoundOrg(tx, crm, CLOCK), due, directory, planner, conversations, CLOCK),
                outbox,
                new Owners(crm, CLOCK),
                new Alerts(outbox, null, new SimpleMeterRegistry()));
    }

    private Delivery delivery(DueConversations due, Directory directory, Planner planner, Outbox outbox) {
        return new Delivery(
                crm,
                new BoundOrg(database.tx(), crm, CLOCK),
                due,
                directory,
                planner,
                new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(15), new Random(1)),
                database.tx(),
                CLOCK,
                new Alerts(outbox, null, new SimpleMeterRegistry()),
                new Delivery.Settings(true, 200, Duration.ZERO));
    }

    /** Reads what is not broken. */
    private static final class UnreadStandIn implements UnreadReader {
        @Override
        public boolean reads(String mediaType) {
            return mediaType.equals("application/json");
        }

        @Override
        public void read(RawBody delivery) {
            if (new String(delivery.bytes(), StandardCharsets.UTF_8).contains("broken")) {
                throw new Unreadable(null, "it is broken");
            }
        }
    }

    Parts parts() {
        return parts;
    }

    /** Anything that says of itself how it is. */
    void watch(HealthCheck check) {
        main.getCamelContext().getRegistry().bind(check.getId(), check);
        HealthCheckRegistry.get(main.getCamelContext()).register(check);
    }

    ToldCrm crm() {
        return crm;
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET(), "Bearer " + TOKEN);
    }

    HttpResponse<String> post(String path) throws Exception {
        return send(request(path).POST(BodyPublishers.noBody()), "Bearer " + TOKEN);
    }

    HttpResponse<String> post(String path, String contentType, String body) throws Exception {
        return send(
                request(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)),
                "Bearer " + TOKEN);
    }

    /** As somebody else; null shows no token at all. */
    HttpResponse<String> send(String method, String path, String authorization) throws Exception {
        return send(request(path).method(method, BodyPublishers.noBody()), authorization);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofMinutes(2));
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String authorization) throws Exception {
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        main.stop();
        database.close();
    }
}
