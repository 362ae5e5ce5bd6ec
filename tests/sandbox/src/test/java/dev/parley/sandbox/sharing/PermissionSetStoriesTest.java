package dev.parley.sandbox.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.sandbox.Api;
import dev.parley.sandbox.Api.Answer;
import dev.parley.sandbox.OrgStories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The package's permission sets, each as a user who has no other. */
class PermissionSetStoriesTest extends OrgStories {
    private static final String CONVERSATIONS = "/sobjects/Chat_Conversation__c/";

    private Team team;

    @BeforeEach
    void gather() {
        team = new Team(org, admin);
    }

    @Test
    void whoHasNoneSeesNoChatsAtAll() {
        Api nobody = team.user("nobody", team.sellerRole);
        Answer refused = nobody.query("SELECT Id FROM Chat_Conversation__c");
        assertThat(refused.at("/0/errorCode")).isEqualTo("INVALID_TYPE");
        assertThat(nobody.get("/sobjects/Lead/describe").body().findValuesAsText("name"))
                .contains("Company")
                .doesNotContain("Chat_Visitor_Id__c");
        assertThat(nobody.query("SELECT Id FROM PermissionSet").at("/0/errorCode"))
                .as("and not the setup")
                .isEqualTo("INVALID_TYPE");
    }

    @Test
    void aViewerReadsAndWritesNothing() {
        Api viewer = team.user("vera", team.sellerRole, "Chat_History_Viewer");
        String conversation = team.conversation(Team.id(viewer), "web:1");
        String part = team.part(conversation);

        assertThat(viewer.get("/sobjects/Chat_Transcript_Part__c/" + part).at("/Body__c"))
                .isEqualTo("hello");
        refused(viewer.patch(CONVERSATIONS + conversation, "{\"Summary__c\":\"x\"}"));
        refused(viewer.delete(CONVERSATIONS + conversation));
        refused(viewer.post("/sobjects/Chat_Conversation__c", "{\"External_Id__c\":\"web:2\"}"));
        refused(viewer.post("/sobjects/Chat_Command__c", "{\"Conversation__c\":\"" + conversation + "\"}"));
    }

    @Test
    void aSellerGivesCommandsOnWhatTheySeeAndChangesNothingElse() {
        Api seller = team.user("sia", team.sellerRole, "Chat_Handoff_Seller");
        Api other = team.user("otto", team.sellerRole, "Chat_Handoff_Seller");
        String own = team.conversation(Team.id(seller), "web:1");
        String others = team.conversation(Team.id(other), "web:2");

        Answer given = seller.post("/sobjects/Chat_Command__c", command(own));
        assertThat(given.status()).as(given.text()).isEqualTo(201);
        Answer refused = seller.post("/sobjects/Chat_Command__c", command(others));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/0/errorCode")).isEqualTo("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY");
        assertThat(refused.at("/0/message")).isEqualTo("insufficient access rights on cross-reference id");
        refused(seller.patch("/sobjects/Chat_Command__c/" + given.id(), "{\"Reason__c\":\"x\"}"));
        refused(seller.delete("/sobjects/Chat_Command__c/" + given.id()));
        refused(seller.patch(CONVERSATIONS + own, "{\"Summary__c\":\"x\"}"));
        assertThat(seller.post(
                                "/sobjects/Chat_Command__c",
                                "{\"Conversation__c\":\"%s\",\"Action__c\":\"Accept\",\"Status__c\":\"Done\"}"
                                        .formatted(own))
                        .at("/0/errorCode"))
                .as("what became of it is Parley's to say")
                .isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
    }

    @Test
    void erasureDeletesChatsOfAnyOwnerAndNothingElse() {
        Api eraser = team.user("erik", null, "Chat_Erasure");
        Api seller = team.user("sia", team.sellerRole, "Chat_Handoff_Seller");
        String conversation = team.conversation(Team.id(seller), "web:1");
        String part = team.part(team.conversation(Team.id(seller), "web:2"));
        String lead = make("Lead", "{\"LastName\":\"Berg\",\"Company\":\"Acme\"}");

        assertThat(eraser.delete("/sobjects/Chat_Transcript_Part__c/" + part).status())
                .isEqualTo(204);
        assertThat(eraser.delete(CONVERSATIONS + conversation).status()).isEqualTo(204);
        refused(eraser.delete("/sobjects/Lead/" + lead));
        refused(eraser.post("/sobjects/Chat_Conversation__c", "{\"External_Id__c\":\"web:3\"}"));
    }

    @Test
    void theIntegrationDeletesNothing() {
        String lead = make("Lead", "{\"LastName\":\"Berg\",\"Company\":\"Acme\"}");
        String conversation = plugin.post("/sobjects/Chat_Conversation__c", "{\"External_Id__c\":\"web:1\"}")
                .id();
        refused(plugin.delete("/sobjects/Lead/" + lead));
        refused(plugin.delete(CONVERSATIONS + conversation));
    }

    @Test
    void aPermissionSetIsGivenOnceAndTakenAway() {
        Api viewer = team.user("vera", null, "Chat_History_Viewer");
        String body = "{\"AssigneeId\":\"%s\",\"PermissionSetId\":\"%s\"}"
                .formatted(Team.id(viewer), team.permissionSet("Chat_History_Viewer"));
        Answer again = admin.post("/sobjects/PermissionSetAssignment", body);
        assertThat(again.at("/0/errorCode")).isEqualTo("DUPLICATE_VALUE");
        String assignment = admin.query(
                        "SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '" + Team.id(viewer) + "'")
                .at("/records/0/Id");
        assertThat(admin.delete("/sobjects/PermissionSetAssignment/" + assignment)
                        .status())
                .isEqualTo(204);
        assertThat(viewer.query("SELECT Id FROM Chat_Conversation__c").at("/0/errorCode"))
                .isEqualTo("INVALID_TYPE");
    }

    @Test
    void whoMayNotViewAllOfATypeCannotFollowItsChanges() {
        Api viewer = team.user("vera", null, "Chat_History_Viewer");
        String answer = viewer.bayeux("/data/AccountChangeEvent");
        assertThat(answer).contains("400::The channel you requested to subscribe to does not exist");
        assertThat(plugin.bayeux("/data/AccountChangeEvent")).contains("\"successful\":true");
    }

    @Test
    void anInactiveUserDoesNotLogIn() {
        Api gone = team.user("gone", null);
        admin.patch("/sobjects/User/" + Team.id(gone), "{\"IsActive\":false}");
        assertThatThrownBy(() -> Api.as(org, "gone@team.example")).hasMessageContaining("inactive user");
        assertThatThrownBy(() -> Api.as(org, "stranger@team.example")).hasMessageContaining("authentication failure");
    }

    private static String command(String conversation) {
        return "{\"Conversation__c\":\"%s\",\"Action__c\":\"Accept\"}".formatted(conversation);
    }

    private static void refused(Answer answer) {
        assertThat(answer.at("/0/errorCode")).as(answer.text()).isEqualTo("INSUFFICIENT_ACCESS_OR_READONLY");
    }
}
