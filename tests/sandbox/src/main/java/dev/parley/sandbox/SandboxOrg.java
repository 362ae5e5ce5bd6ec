package dev.parley.sandbox;

import dev.parley.sandbox.calls.CallLog;
import dev.parley.sandbox.calls.Faults;
import dev.parley.sandbox.chat.ChatService;
import dev.parley.sandbox.login.Clients;
import dev.parley.sandbox.login.OAuthRoutes;
import dev.parley.sandbox.login.Session;
import dev.parley.sandbox.login.Sessions;
import dev.parley.sandbox.mail.MailPages;
import dev.parley.sandbox.mail.MailServer;
import dev.parley.sandbox.metadata.Deployments;
import dev.parley.sandbox.pages.Pages;
import dev.parley.sandbox.records.Ids;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.Store;
import dev.parley.sandbox.rest.ApiRoutes;
import dev.parley.sandbox.rest.Org;
import dev.parley.sandbox.rest.OtherApis;
import dev.parley.sandbox.rest.Queries;
import dev.parley.sandbox.saving.OrgRules;
import dev.parley.sandbox.schema.PackageGroup;
import dev.parley.sandbox.schema.PackagePermissionSet;
import dev.parley.sandbox.schema.PersonAccounts;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.schema.Schema;
import dev.parley.sandbox.sharing.Rights;
import dev.parley.sandbox.sharing.UserRights;
import dev.parley.sandbox.soql.Soql;
import dev.parley.sandbox.streaming.ChangeCapture;
import dev.parley.sandbox.streaming.CometdRoutes;
import dev.parley.sandbox.streaming.EventBus;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A local org that speaks the Salesforce REST API. What it holds lies in its home, and is there again after a restart,
 * an orderly one or not.
 */
public final class SandboxOrg implements AutoCloseable {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    /** Salesforce's own limit, in bytes. */
    private static final int LONGEST_ADDRESS = 16_384;

    private static final int LARGEST_BODY = 50 * 1024 * 1024;

    private final Vertx vertx = Vertx.vertx();
    private final Clients clients = new Clients();
    private final Sessions sessions = new Sessions();
    private final Clock clock = Clock.systemUTC();
    private final Schema schema;
    private final UserRights rights;
    private final List<PackageGroup> groups;
    private final List<PackagePermissionSet> permissionSets;
    private final Path packageRoot;
    private final Path deployed;
    private final Store store;
    private final Org org;
    private final String orgId;
    private final EventBus events = new EventBus(clock);
    private final ChatService chat;
    private final MailServer mail = MailServer.start(0);
    private HttpServer server;

    private SandboxOrg(Path home, Path packageRoot) {
        this.packageRoot = packageRoot;
        deployed = home.resolve("deployed");
        schema = Schema.load(packageRoot, deployed);
        groups = PackageGroup.read(packageRoot);
        permissionSets = PackagePermissionSet.read(packageRoot);
        rights = new UserRights(schema);
        rights.renew(List.of(packageRoot, deployed));
        store = new Store(schema, home, clock);
        orgId = store.read(records -> Seed.organization(schema, records)) == null
                ? Ids.random(schema.find("Organization").orElseThrow().keyPrefix())
                : store.read(records -> Seed.organization(schema, records).id());
        org = new Org(
                schema,
                rights,
                store,
                queries(),
                new OrgRules(),
                new Faults(),
                new CallLog(),
                new AtomicReference<>(clock.instant()),
                new Deployments(packageRoot, deployed, this::adopt, this::isAssigned));
        plant();
        store.onCommit(new ChangeCapture(events)::capture);
        register("demo", "demo", Seed.ADMINISTRATOR);
        register("parley-demo", "parley-demo", Seed.INTEGRATION_USER);
        chat = new ChatService(vertx, home.resolve("chat"), clock);
    }

    /**
     * Starts the org with the package of the project the working directory lies in.
     *
     * @param home where its records lie; made if it is not there
     * @param port where it listens on 127.0.0.1, 0 for a free port
     */
    public static SandboxOrg start(Path home, int port) {
        return start(home, port, PackageLocation.find());
    }

    /**
     * Starts the org.
     *
     * @param home where its records lie; made if it is not there
     * @param port where it listens on 127.0.0.1, 0 for a free port
     * @param packageRoot the Salesforce DX package that adds to its schema ({@code force-app/main/default})
     */
    public static SandboxOrg start(Path home, int port, Path packageRoot) {
        SandboxOrg org = new SandboxOrg(home, packageRoot);
        org.listen(port);
        return org;
    }

    /** The port it listens on. */
    public int port() {
        return server.actualPort();
    }

    /** Its address, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /**
     * Lets a further client app log in.
     *
     * @param username the user it acts as, who has to be there
     */
    public void register(String clientId, String secret, String username) {
        SObject user = store.read(records -> Seed.user(schema, records, username));
        clients.register(clientId, secret, new Session(user.id()));
    }

    /** The chat service of the demo company, whose pages the org serves too. */
    public ChatService chat() {
        return chat;
    }

    /** The mail server of the demo company, whose pages the org serves too. */
    public MailServer mail() {
        return mail;
    }

    /** Stops listening. The home can be used by another org then. */
    @Override
    public void close() {
        chat.close();
        mail.close();
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception stuck) {
            throw new IllegalStateException("The sandbox org did not stop", stuck);
        } finally {
            store.close();
        }
    }

    /** Person accounts from now on; as in Salesforce there is no way back. */
    private void switchOnPersonAccounts() {
        PersonAccounts.switchOn(deployed);
        adopt(Schema.load(packageRoot, deployed), deployed);
    }

    /** Takes up what was deployed. */
    private void adopt(Schema fresh, Path from) {
        schema.redefine(fresh);
        store.retype(schema);
        rights.renew(List.of(packageRoot, from));
        plant();
        org.since().set(clock.instant());
    }

    private Set<String> known() {
        return Stream.concat(permissionSets.stream(), PackagePermissionSet.read(deployed).stream())
                .map(PackagePermissionSet::name)
                .collect(Collectors.toSet());
    }

    private boolean isAssigned(String permissionSet) {
        return store.read(records -> PermissionSeed.isAssigned(schema, records, permissionSet));
    }

    private Queries queries() {
        return new Soql(store.records(), clock);
    }

    private void renew() {
        events.clear();
        mail.clear();
        plant();
    }

    private void plant() {
        store.write(transaction -> {
            if (Seed.organization(schema, transaction) == null) {
                Seed.plant(schema, transaction, orgId, groups);
            }
            Seed.complete(schema, transaction);
            PermissionSeed.plant(schema, transaction, permissionSets);
            PermissionSeed.renew(schema, transaction, PackagePermissionSet.read(deployed));
            PermissionSeed.keepOnly(schema, transaction, known());
            return null;
        });
    }

    private Optional<SObjectType> follows(String userId, String entity) {
        Rights of = store.read(records -> rights.of(userId, records));
        return of.schema().find(entity).filter(of.sharing()::viewsAll);
    }

    private void listen(int port) {
        Router router = Router.router(vertx);
        router.route().handler(this::date);
        ApiRoutes api = new ApiRoutes(vertx, org, sessions);
        api.mountUploads(router);
        router.route()
                .method(HttpMethod.POST)
                .method(HttpMethod.PUT)
                .method(HttpMethod.PATCH)
                .method(HttpMethod.DELETE)
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
        new OAuthRoutes(clients, sessions, rights, store, orgId, this::url, clock).mount(router);
        api.mount(router);
        OtherApis.mount(router);
        new CometdRoutes(vertx, events, sessions, this::follows).mount(router);
        new SandboxRoutes(new Tester(org, this::renew, this::switchOnPersonAccounts), mail).mount(router);
        chat.mount(router);
        new MailPages(mail).mount(router);
        new Pages(store, new UsersEyes(rights)).mount(router);
        HttpServerOptions options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setMaxInitialLineLength(LONGEST_ADDRESS)
                .setCompressionSupported(true)
                .setDecompressionSupported(true);
        server = vertx.createHttpServer(options)
                .requestHandler(router)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** As every server with a clock says (RFC 9110 section 6.6.1). */
    private void date(RoutingContext context) {
        context.response().putHeader("Date", HTTP_DATE.format(clock.instant()));
        context.next();
    }

    /** Starts an org and prints its address: {@code --port 8180 --home DIR --schema DIR}. */
    public static void main(String[] arguments) {
        Options options = Options.of(arguments);
        SandboxOrg org = start(options.home(), options.port(), options.schema());
        Runtime.getRuntime().addShutdownHook(new Thread(org::close));
        System.out.println("org " + org.url());
        System.out.println("mail 127.0.0.1:" + org.mail().port());
    }
}
