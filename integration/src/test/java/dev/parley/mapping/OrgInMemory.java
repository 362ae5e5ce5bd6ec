package dev.parley.mapping;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.Crm;
import dev.parley.crm.CrmException;
import dev.parley.crm.Describe;
import dev.parley.crm.Describe.Trait;
import dev.parley.crm.Org;
import dev.parley.crm.RecordWrite;
import dev.parley.crm.WriteResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An org whose objects a test describes field by field. */
final class OrgInMemory implements Crm {
    private static final Map<String, Trait> TRAITS = Map.of(
            "c", Trait.CREATEABLE,
            "u", Trait.UPDATEABLE,
            "required", Trait.REQUIRED,
            "external", Trait.EXTERNAL_ID,
            "unique", Trait.UNIQUE,
            "filter", Trait.FILTERABLE,
            "restricted", Trait.RESTRICTED,
            "permitted", Trait.PERMISSIONABLE);

    private final Map<String, Describe> objects = new LinkedHashMap<>();
    private final List<ObjectNode> fieldPermissions = new ArrayList<>();
    private final List<ObjectNode> objectPermissions = new ArrayList<>();
    private final List<ObjectNode> users = new ArrayList<>();
    private final List<ObjectNode> queues = new ArrayList<>();
    private boolean tells = true;

    /** @param fields such as {@code Phone phone 40 c u}, {@code Status picklist c : Open|Closed}, {@code AccountId reference c -> Account} */
    OrgInMemory with(String sobject, String... fields) {
        return with(new Describe(sobject, sobject, true, true, fields(fields), List.of()));
    }

    OrgInMemory with(Describe describe) {
        objects.put(describe.sobject(), describe);
        return this;
    }

    /** What the permission set lets be written, such as {@code Lead} and {@code Lead.Phone}. */
    OrgInMemory granting(String... names) {
        for (String name : names) {
            boolean field = name.contains(".");
            (field ? fieldPermissions : objectPermissions)
                    .add(JsonNodeFactory.instance
                            .objectNode()
                            .put(field ? "Field" : "SobjectType", name)
                            .put("PermissionsEdit", true));
        }
        return this;
    }

    OrgInMemory thatDoesNotTell() {
        tells = false;
        return this;
    }

    static Map<String, Describe.Field> fields(String... lines) {
        Map<String, Describe.Field> fields = new LinkedHashMap<>();
        for (String line : lines) {
            Describe.Field field = field(line);
            fields.put(field.name(), field);
        }
        return fields;
    }

    private static Describe.Field field(String line) {
        String[] values = line.split(" : ", 2);
        String[] targets = values[0].split(" -> ", 2);
        List<String> words = List.of(targets[0].split(" "));
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        words.stream().filter(TRAITS::containsKey).map(TRAITS::get).forEach(traits::add);
        int length = words.stream()
                .filter(word -> word.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
        return new Describe.Field(
                words.get(0),
                words.get(1),
                length,
                traits,
                values.length == 1 ? List.of() : Arrays.asList(values[1].split("\\|")),
                targets.length == 1 ? List.of() : List.of(targets[1].split(",")),
                targets.length == 1 ? null : "Parent");
    }

    @Override
    public Describe describe(String sobject) {
        Describe describe = objects.get(sobject);
        if (describe == null) {
            throw new CrmException(CrmException.Kind.PERMANENT, "NOT_FOUND", null);
        }
        return describe;
    }

    /** A user of the org. */
    OrgInMemory employing(String username, boolean active) {
        users.add(JsonNodeFactory.instance
                .objectNode()
                .put("Username", username)
                .put("Email", username)
                .put("IsActive", active));
        return this;
    }

    /** A queue of the org. */
    OrgInMemory queueing(String name) {
        queues.add(JsonNodeFactory.instance.objectNode().put("DeveloperName", name));
        return this;
    }

    @Override
    public List<List<ObjectNode>> query(List<String> soql) {
        if (soql.get(0).contains(" FROM User ")) {
            return List.of(users, queues);
        }
        if (!tells) {
            throw new CrmException(CrmException.Kind.PERMANENT, "INVALID_TYPE: 'PermissionSet' is not supported", null);
        }
        boolean deployed = !objectPermissions.isEmpty();
        List<ObjectNode> set = deployed ? List.of(JsonNodeFactory.instance.objectNode()) : List.of();
        return List.of(set, objectPermissions, fieldPermissions);
    }

    @Override
    public List<List<ObjectNode>> queryAll(List<String> soql) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Org org() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<WriteResult> write(List<RecordWrite> writes) {
        throw new UnsupportedOperationException("lint changes nothing");
    }
}
