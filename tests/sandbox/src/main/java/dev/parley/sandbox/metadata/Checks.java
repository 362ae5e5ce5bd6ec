package dev.parley.sandbox.metadata;

import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.schema.Schema;
import dev.parley.sandbox.schema.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the components of a deployment against the schema that the org would have with them. */
final class Checks {
    /** The folders whose files are XML. */
    private static final List<String> XML_FOLDERS = List.of(
            "objects",
            "permissionsets",
            "queues",
            "groups",
            "sharingRules",
            "layouts",
            "tabs",
            "labels",
            "translations",
            "objectTranslations",
            "flexipages",
            "quickActions",
            "reportTypes",
            "reports");

    private final Schema schema;
    private final MetadataZip zip;
    private final List<Problem> problems = new ArrayList<>();

    /** What is wrong with a component. */
    record Problem(String type, String name, String file, String text) {}

    private Checks(Schema schema, MetadataZip zip) {
        this.schema = schema;
        this.zip = zip;
    }

    /** Everything that is wrong, nothing where all is well. */
    static List<Problem> of(Schema schema, MetadataZip zip) {
        Checks checks = new Checks(schema, zip);
        zip.files().forEach(checks::check);
        zip.manifest().forEach(checks::checkNamed);
        return List.copyOf(checks.problems);
    }

    /** That every XML file can be read; the first thing to know. */
    static List<Problem> ofForm(MetadataZip zip) {
        List<Problem> broken = new ArrayList<>();
        zip.files().forEach((path, content) -> {
            try {
                if (isXml(path)) {
                    Xml.parse(content, path);
                }
            } catch (IllegalArgumentException malformed) {
                broken.add(new Problem("", name(path), path, malformed.getMessage()));
            }
        });
        return broken;
    }

    private void check(String path, byte[] content) {
        String folder = path.replaceFirst("/.*", "");
        switch (folder) {
            case "objects" -> checkObject(path, Xml.parse(content, path));
            case "permissionsets" -> checkPermissions(path, Xml.parse(content, path));
            case "queues" -> Xml.parse(content, path)
                    .children("queueSobject")
                    .forEach(each -> requireObject(
                            "Queue", path, each.text("sobjectType").orElse("")));
            case "layouts" -> requireObject("Layout", path, name(path).replaceFirst("-.*", ""));
            case "tabs" -> {
                if (Xml.parse(content, path).isTrue("customObject")) {
                    requireObject("CustomTab", path, name(path));
                }
            }
            default -> {}
        }
    }

    private void checkObject(String path, Xml object) {
        for (Xml field : object.children("fields")) {
            String name = name(path) + "." + field.text("fullName").orElse("");
            field.text("referenceTo")
                    .filter(target -> schema.find(target).isEmpty())
                    .ifPresent(target -> problems.add(new Problem(
                            "CustomField",
                            name,
                            path,
                            "In field: referenceTo - no CustomObject named " + target + " found")));
        }
    }

    private void checkPermissions(String path, Xml set) {
        set.children("objectPermissions")
                .forEach(each ->
                        requireObject("PermissionSet", path, each.text("object").orElse("")));
        for (Xml each : set.children("fieldPermissions")) {
            String field = each.text("field").orElse("");
            if (!isField(field)) {
                problems.add(new Problem(
                        "PermissionSet",
                        name(path),
                        path,
                        "In field: field - no CustomField named " + field + " found"));
            }
        }
    }

    private void requireObject(String type, String path, String object) {
        if (schema.find(object).isEmpty() && !object.equals("Activity")) {
            problems.add(new Problem(
                    type, name(path), path, "In field: object - no CustomObject named " + object + " found"));
        }
    }

    /** Addresses and names are permitted as compounds, activities' fields as the activity's. */
    private boolean isField(String path) {
        int dot = path.indexOf('.');
        String object = dot < 0 ? "" : path.substring(0, dot);
        String field = path.substring(dot + 1);
        Optional<SObjectType> type = schema.find(object.equals("Activity") ? "Task" : object);
        return type.flatMap(found -> found.field(field)).isPresent()
                || type.flatMap(found -> found.field(field.replaceFirst("Address$", "City")))
                        .isPresent();
    }

    /** A component that the manifest names has to be in the zip, as far as it is of a kind that stands in one file. */
    private void checkNamed(MetadataZip.Member member) {
        Map<String, String> folders = Map.of(
                "CustomObject",
                "objects",
                "PermissionSet",
                "permissionsets",
                "Layout",
                "layouts",
                "CustomTab",
                "tabs",
                "Queue",
                "queues",
                "Group",
                "groups");
        boolean absent;
        if (member.type().equals("CustomField")) {
            absent = !isField(member.name()) && !member.name().startsWith("Activity.");
        } else {
            String folder = folders.get(member.type());
            absent = folder != null
                    && zip.files().keySet().stream()
                            .noneMatch(path ->
                                    path.startsWith(folder + "/") && name(path).equals(member.name()));
        }
        if (absent) {
            problems.add(new Problem(
                    member.type(),
                    member.name(),
                    "package.xml",
                    "An object '" + member.name() + "' of type " + member.type()
                            + " was named in package.xml, but was not found in zipped directory"));
        }
    }

    private static boolean isXml(String path) {
        return XML_FOLDERS.contains(path.replaceFirst("/.*", "")) || path.endsWith("-meta.xml");
    }

    private static String name(String path) {
        return path.replaceFirst("^.*/", "").replaceFirst("\\.[^.]*$", "");
    }
}
