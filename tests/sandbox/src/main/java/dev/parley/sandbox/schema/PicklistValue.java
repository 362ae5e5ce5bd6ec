package dev.parley.sandbox.schema;

/**
 * One value of a picklist.
 *
 * @param value what is stored
 * @param label what is shown
 * @param isDefault whether a new record takes it when nothing is given
 */
public record PicklistValue(String value, String label, boolean isDefault) {}
