package dev.parley.admin;

import dev.parley.admin.Manifest.ObjectAccess;
import dev.parley.crm.Crm;
import dev.parley.crm.CrmException;
import dev.parley.crm.Describe;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether the integration user may do with each object and field what Parley must.
 *
 * @param objects what the manifest says of each object
 * @param fields what the mapping files write, by object
 */
record ObjectsCheck(Crm crm, List<ObjectAccess> objects, Map<String, Set<String>> fields) implements Check {

    private static final String GRANT = "Give the integration user the permission set Chat_Sync_Integration.";

    @Override
    public String name() {
        return "permissions";
    }

    @Override
    public List<Diagnosis> diagnose() {
        Set<String> names = new LinkedHashSet<>();
        objects.forEach(object -> names.add(object.name()));
        names.addAll(fields.keySet());
        List<Diagnosis> faults = new ArrayList<>();
        for (String name : names) {
            try {
                Describe describe = crm.describe(name);
                faults.addAll(objectFaults(describe));
                faults.addAll(fieldFaults(describe));
            } catch (CrmException e) {
                if (e.kind() != CrmException.Kind.PERMANENT) {
                    // The next object would fail for the same reason.
                    return List.of(Diagnosis.failed("integration user", e.getMessage(), OrgCheck.next(e)));
                }
                faults.add(unseen(name, e));
            }
        }
        return faults.isEmpty()
                ? List.of(Diagnosis.ok("integration user", "may do all it must with " + names.size() + " objects"))
                : faults;
    }

    private static Diagnosis unseen(String name, CrmException e) {
        String next = name.endsWith("__c") ? "Deploy the package first, then: " + GRANT : GRANT;
        return Diagnosis.failed(name, e.getMessage(), next);
    }

    private List<Diagnosis> objectFaults(Describe describe) {
        List<Diagnosis> faults = new ArrayList<>();
        for (ObjectAccess object : objects) {
            if (object.name().equals(describe.sobject())) {
                if (object.access().contains("create") && !describe.createable()) {
                    faults.add(Diagnosis.failed(describe.sobject(), "records may not be made", GRANT));
                }
                if (object.access().contains("update") && !describe.updateable()) {
                    faults.add(Diagnosis.failed(describe.sobject(), "records may not be changed", GRANT));
                }
            }
        }
        return faults;
    }

    private List<Diagnosis> fieldFaults(Describe describe) {
        List<Diagnosis> faults = new ArrayList<>();
        for (String name : fields.getOrDefault(describe.sobject(), Set.of())) {
            Describe.Field field = describe.fields().get(name);
            String where = describe.sobject() + "." + name;
            if (field == null) {
                faults.add(Diagnosis.failed(
                        where, "there is no such field, or it is hidden from the integration user", GRANT));
            } else if (!field.createable() && !field.updateable()) {
                faults.add(Diagnosis.failed(where, "may not be written", GRANT));
            }
        }
        return faults;
    }
}
