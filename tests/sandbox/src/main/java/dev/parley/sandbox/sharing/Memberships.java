package dev.parley.sandbox.sharing;

import dev.parley.sandbox.records.Records;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.schema.Schema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where one user stands among the others: in which groups, and above which roles. */
final class Memberships {
    private final Schema schema;
    private final Records records;
    private final String userId;
    private final Set<String> groups;
    private final Set<String> rolesBelow;

    Memberships(Schema schema, Records records, String userId) {
        this.schema = schema;
        this.records = records;
        this.userId = userId;
        this.groups = closure(userId, member -> referring("GroupMember", "UserOrGroupId", member)
                .map(each -> each.text("GroupId")));
        this.rolesBelow = role(userId).stream()
                .flatMap(role ->
                        closure(role, above -> referring("UserRole", "ParentRoleId", above)
                                        .map(SObject::id))
                                .stream())
                .collect(Collectors.toSet());
    }

    /** API names of the groups and queues that the user is in, through other groups too. */
    Set<String> groupNames() {
        return groups.stream()
                .flatMap(id -> records.byId(id).stream())
                .map(group -> group.text("DeveloperName"))
                .collect(Collectors.toSet());
    }

    /** Whether what that user or queue owns is the user's own as well, or of somebody below. */
    boolean actsFor(String owner) {
        return userId.equals(owner) || groups.contains(owner) || isBelow(owner) || isQueueOfOthersBelow(owner);
    }

    private boolean isBelow(String owner) {
        return !rolesBelow.isEmpty() && role(owner).filter(rolesBelow::contains).isPresent();
    }

    private boolean isQueueOfOthersBelow(String owner) {
        return !rolesBelow.isEmpty()
                && referring("GroupMember", "GroupId", owner).anyMatch(member -> isBelow(member.text("UserOrGroupId")));
    }

    private Optional<String> role(String user) {
        return records.byId(user)
                .filter(found -> found.type().name().equals("User"))
                .map(found -> found.text("UserRoleId"));
    }

    private Stream<SObject> referring(String typeName, String field, String id) {
        SObjectType type = schema.find(typeName).orElseThrow();
        Field reference = type.field(field).orElseThrow();
        return records.withValue(type, reference, id).filter(record -> !record.isDeleted());
    }

    /** All that is reached from a start by going on and on, the start itself not among it. */
    private static Set<String> closure(String start, Function<String, Stream<String>> next) {
        Set<String> reached = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(Set.of(start));
        while (!waiting.isEmpty()) {
            next.apply(waiting.remove()).filter(reached::add).forEach(waiting::add);
        }
        return reached;
    }
}
