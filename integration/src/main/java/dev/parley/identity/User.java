package dev.parley.identity;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A user of the org.
 *
 * @param id Salesforce id
 * @param username the login, in lower case
 * @param email in lower case, or empty
 * @param active whether the user may own records
 * @param managerId the user above, or null
 */
record User(String id, String username, String email, boolean active, String managerId) {

    static User of(JsonNode row) {
        return new User(
                row.path("Id").asText(),
                Users.normal(row.path("Username").asText()),
                Users.normal(row.path("Email").asText()),
                row.path("IsActive").asBoolean(),
                row.path("ManagerId").asText(null));
    }
}
