package dev.parley.sandbox.schema;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a permission set grants, read from its {@code permissionset-meta.xml}; whatever it leaves out is withheld. */
public final class Permissions {
    private static final Map<Operation, String> ELEMENTS = new EnumMap<>(Map.of(
            Operation.CREATE, "allowCreate",
            Operation.READ, "allowRead",
            Operation.EDIT, "allowEdit",
            Operation.DELETE, "allowDelete"));
    /** Objects whose access follows another's, as they have no permissions of their own. */
    private static final Map<String, String> FOLLOWS =
            Map.of("OpportunityContactRole", "Opportunity", "CampaignMember", "Campaign");
    /** Objects that every user may read. */
    private static final Set<String> PUBLIC =
            Set.of("User", "Group", "GroupMember", "QueueSobject", "Organization", "OpportunityStage", "RecordType");

    /** The parts of an address are permitted together. */
    private static final Pattern ADDRESS_PART =
            Pattern.compile("^(Billing|Shipping|Mailing|Other|)(Street|City|State|PostalCode|Country)$");

    private final Map<String, Set<Operation>> objects = new HashMap<>();
    private final Set<String> readable = new HashSet<>();
    private final Set<String> editable = new HashSet<>();
    private final Set<String> user = new HashSet<>();

    private Permissions(Xml xml) {
        xml.children("objectPermissions").forEach(this::addObject);
        xml.children("fieldPermissions").forEach(this::addField);
        xml.children("userPermissions").stream()
                .filter(permission -> permission.isTrue("enabled"))
                .forEach(permission -> user.add(permission.text("name").orElseThrow()));
    }

    /** Reads the permission set of that name in the package ({@code force-app/main/default}). */
    public static Permissions read(Path packageRoot, String name) {
        return new Permissions(Xml.read(new PackageFiles(packageRoot).permissionSet(name)));
    }

    Set<Operation> operations(String object) {
        if (object.equals("Task") || object.equals("Event")) {
            return user.contains("Edit" + object) ? all() : EnumSet.of(Operation.READ);
        }
        if (FOLLOWS.containsKey(object)) {
            Set<Operation> parent = operations(FOLLOWS.get(object));
            return parent.contains(Operation.EDIT) ? all() : parent;
        }
        Set<Operation> none = PUBLIC.contains(object) ? EnumSet.of(Operation.READ) : Set.of();
        return objects.getOrDefault(object.toLowerCase(Locale.ROOT), none);
    }

    boolean mayRead(String object, String field) {
        return contains(readable, object, field) || mayEdit(object, field) || PUBLIC.contains(object);
    }

    boolean mayEdit(String object, String field) {
        return contains(editable, object, field);
    }

    private static boolean contains(Set<String> fields, String object, String field) {
        String permitted = ADDRESS_PART.matcher(field).replaceFirst("$1Address");
        boolean isActivity = object.equals("Task") || object.equals("Event");
        return fields.contains((object + "." + permitted).toLowerCase(Locale.ROOT))
                || (isActivity && fields.contains(("Activity." + permitted).toLowerCase(Locale.ROOT)));
    }

    private static Set<Operation> all() {
        return EnumSet.allOf(Operation.class);
    }

    private void addObject(Xml xml) {
        Set<Operation> granted = EnumSet.noneOf(Operation.class);
        ELEMENTS.forEach((operation, element) -> {
            if (xml.isTrue(element)) {
                granted.add(operation);
            }
        });
        objects.put(xml.text("object").orElseThrow().toLowerCase(Locale.ROOT), granted);
    }

    private void addField(Xml xml) {
        String field = xml.text("field").orElseThrow().toLowerCase(Locale.ROOT);
        if (xml.isTrue("readable")) {
            readable.add(field);
        }
        if (xml.isTrue("editable")) {
            editable.add(field);
        }
    }
}
