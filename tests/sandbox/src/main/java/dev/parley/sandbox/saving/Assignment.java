package dev.parley.sandbox.saving;

import dev.parley.sandbox.schema.SObjectType;
import java.util.Map;

/** Gives a saved Lead or Case to whom the assignment rule says, unless the request forbids it. */
final class Assignment {
    private final OrgRules rules;
    private final SaveOptions options;

    Assignment(OrgRules rules, SaveOptions options) {
        this.rules = rules;
        this.options = options;
    }

    /** The rule wins even over an owner that the request names. */
    void assign(SObjectType type, Map<String, Object> values) {
        rules.assignment(type.name(), options.autoAssign()).ifPresent(rule -> values.put("OwnerId", rule.ownerId()));
    }
}
