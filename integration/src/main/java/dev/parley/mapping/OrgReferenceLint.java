package dev.parley.mapping;

import dev.parley.crm.Describe;
import dev.parley.crm.Describe.Field;
import dev.parley.crm.Describe.Trait;
import java.util.function.Consumer;

/** Whether the org can find the record that a reference names. */
final class OrgReferenceLint {
    private final YamlFile file;
    private final String pointer;
    private final Consumer<Finding> findings;

    /** @param pointer where the reference stands */
    OrgReferenceLint(YamlFile file, String pointer, Consumer<Finding> findings) {
        this.file = file;
        this.pointer = pointer;
        this.findings = findings;
    }

    /** @param other the object type that the reference names */
    void check(FieldMapping field, Field target, Describe other) {
        if (!target.type().equals("reference") || target.relationshipName() == null) {
            error(
                    "",
                    "wrong-type",
                    "'" + field.name() + "' refers to no record: it is a field of type " + target.type(),
                    null);
            return;
        }
        if (!target.referenceTo().contains(other.sobject())) {
            String what = "'" + field.name() + "' refers to " + String.join(" or ", target.referenceTo())
                    + ", not to a " + other.sobject();
            String only =
                    target.referenceTo().size() == 1 ? target.referenceTo().get(0) : null;
            error("/sobject", "wrong-reference", what, only);
        }
        String name = field.reference().externalId();
        Field key = other.fields().get(name);
        if (key == null) {
            String what = "the org's " + other.sobject() + " has no field '" + name
                    + "', or hides it from the integration user";
            error(
                    "/externalId",
                    "unknown-field",
                    what,
                    Suggestion.among(other.fields().keySet(), name));
        } else if (!key.is(Trait.EXTERNAL_ID) && !key.is(Trait.ID_LOOKUP)) {
            error(
                    "/externalId",
                    "not-external-id",
                    "'" + name + "' is no external id: the org finds no " + other.sobject() + " by it",
                    null);
        }
    }

    private void error(String member, String rule, String what, String didYouMean) {
        findings.accept(Finding.error(file.valuePlace(pointer + member), rule, what, didYouMean));
    }
}
