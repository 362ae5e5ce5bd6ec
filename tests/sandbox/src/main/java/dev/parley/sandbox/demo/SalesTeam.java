package dev.parley.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sample company's place in the org: who stands above whom, and who may do what with chats. */
final class SalesTeam {
    private static final String TOP = "Sales";
    private static final String MANAGER = "Sales_Director";
    private static final String SELLER = "Account_Executive";

    private final OrgClient org;
    private final Map<String, String> roles = new HashMap<>();

    /** Makes the roles that the org does not have yet. */
    SalesTeam(OrgClient org) {
        this.org = org;
        for (JsonNode role : org.query("SELECT Id, DeveloperName FROM UserRole")) {
            roles.put(role.path("DeveloperName").asText(), role.path("Id").asText());
        }
        role(MANAGER, "Sales Director", TOP);
        role(SELLER, "Account Executive", MANAGER);
    }

    /** The role that a user has. */
    String roleOf(SampleCompany.User user) {
        return roles.get(user.manager() ? MANAGER : SELLER);
    }

    /** Sellers may decide about chats, their manager reads the whole team's. */
    void permit(List<SampleCompany.User> users, Map<String, String> idsByUsername) {
        List<String> permitted = org
                .query("SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.Name LIKE 'Chat_H%'")
                .stream()
                .map(each -> each.path("AssigneeId").asText())
                .toList();
        org.create(
                "PermissionSetAssignment",
                users.stream()
                        .filter(user -> !permitted.contains(idsByUsername.get(user.username())))
                        .map(user -> object().put("AssigneeId", idsByUsername.get(user.username()))
                                .put("PermissionSetId", set(user)))
                        .toList());
    }

    private String set(SampleCompany.User user) {
        String name = user.manager() ? "Chat_History_Viewer" : "Chat_Handoff_Seller";
        return org.query("SELECT Id FROM PermissionSet WHERE Name = '" + name + "'")
                .get(0)
                .path("Id")
                .asText();
    }

    private void role(String developerName, String name, String above) {
        String parent = roles.get(above);
        roles.computeIfAbsent(developerName, none -> org.create(
                        "UserRole",
                        List.of(object().put("DeveloperName", developerName)
                                .put("Name", name)
                                .put("ParentRoleId", parent)))
                .get(0));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
