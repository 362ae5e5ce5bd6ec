package dev.parley.sandbox.sharing;

import dev.parley.sandbox.records.Records;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.PackageSharingRule;
import dev.parley.sandbox.schema.Permissions;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.schema.Schema;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Works out what each user may do, by the profile, the permission sets assigned and the sharing rules. */
public final class UserRights {
    private final Schema whole;
    private volatile Map<String, Permissions> sets = Map.of();
    private volatile List<SharingRule> rules = List.of();
    private final Map<Set<String>, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(Permissions permissions, Schema schema) {}

    /**
     * The rights in an org.
     *
     * @param whole the org as the administrator sees it
     */
    public UserRights(Schema whole) {
        this.whole = whole;
    }

    /** Takes the permission sets and sharing rules of these packages, of one name the last, in the place of all before. */
    public void renew(List<Path> packageRoots) {
        Map<String, Permissions> fresh = new HashMap<>();
        packageRoots.forEach(root -> fresh.putAll(Permissions.readAll(root)));
        sets = Map.copyOf(fresh);
        rules = packageRoots.stream()
                .flatMap(root -> PackageSharingRule.read(root).stream())
                .map(SharingRule::new)
                .distinct()
                .toList();
        seen.clear();
    }

    /** What that user may do as things stand now. */
    public Rights of(String userId, Records records) {
        Seen found = seen.computeIfAbsent(names(userId, records), this::seen);
        Sharing sharing = new Sharing(whole, records, found.permissions(), userId, rules);
        return new Rights(userId, language(userId, records), found.schema(), sharing);
    }

    /** Of a language as Salesforce names it, such as {@code zh_CN}, what stands before the country. */
    private static String language(String userId, Records records) {
        return records.byId(userId)
                .map(user -> user.text("LanguageLocaleKey"))
                .orElse("en")
                .replaceFirst("_.*", "");
    }

    /** The active or inactive user of that id or username. */
    public Optional<SObject> find(String idOrUsername, Records records) {
        SObjectType type = type("User");
        Stream<SObject> byId = records.byId(idOrUsername).stream()
                .filter(record -> record.type().name().equals(type.name()));
        return Stream.concat(byId, referring("User", "Username", idOrUsername, records))
                .findFirst();
    }

    private Seen seen(Set<String> names) {
        Permissions all = names.stream().map(this::permissions).reduce(Permissions.NONE, Permissions::plus);
        return new Seen(all, names.contains(Profiles.ADMINISTRATOR) ? whole : whole.seenBy(all));
    }

    private Permissions permissions(String name) {
        return switch (name) {
            case Profiles.ADMINISTRATOR -> Permissions.EVERYTHING;
            case Profiles.STANDARD -> Permissions.ofStandardUser(whole);
            default -> sets.getOrDefault(name, Permissions.NONE);
        };
    }

    /** The names of the user's profile and permission sets. */
    private Set<String> names(String userId, Records records) {
        Set<String> names = referring("PermissionSetAssignment", "AssigneeId", userId, records)
                .flatMap(each -> records.byId(each.text("PermissionSetId")).stream())
                .map(set -> set.text("Name"))
                .collect(Collectors.toCollection(TreeSet::new));
        names.add(records.byId(userId)
                .map(user -> user.text("ProfileId"))
                .flatMap(records::byId)
                .map(profile -> profile.text("Name"))
                .orElse(Profiles.STANDARD));
        return names;
    }

    private Stream<SObject> referring(String typeName, String fieldName, String value, Records records) {
        Field field = type(typeName).field(fieldName).orElseThrow();
        return records.withValue(type(typeName), field, value).filter(record -> !record.isDeleted());
    }

    private SObjectType type(String name) {
        return whole.find(name).orElseThrow();
    }
}
