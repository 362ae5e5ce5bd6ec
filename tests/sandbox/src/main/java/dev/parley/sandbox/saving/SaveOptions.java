package dev.parley.sandbox.saving;

/**
 * What a request's headers say of saving.
 *
 * @param autoAssign {@code Sforce-Auto-Assign}: TRUE (also when left out), FALSE, or an assignment rule's id
 * @param allowDuplicates {@code Sforce-Duplicate-Rule-Header: allowSave=true}: whether a duplicate is saved anyway
 * @param duplicateDetails {@code includeRecordDetails=true} there: whether the refusal shows the records' fields
 */
public record SaveOptions(String autoAssign, boolean allowDuplicates, boolean duplicateDetails) {
    /** A request without such headers. */
    public static final SaveOptions DEFAULT = new SaveOptions("TRUE", false, false);
}
