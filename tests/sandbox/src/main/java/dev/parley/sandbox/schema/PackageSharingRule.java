package dev.parley.sandbox.schema;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A criteria-based sharing rule of a package.
 *
 * @param type the object type whose records it opens
 * @param groups API names of the groups that it opens them to
 * @param allowsEdit whether they may be changed, not only seen
 * @param criteria what a record must fit, all of it
 */
public record PackageSharingRule(String type, List<String> groups, boolean allowsEdit, List<Criterion> criteria) {
    /** Copies the lists. */
    public PackageSharingRule {
        groups = List.copyOf(groups);
        criteria = List.copyOf(criteria);
    }

    /**
     * One comparison.
     *
     * @param values one of them must be the field's text; an empty text stands for no value
     * @param negated whether none of them may be
     */
    public record Criterion(String field, List<String> values, boolean negated) {
        /** Copies the values. */
        public Criterion {
            values = List.copyOf(values);
        }
    }

    /** The sharing rules of a Salesforce DX package ({@code force-app/main/default}). */
    public static List<PackageSharingRule> read(Path packageRoot) {
        return PackageFiles.list(packageRoot.resolve("sharingRules")).stream()
                .flatMap(file -> Xml.read(file).children("sharingCriteriaRules").stream()
                        .map(xml -> rule(file.getFileName().toString().replaceFirst("\\.sharingRules.*", ""), xml)))
                .toList();
    }

    private static PackageSharingRule rule(String type, Xml xml) {
        List<String> groups = xml.child("sharedTo").stream()
                .flatMap(to -> to.children("group").stream())
                .map(Xml::text)
                .toList();
        boolean edit = xml.text("accessLevel").filter("Edit"::equals).isPresent();
        return new PackageSharingRule(
                type,
                groups,
                edit,
                xml.children("criteriaItems").stream()
                        .map(PackageSharingRule::criterion)
                        .toList());
    }

    private static Criterion criterion(Xml xml) {
        String operation = xml.text("operation").orElse("");
        if (!operation.equals("equals") && !operation.equals("notEqual")) {
            throw new IllegalArgumentException(
                    "The sandbox org does not know the operation '" + operation + "' of a sharing rule");
        }
        return new Criterion(
                xml.text("field").orElseThrow(),
                Arrays.asList(xml.text("value").orElse("").split(",", -1)),
                operation.equals("notEqual"));
    }
}
