package dev.parley.mapping;

import dev.parley.crm.Describe;
import dev.parley.mapping.OrgName.Kind;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Whether the org has the stages and fields by which conversations are judged: what is not there counts for nothing. */
final class OrgNameLint {
    private final Function<String, Describe> org;
    private final Consumer<Finding> findings;

    /** @param org what the org says of an object type; null if it has none, or hides it */
    OrgNameLint(Function<String, Describe> org, Consumer<Finding> findings) {
        this.org = org;
        this.findings = findings;
    }

    void check(OrgName name) {
        if (name.kind() == Kind.STAGE) {
            checkStage(name, org.apply("Opportunity"));
        } else if (name.kind() == Kind.ACCOUNT_FIELD) {
            checkField(name, org.apply("Account"));
        }
    }

    private void checkStage(OrgName name, Describe opportunity) {
        Describe.Field stage = opportunity == null ? null : opportunity.fields().get("StageName");
        if (stage != null && !stage.values().contains(name.name())) {
            findings.accept(Finding.warning(
                    name.place(),
                    "unknown-picklist-value",
                    "'" + name.name() + "' is not an active value of Opportunity.StageName",
                    Suggestion.among(stage.values(), name.name())));
        }
    }

    private void checkField(OrgName name, Describe account) {
        if (account != null && !account.fields().containsKey(name.name())) {
            findings.accept(noField(account, name.place(), name.name()));
        }
    }

    /** A field that is not there. */
    static Finding noField(Describe describe, Place place, String name) {
        Set<String> fields = describe.fields().keySet();
        return Finding.error(
                place,
                "unknown-field",
                "the org's " + describe.sobject() + " has no field '" + name
                        + "', or hides it from the integration user",
                Suggestion.among(fields, name));
    }
}
