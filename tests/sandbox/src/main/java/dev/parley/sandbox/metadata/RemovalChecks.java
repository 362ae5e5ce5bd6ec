package dev.parley.sandbox.metadata;

import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Whether what is to be taken away can go: not while something that stays hangs on it. */
final class RemovalChecks {
    private static final String MANIFEST = "destructiveChanges.xml";

    private final Schema fresh;
    private final Predicate<String> isAssigned;
    private final List<Checks.Problem> problems = new ArrayList<>();

    private RemovalChecks(Schema fresh, Predicate<String> isAssigned) {
        this.fresh = fresh;
        this.isAssigned = isAssigned;
    }

    /**
     * Everything that is wrong, nothing where all can go.
     *
     * @param fresh the org's schema as it would be afterwards
     */
    static List<Checks.Problem> of(Schema fresh, List<MetadataZip.Member> removed, Predicate<String> isAssigned) {
        RemovalChecks checks = new RemovalChecks(fresh, isAssigned);
        removed.forEach(checks::check);
        return checks.problems;
    }

    private void check(MetadataZip.Member member) {
        switch (member.type()) {
            case "CustomObject" -> object(member);
            case "CustomField" -> field(member);
            case "PermissionSet" -> {
                if (isAssigned.test(member.name())) {
                    refuse(
                            member,
                            "This permission set is assigned to users. Remove the assignments before deleting it.");
                }
            }
            default -> {}
        }
    }

    private void object(MetadataZip.Member member) {
        if (fresh.find(member.name()).isPresent()) {
            refuse(member, beganWith(member));
        }
        for (SObjectType type : fresh.types()) {
            for (Field field : type.fields()) {
                if (field.parent()
                        .filter(parent -> parent.targets().contains(member.name()))
                        .isPresent()) {
                    refuse(
                            member,
                            "This custom object is referenced elsewhere in salesforce.com. : Custom Field - "
                                    + type.name() + "." + field.name() + ".");
                }
            }
        }
    }

    private void field(MetadataZip.Member member) {
        int dot = member.name().indexOf('.');
        String object = member.name().substring(0, Math.max(0, dot));
        if (fresh.find(object.equals("Activity") ? "Task" : object)
                .flatMap(type -> type.field(member.name().substring(dot + 1)))
                .isPresent()) {
            refuse(member, beganWith(member));
        }
    }

    private static String beganWith(MetadataZip.Member member) {
        return "The sandbox org began with " + member.name()
                + ", and takes away only what was deployed. Start it with --schema and an empty folder, and deploy.";
    }

    private void refuse(MetadataZip.Member member, String text) {
        problems.add(new Checks.Problem(member.type(), member.name(), MANIFEST, text));
    }
}
