package dev.parley.sandbox.sharing;

import dev.parley.sandbox.Api;
import dev.parley.sandbox.SandboxOrg;

/** People in an org: a manager above two sellers, and what they own. */
final class Team {
    private final SandboxOrg org;
    private final Api admin;
    final String managerRole;
    final String sellerRole;

    Team(SandboxOrg org, Api admin) {
        this.org = org;
        this.admin = admin;
        managerRole = make("UserRole", "{\"Name\":\"Managers\"}");
        sellerRole = make("UserRole", "{\"Name\":\"Sellers\",\"ParentRoleId\":\"" + managerRole + "\"}");
    }

    /** A user with that role (null for none) and those permission sets. */
    Api user(String name, String role, String... permissionSets) {
        String id = make(
                "User",
                "{\"Username\":\"%s@team.example\",\"LastName\":\"%s\",\"Email\":\"%s@team.example\",\"Alias\":\"%s\",\"UserRoleId\":%s}"
                        .formatted(name, name, name, name, role == null ? "null" : "\"" + role + "\""));
        for (String set : permissionSets) {
            make(
                    "PermissionSetAssignment",
                    "{\"AssigneeId\":\"%s\",\"PermissionSetId\":\"%s\"}".formatted(id, permissionSet(set)));
        }
        return Api.as(org, name + "@team.example");
    }

    String permissionSet(String name) {
        return admin.query("SELECT Id FROM PermissionSet WHERE Name = '" + name + "'")
                .at("/records/0/Id");
    }

    static String id(Api user) {
        return user.get("/services/oauth2/userinfo").at("/user_id");
    }

    /** A conversation that belongs to that user or queue. */
    String conversation(String owner, String externalId) {
        return make(
                "Chat_Conversation__c", "{\"External_Id__c\":\"%s\",\"OwnerId\":\"%s\"}".formatted(externalId, owner));
    }

    String part(String conversation) {
        return make(
                "Chat_Transcript_Part__c",
                "{\"External_Id__c\":\"%s:0\",\"Conversation__c\":\"%s\",\"Sequence__c\":0,\"Body__c\":\"hello\"}"
                        .formatted(conversation, conversation));
    }

    String make(String type, String body) {
        Api.Answer answer = admin.post("/sobjects/" + type, body);
        if (answer.status() != 201) {
            throw new AssertionError("Not made: " + type + " " + body + ": " + answer.text());
        }
        return answer.id();
    }
}
