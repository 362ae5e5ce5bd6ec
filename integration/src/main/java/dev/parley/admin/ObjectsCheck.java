package dev.parley.admin;

import dev.parley.admin.Manifest.ObjectAccess;
import dev.parley.crm.Crm;
import dev.parley.crm.CrmException;
import dev.parley.crm.Describe;
import dev.parley.mapping.Finding;
import dev.parley.mapping.Level;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.OrgLint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether the integration user may do with each object and field what Parley must.
 *
 * @param objects what the manifest says of each object
 * @param mappings what is written
 */
record ObjectsCheck(Crm crm, List<ObjectAccess> objects, MappingSet mappings) implements Check {

    private static final String GRANT = "Give the integration user the permission set Chat_Sync_Integration.";

    /** What a permission that is missing looks like, as well as a mistake in a file. */
    private static final Set<String> MAY_BE_HIDDEN = Set.of("unknown-field", "unknown-object", "not-writeable");

    @Override
    public String name() {
        return "permissions";
    }

    @Override
    public List<Diagnosis> diagnose() {
        try {
            List<Diagnosis> faults = new ArrayList<>();
            Set<String> unseen = new LinkedHashSet<>();
            objects.forEach(object -> faults.addAll(faults(object, unseen)));
            OrgLint.check(mappings, crm).stream()
                    .filter(finding -> finding.level() != Level.NOTE && !names(finding, unseen))
                    .map(ObjectsCheck::diagnosis)
                    .forEach(faults::add);
            return faults.isEmpty()
                    ? List.of(Diagnosis.ok("integration user", "may do all it must with " + count() + " objects"))
                    : faults;
        } catch (CrmException e) {
            // The next object would fail for the same reason.
            return List.of(Diagnosis.failed("integration user", e.getMessage(), OrgCheck.next(e)));
        }
    }

    private long count() {
        return Stream.concat(objects.stream().map(ObjectAccess::name), mappings.fieldsBySobject().keySet().stream())
                .distinct()
                .count();
    }

    private List<Diagnosis> faults(ObjectAccess object, Set<String> unseen) {
        try {
            return faults(object, crm.describe(object.name()));
        } catch (CrmException e) {
            if (e.kind() != CrmException.Kind.PERMANENT) {
                throw e;
            }
            unseen.add(object.name());
            String next = object.name().endsWith("__c") ? "Deploy the package first, then: " + GRANT : GRANT;
            return List.of(Diagnosis.failed(object.name(), e.getMessage(), next));
        }
    }

    private static List<Diagnosis> faults(ObjectAccess object, Describe describe) {
        List<Diagnosis> faults = new ArrayList<>();
        if (object.access().contains("create") && !describe.createable()) {
            faults.add(Diagnosis.failed(object.name(), "records may not be made", GRANT));
        }
        if (object.access().contains("update") && !describe.updateable()) {
            faults.add(Diagnosis.failed(object.name(), "records may not be changed", GRANT));
        }
        return faults;
    }

    /** Whether the finding only repeats that an object is not there. */
    private static boolean names(Finding finding, Set<String> unseen) {
        return finding.rule().equals("unknown-object")
                && unseen.stream().anyMatch(object -> finding.what().contains("'" + object + "'"));
    }

    private static Diagnosis diagnosis(Finding finding) {
        return new Diagnosis(
                finding.level() == Level.ERROR ? Verdict.FAILED : Verdict.WARNING,
                finding.place().toString(),
                finding.rule() + ": " + finding.what(),
                next(finding));
    }

    private static String next(Finding finding) {
        if (finding.didYouMean() != null) {
            return "Did you mean '" + finding.didYouMean() + "'? Mend the file.";
        }
        return MAY_BE_HIDDEN.contains(finding.rule()) ? "Mend the file; if it is right: " + GRANT : "Mend the file.";
    }
}
