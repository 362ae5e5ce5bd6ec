package dev.parley.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * A user of the org.
 *
 * @param id Salesforce id
 * @param username the login, in lower case
 * @param name for people
 * @param email in lower case, or empty
 * @param active whether the user may own records
 * @param managerId the user above, or null
 * @param language in which they have the CRM, as Salesforce writes it ({@code zh_CN}), or null
 */
record User(String id, String username, String name, String email, boolean active, String managerId, String language) {

    /**
     * Those whom Salesforce lets own records; it refuses others, such as guests and users of high-volume portals, with
     * OPERATION_WITH_INVALID_USER_TYPE.
     */
    private static final Set<String> OWNERS =
            Set.of("Standard", "PowerPartner", "PowerCustomerSuccess", "CustomerSuccess");

    static User of(JsonNode row) {
        return new User(
                row.path("Id").asText(),
                Users.normal(row.path("Username").asText()),
                row.path("Name").asText(),
                Users.normal(row.path("Email").asText()),
                row.path("IsActive").asBoolean()
                        && OWNERS.contains(row.path("UserType").asText()),
                row.path("ManagerId").asText(null),
                row.path("LanguageLocaleKey").asText(null));
    }
}
