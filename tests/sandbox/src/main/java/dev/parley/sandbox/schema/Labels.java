package dev.parley.sandbox.schema;

/** Labels made from API names, for standard fields. */
final class Labels {
    private Labels() {}

    /** {@code LastModifiedById} reads {@code Last Modified By ID}, as in Salesforce. */
    static String ofField(String name) {
        String spaced = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return spaced.endsWith(" Id") ? spaced.substring(0, spaced.length() - 2) + "ID" : spaced;
    }
}
