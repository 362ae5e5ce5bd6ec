package dev.parley.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.Crm;
import dev.parley.crm.CrmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** The org's users and queues, read in one call when they are first needed and every quarter of an hour from then on. */
final class Users {

    private static final Logger LOG = Logger.getLogger(Users.class.getName());
    private static final Duration FRESH = Duration.ofMinutes(15);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private static final List<String> QUERIES = List.of(
            "SELECT Id, Username, Name, Email, IsActive, UserType, ManagerId, LanguageLocaleKey FROM User"
                    + " ORDER BY SystemModstamp, Id LIMIT 10000",
            "SELECT Id, DeveloperName, Type FROM Group ORDER BY SystemModstamp, Id LIMIT 10000");

    private final Crm crm;
    private final Clock clock;
    private Instant askAgain = Instant.MIN;
    private Map<String, User> byId = Map.of();
    private Map<String, User> byUsername = Map.of();
    private Map<String, User> byEmail = Map.of();
    private Map<String, String> queues = Map.of();

    Users(Crm crm, Clock clock) {
        this.crm = crm;
        this.clock = clock;
    }

    synchronized Optional<User> byId(String id) {
        look();
        return Optional.ofNullable(byId.get(id));
    }

    synchronized Optional<User> byUsername(String username) {
        look();
        return Optional.ofNullable(byUsername.get(normal(username)));
    }

    /** The only active user with that address. */
    synchronized Optional<User> byEmail(String email) {
        look();
        return Optional.ofNullable(byEmail.get(normal(email)));
    }

    /** The id of the queue with that API name. */
    synchronized Optional<String> queue(String name) {
        look();
        return Optional.ofNullable(queues.get(name));
    }

    static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** An org that cannot be asked now leaves what is known as it is. */
    private void look() {
        Instant now = clock.instant();
        if (askAgain.isAfter(now)) {
            return;
        }
        // Also if it fails: every conversation that is planned comes by here.
        askAgain = now.plus(AFTER_FAILURE);
        try {
            List<List<ObjectNode>> rows = crm.query(QUERIES);
            take(rows.get(0).stream().map(User::of).toList());
            queues = rows.get(1).stream()
                    .filter(row -> row.path("Type").asText().equals("Queue"))
                    .collect(Collectors.toMap(
                            row -> row.path("DeveloperName").asText(),
                            row -> row.path("Id").asText(),
                            (one, other) -> one));
            askAgain = now.plus(FRESH);
        } catch (CrmException e) {
            LOG.log(Level.WARNING, "The org''s users cannot be read, owners are not checked: {0}", e.getMessage());
        }
    }

    private void take(List<User> users) {
        byId = users.stream().collect(Collectors.toMap(User::id, Function.identity(), (one, other) -> one));
        byUsername = users.stream().collect(Collectors.toMap(User::username, Function.identity(), (one, other) -> one));
        byEmail = users.stream()
                .filter(user -> user.active() && !user.email().isEmpty())
                .collect(Collectors.groupingBy(User::email))
                .entrySet()
                .stream()
                .filter(same -> same.getValue().size() == 1)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, same -> same.getValue().get(0)));
    }
}
