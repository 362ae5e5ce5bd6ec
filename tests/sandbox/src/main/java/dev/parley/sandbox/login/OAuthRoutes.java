package dev.parley.sandbox.login;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.Store;
import dev.parley.sandbox.sharing.UserRights;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code /services/oauth2/…}: tokens for client credentials and for a username with its password (RFC 6749 sections 4.4
 * and 4.3), and who a token is.
 */
public final class OAuthRoutes {
    private static final String PASSWORD = "demo";

    private final Clients clients;
    private final UserRights users;
    private final Sessions sessions;
    private final Store store;
    private final String orgId;
    private final Supplier<String> url;
    private final Clock clock;

    /**
     * The routes.
     *
     * @param orgId the org's id, 18 characters
     * @param url the org's address, known only once it listens
     */
    public OAuthRoutes(
            Clients clients,
            Sessions sessions,
            UserRights users,
            Store store,
            String orgId,
            Supplier<String> url,
            Clock clock) {
        this.clients = clients;
        this.users = users;
        this.sessions = sessions;
        this.store = store;
        this.orgId = orgId;
        this.url = url;
        this.clock = clock;
    }

    /** Adds them to the router. */
    public void mount(Router router) {
        router.post("/services/oauth2/token").handler(this::token);
        router.route("/services/oauth2/userinfo").handler(this::userInfo);
        router.post("/services/oauth2/revoke").handler(this::revoke);
        router.get("/id/:org/:user").handler(this::userInfo);
    }

    private void token(RoutingContext context) {
        String grant = context.request().getFormAttribute("grant_type");
        if (!"client_credentials".equals(grant) && !"password".equals(grant)) {
            refuse(context, "unsupported_grant_type", "grant type not supported");
            return;
        }
        String[] credentials = credentials(context);
        if (!clients.knows(credentials[0])) {
            refuse(context, "invalid_client_id", "client identifier invalid");
            return;
        }
        Optional<Session> session = clients.login(credentials[0], credentials[1]);
        if (session.isEmpty()) {
            refuse(context, "invalid_client", "invalid client credentials");
            return;
        }
        Optional<Session> user = "password".equals(grant) ? byPassword(context) : session;
        if (user.isEmpty()) {
            refuse(context, "invalid_grant", "authentication failure");
        } else if (!isActive(user.get())) {
            refuse(context, "invalid_grant", "inactive user");
        } else {
            send(context, 200, granted(user.get()));
        }
    }

    /** Every user of a sandbox org has the same password. */
    private Optional<Session> byPassword(RoutingContext context) {
        String username = Optional.ofNullable(context.request().getFormAttribute("username"))
                .orElse("");
        return Optional.ofNullable(context.request().getFormAttribute("password"))
                .filter(PASSWORD::equals)
                .flatMap(right -> store.read(records -> users.find(username, records)))
                .map(user -> new Session(user.id()));
    }

    private boolean isActive(Session session) {
        return store.read(records -> records.byId(session.userId()))
                .filter(user -> user.isTrue("IsActive"))
                .isPresent();
    }

    private ObjectNode granted(Session session) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("access_token", sessions.begin(orgId, session));
        body.put("signature", Base64.getEncoder().encodeToString(orgId.getBytes(StandardCharsets.UTF_8)));
        body.put("scope", "api");
        body.put("instance_url", url.get());
        body.put("id", identity(session.userId()));
        body.put("token_type", "Bearer");
        body.put("issued_at", String.valueOf(clock.millis()));
        return body;
    }

    private String identity(String userId) {
        return url.get() + "/id/" + orgId + "/" + userId;
    }

    /** The client's id and secret, from the form or from basic authentication. */
    private static String[] credentials(RoutingContext context) {
        String header = context.request().getHeader("Authorization");
        if (header != null && header.startsWith("Basic ")) {
            String pair = new String(
                    Base64.getMimeDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8);
            return (pair + ":").split(":", 3);
        }
        return new String[] {
            Optional.ofNullable(context.request().getFormAttribute("client_id")).orElse(""),
            Optional.ofNullable(context.request().getFormAttribute("client_secret"))
                    .orElse("")
        };
    }

    private void userInfo(RoutingContext context) {
        Optional<Session> session = sessions.of(context.request().getHeader("Authorization"));
        Optional<SObject> user = session.flatMap(found -> store.read(records -> records.byId(found.userId())));
        if (user.isEmpty()) {
            context.response().setStatusCode(403).end("Bad_OAuth_Token");
            return;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("sub", identity(user.get().id()));
        body.put("user_id", user.get().id());
        body.put("organization_id", orgId);
        body.put("preferred_username", user.get().text("Username"));
        body.put("username", user.get().text("Username"));
        body.put("display_name", user.get().text("Name"));
        body.put("name", user.get().text("Name"));
        body.put("email", user.get().text("Email"));
        body.put("active", user.get().isTrue("IsActive"));
        body.put("user_type", "STANDARD");
        body.put("zoneinfo", user.get().text("TimeZoneSidKey"));
        send(context, 200, body);
    }

    private void revoke(RoutingContext context) {
        Optional.ofNullable(context.request().getFormAttribute("token")).ifPresent(sessions::end);
        context.response().setStatusCode(200).end();
    }

    private static void refuse(RoutingContext context, String error, String description) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error", error);
        body.put("error_description", description);
        send(context, 400, body);
    }

    private static void send(RoutingContext context, int status, ObjectNode body) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json;charset=UTF-8")
                .putHeader("Cache-Control", "no-cache, no-store")
                .end(body.toString());
    }
}
