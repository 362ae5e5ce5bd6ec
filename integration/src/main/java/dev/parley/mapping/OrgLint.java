package dev.parley.mapping;

import dev.parley.crm.Crm;
import dev.parley.crm.CrmException;
import dev.parley.crm.CrmException.Kind;
import dev.parley.crm.Describe;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Holds mapping files against the org: what it has, what it takes, and what the integration user may do there. */
public final class OrgLint {
    /** Objects that mapping files name most often, for did-you-mean. */
    private static final Set<String> USUAL = Set.of(
            "Account",
            "Campaign",
            "CampaignMember",
            "Case",
            "Contact",
            "Event",
            "Lead",
            "Opportunity",
            "OpportunityContactRole",
            "Task",
            "User");

    private final MappingSet mappings;
    private final Crm crm;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Describe> known = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    private OrgLint(MappingSet mappings, Crm crm) {
        this.mappings = mappings;
        this.crm = crm;
    }

    /**
     * Everything in the enabled record files that the org would not take, or not as it is meant, and whom the people's
     * file names in vain. Costs one call for each object type, one for the permission set and one for the people.
     *
     * @return findings in the order of the files
     * @throws CrmException if the org cannot be asked at all
     */
    public static List<Finding> check(MappingSet mappings, Crm crm) {
        return new OrgLint(mappings, crm).check(List.of());
    }

    /**
     * The same, what the other files name in vain (sellers, owners, stages, fields of accounts), and what would be wrong
     * with the files that are off, once they are on: as notes, for nothing is given to the org by them.
     */
    public static List<Finding> checkAll(MappingSet mappings, Crm crm) {
        OrgLint lint = new OrgLint(mappings, crm);
        mappings.recordsThatAreOff().forEach(lint::checkRecord);
        lint.findings.replaceAll(OrgLint::whileOff);
        OrgNameLint names = new OrgNameLint(lint::describe, lint.findings::add);
        mappings.orgNames().forEach(names::check);
        return lint.check(mappings.orgNames());
    }

    private static Finding whileOff(Finding finding) {
        return new Finding(
                finding.place(),
                Level.NOTE,
                finding.rule(),
                finding.what() + " (the file is off)",
                finding.didYouMean());
    }

    private List<Finding> check(List<OrgName> names) {
        mappings.records().forEach(this::checkRecord);
        new OrgPeopleLint(mappings.people(), names, findings::add).check(crm);
        new PermissionSetLint(mappings.records(), known, findings::add).check(crm);
        findings.sort(Finding.IN_ORDER);
        return List.copyOf(findings);
    }

    private void checkRecord(RecordMapping mapping) {
        Describe describe = describe(mapping.sobject());
        if (describe == null) {
            findings.add(noObject(mapping.file(), "/sobject", mapping.sobject()));
        } else {
            new OrgRecordLint(mapping, describe, findings::add).check();
            mapping.fields().forEach(field -> checkField(mapping, describe, field));
        }
    }

    private void checkField(RecordMapping mapping, Describe describe, FieldMapping field) {
        Describe.Field target = describe.fields().get(field.name());
        if (target == null && field.name().equals(OrgRecordLint.CURRENCY)) {
            findings.add(Finding.error(
                    field.place(),
                    "unknown-field",
                    "the org has one currency only, and no field '" + field.name() + "': leave the line out"));
            return;
        }
        if (target == null) {
            findings.add(OrgNameLint.noField(describe, field.place(), field.name()));
            return;
        }
        new OrgFieldLint(mapping, describe, findings::add).check(field, target);
        new OrgValueLint(mapping, describe, findings::add).check(field, target);
        if (field.reference() != null) {
            checkReference(mapping, field, target);
        }
    }

    private void checkReference(RecordMapping mapping, FieldMapping field, Describe.Field target) {
        String pointer = YamlFile.child("/fields", List.of(field.name(), "reference"));
        Describe other = describe(field.reference().sobject());
        if (other == null) {
            findings.add(noObject(
                    mapping.file(), pointer + "/sobject", field.reference().sobject()));
        } else {
            new OrgReferenceLint(mapping.file(), pointer, findings::add).check(field, target, other);
        }
    }

    /** Null if the org has none, or shows none. */
    private Describe describe(String sobject) {
        if (sobject.matches("\\w{1,80}") && asked.add(sobject)) {
            try {
                known.put(sobject, crm.describe(sobject));
            } catch (CrmException e) {
                if (e.kind() != Kind.PERMANENT) {
                    throw e;
                }
            }
        }
        return known.get(sobject);
    }

    private Finding noObject(YamlFile file, String pointer, String sobject) {
        Set<String> names = new TreeSet<>(USUAL);
        mappings.records().forEach(mapping -> names.add(mapping.sobject()));
        names.remove(sobject);
        return Finding.error(
                file.valuePlace(pointer),
                "unknown-object",
                "the org has no object '" + sobject + "', or hides it from the integration user",
                Suggestion.among(names, sobject));
    }
}
