package dev.parley.sandbox.schema;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A permission set of a package, as the org tells of it.
 *
 * @param name its API name
 * @param label the name people read
 * @param description what it is for
 * @param objects what it grants on objects, as values of {@code ObjectPermissions}
 * @param fields what it grants on fields, as values of {@code FieldPermissions}
 */
public record PackagePermissionSet(
        String name,
        String label,
        String description,
        List<Map<String, Object>> objects,
        List<Map<String, Object>> fields) {

    /** The permission sets of a Salesforce DX package ({@code force-app/main/default}). */
    public static List<PackagePermissionSet> read(Path packageRoot) {
        return PackageFiles.list(packageRoot.resolve("permissionsets")).stream()
                .map(PackagePermissionSet::readFile)
                .toList();
    }

    private static PackagePermissionSet readFile(Path file) {
        Xml xml = Xml.read(file);
        String name = file.getFileName().toString().replaceFirst("\\..*", "");
        return new PackagePermissionSet(
                name,
                xml.text("label").orElse(name),
                xml.text("description").orElse(""),
                xml.children("objectPermissions").stream()
                        .map(PackagePermissionSet::object)
                        .toList(),
                xml.children("fieldPermissions").stream()
                        .map(PackagePermissionSet::field)
                        .toList());
    }

    private static Map<String, Object> object(Xml xml) {
        return Map.of(
                "SobjectType", xml.text("object").orElseThrow(),
                "PermissionsCreate", xml.isTrue("allowCreate"),
                "PermissionsRead", xml.isTrue("allowRead"),
                "PermissionsEdit", xml.isTrue("allowEdit"),
                "PermissionsDelete", xml.isTrue("allowDelete"),
                "PermissionsViewAllRecords", xml.isTrue("viewAllRecords"),
                "PermissionsModifyAllRecords", xml.isTrue("modifyAllRecords"));
    }

    private static Map<String, Object> field(Xml xml) {
        String field = xml.text("field").orElseThrow();
        return Map.of(
                "SobjectType", field.substring(0, field.indexOf('.')),
                "Field", field,
                "PermissionsRead", xml.isTrue("readable"),
                "PermissionsEdit", xml.isTrue("editable"));
    }
}
