package dev.parley.sandbox.schema;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a profile or permission set grants; whatever it leaves out is withheld. */
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
    private static final Set<String> PUBLIC = Set.of(
            "User",
            "UserRole",
            "Profile",
            "Group",
            "GroupMember",
            "QueueSobject",
            "Organization",
            "OpportunityStage",
            "RecordType");

    /** The parts of an address are permitted together. */
    private static final Pattern ADDRESS_PART =
            Pattern.compile("^(Billing|Shipping|Mailing|Other|)(Street|City|State|PostalCode|Country)$");

    /** Objects that only those see who may view the setup. */
    private static final Set<String> SETUP = Set.of(
            "PermissionSet", "PermissionSetAssignment", "ObjectPermissions", "FieldPermissions", "AssignmentRule");

    /** Nothing. */
    public static final Permissions NONE = new Permissions();

    /** Every record, whatever sharing says; types and fields are the whole schema's. */
    public static final Permissions EVERYTHING = new Permissions("*");

    private final Map<String, Set<Operation>> objects = new HashMap<>();
    private final Set<String> readable = new HashSet<>();
    private final Set<String> editable = new HashSet<>();
    private final Set<String> user = new HashSet<>();
    private final Set<String> viewAll = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> modifyAll = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    private Permissions(String... allRecordsOf) {
        modifyAll.addAll(List.of(allRecordsOf));
    }

    private Permissions(Xml xml) {
        xml.children("objectPermissions").forEach(this::addObject);
        xml.children("fieldPermissions").forEach(this::addField);
        xml.children("userPermissions").stream()
                .filter(permission -> permission.isTrue("enabled"))
                .forEach(permission -> user.add(permission.text("name").orElseThrow()));
    }

    /** The permission sets of a package ({@code force-app/main/default}), by name. */
    public static Map<String, Permissions> readAll(Path packageRoot) {
        Map<String, Permissions> sets = new HashMap<>();
        PackageFiles.list(packageRoot.resolve("permissionsets"))
                .forEach(file -> sets.put(
                        file.getFileName().toString().replaceFirst("\\..*", ""), new Permissions(Xml.read(file))));
        return sets;
    }

    /** What the profile <i>Standard User</i> grants: work with the standard objects, none of it on a package's. */
    public static Permissions ofStandardUser(Schema schema) {
        Permissions all = new Permissions();
        all.user.addAll(Set.of("ApiEnabled", "EditTask", "EditEvent"));
        schema.types().stream()
                .filter(type -> !type.isCustom() && !PUBLIC.contains(type.name()) && !SETUP.contains(type.name()))
                .forEach(type -> all.allow(type, type.name().equals("Campaign") ? Set.of(Operation.READ) : all()));
        return all;
    }

    private void allow(SObjectType type, Set<Operation> operations) {
        objects.put(type.name().toLowerCase(Locale.ROOT), operations);
        type.fields().stream().filter(field -> !field.isCustom()).forEach(field -> {
            String permitted = ADDRESS_PART.matcher(field.name()).replaceFirst("$1Address");
            editable.add((type.name() + "." + permitted).toLowerCase(Locale.ROOT));
        });
    }

    /** What both grant together. */
    public Permissions plus(Permissions other) {
        Permissions both = new Permissions();
        for (Permissions each : List.of(this, other)) {
            each.objects.forEach((object, granted) -> both.objects.merge(object, granted, Permissions::union));
            both.readable.addAll(each.readable);
            both.editable.addAll(each.editable);
            both.user.addAll(each.user);
            both.viewAll.addAll(each.viewAll);
            both.modifyAll.addAll(each.modifyAll);
        }
        return both;
    }

    private static Set<Operation> union(Set<Operation> one, Set<Operation> other) {
        Set<Operation> both = EnumSet.noneOf(Operation.class);
        both.addAll(one);
        both.addAll(other);
        return both;
    }

    /** Whether sharing hides no record of that object. */
    public boolean viewsAll(String object) {
        return viewAll.contains(object) || modifiesAll(object);
    }

    /** Whether sharing holds back no change to records of that object. */
    public boolean modifiesAll(String object) {
        return modifyAll.contains(object) || modifyAll.contains("*");
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

    boolean mayRead(String object, String name) {
        String field = permitted(object, name);
        if (!field.equals(name)) {
            return mayRead("Contact", field);
        }
        return contains(readable, object, field) || mayEdit(object, field) || PUBLIC.contains(object);
    }

    /** A person account's Person… fields are its contact's, and who may see those sees these. */
    private static String permitted(String object, String field) {
        return object.equals("Account") && field.startsWith("Person") ? field.substring("Person".length()) : field;
    }

    boolean mayEdit(String object, String name) {
        String field = permitted(object, name);
        if (!field.equals(name)) {
            return mayEdit("Contact", field);
        }
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
        String object = xml.text("object").orElseThrow();
        objects.put(object.toLowerCase(Locale.ROOT), granted);
        if (xml.isTrue("viewAllRecords")) {
            viewAll.add(object);
        }
        if (xml.isTrue("modifyAllRecords")) {
            modifyAll.add(object);
        }
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
