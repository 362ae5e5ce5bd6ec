package dev.parley.sandbox.sharing;

import dev.parley.sandbox.records.FieldJson;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.schema.PackageSharingRule;
import java.util.List;

/** A rule that opens the records which fit its criteria to a group. */
record SharingRule(PackageSharingRule rule) {

    /** Whether the rule is about this record. */
    boolean covers(SObject record) {
        return record.type().name().equals(rule.type())
                && rule.criteria().stream().allMatch(each -> fits(each, record));
    }

    boolean isFor(String groupDeveloperName) {
        return rule.groups().contains(groupDeveloperName);
    }

    Level level() {
        return rule.allowsEdit() ? Level.EDIT : Level.READ;
    }

    private static boolean fits(PackageSharingRule.Criterion criterion, SObject record) {
        Object value = record.get(criterion.field());
        String text = value == null ? "" : FieldJson.of(value).asText();
        List<String> wanted = criterion.values();
        return criterion.negated() != wanted.stream().anyMatch(text::equalsIgnoreCase);
    }
}
