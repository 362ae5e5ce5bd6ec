package dev.parley.sandbox.schema;

import java.util.Map;

/** Labels made from API names, for standard fields. */
final class Labels {
    /** What Salesforce calls otherwise than its name says. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("AssistantName", "Assistant"),
            Map.entry("AssistantPhone", "Asst. Phone"),
            Map.entry("ExpectedRevenue", "Expected Amount"),
            Map.entry("ForecastCategoryName", "Forecast Category"),
            Map.entry("HasOptedOutOfEmail", "Email Opt Out"),
            Map.entry("HasOptedOutOfFax", "Fax Opt Out"),
            Map.entry("LastActivityDate", "Last Activity"),
            Map.entry("MobilePhone", "Mobile"),
            Map.entry("NumberOfEmployees", "Employees"),
            Map.entry("Probability", "Probability (%)"),
            Map.entry("Sic", "SIC Code"),
            Map.entry("SicDesc", "SIC Description"),
            Map.entry("StageName", "Stage"),
            Map.entry("TotalOpportunityQuantity", "Quantity"));

    private Labels() {}

    /** {@code LastModifiedById} reads {@code Last Modified By ID} and {@code IsWon} reads {@code Won}, as in Salesforce. */
    static String ofField(String name) {
        if (OTHERS.containsKey(name)) {
            return OTHERS.get(name);
        }
        String spaced = name.replaceFirst("^Is(?=[A-Z])", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return spaced.endsWith(" Id") ? spaced.substring(0, spaced.length() - 2) + "ID" : spaced;
    }
}
