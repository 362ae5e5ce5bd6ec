package dev.parley.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.Api.Answer;
import dev.parley.sandbox.OrgStories;
import org.junit.jupiter.api.Test;

class PermissionStoriesTest extends OrgStories {

    @Test
    void thePluginReadsAccountsButMakesAndChangesNone() {
        String account = make("Account", "{\"Name\":\"Acme\",\"Website\":\"acme.example\",\"TickerSymbol\":\"ACM\"}");
        assertThat(plugin.get("/sobjects/Account/" + account).at("/Website")).isEqualTo("acme.example");
        Answer made = plugin.post("/sobjects/Account", "{\"Name\":\"Other\"}");
        assertThat(made.status()).isEqualTo(403);
        assertThat(made.at("/0/errorCode")).isEqualTo("INSUFFICIENT_ACCESS_OR_READONLY");
        assertThat(plugin.patch("/sobjects/Account/" + account, "{\"Name\":\"Other\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aFieldThePluginMayNotSeeIsNotThere() {
        String account = make("Account", "{\"Name\":\"Acme\",\"TickerSymbol\":\"ACM\"}");
        assertThat(plugin.get("/sobjects/Account/" + account).body().has("TickerSymbol"))
                .isFalse();
        assertThat(admin.get("/sobjects/Account/" + account).at("/TickerSymbol"))
                .isEqualTo("ACM");
        Answer refused = plugin.query("SELECT TickerSymbol FROM Account");
        assertThat(refused.at("/0/errorCode")).isEqualTo("INVALID_FIELD");
        assertThat(refused.at("/0/message")).contains("No such column 'TickerSymbol' on entity 'Account'");
    }

    @Test
    void aFieldThePluginMayOnlyReadIsNotWritten() {
        String opportunity =
                make("Opportunity", "{\"Name\":\"P\",\"StageName\":\"Prospecting\",\"CloseDate\":\"2027-01-31\"}");
        Answer refused = plugin.patch("/sobjects/Opportunity/" + opportunity, "{\"Amount\":1}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/0/errorCode")).isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
        assertThat(refused.at("/0/fields/0")).isEqualTo("Amount");
    }

    @Test
    void whatAPermissionSetGrantsIsShownToWhoeverMayViewTheSetup() {
        String of = " FROM FieldPermissions WHERE Parent.Name = 'Chat_Sync_Integration' AND Field = ";
        assertThat(admin.query("SELECT Field, PermissionsEdit" + of + "'Lead.Phone'")
                        .at("/records/0/PermissionsEdit"))
                .isEqualTo("true");
        assertThat(admin.query("SELECT PermissionsEdit" + of + "'Account.Industry'")
                        .at("/records/0/PermissionsEdit"))
                .isEqualTo("false");
        assertThat(admin.query("SELECT PermissionsCreate, PermissionsDelete FROM ObjectPermissions"
                                + " WHERE SobjectType = 'Lead' AND Parent.Name = 'Chat_Sync_Integration'")
                        .at("/records/0/PermissionsDelete"))
                .isEqualTo("false");
        assertThat(admin.query("SELECT Assignee.Name FROM PermissionSetAssignment"
                                + " WHERE PermissionSet.Name = 'Chat_Sync_Integration'")
                        .at("/records/0/Assignee/Name"))
                .isEqualTo("Parley Integration");
        Answer refused = plugin.query("SELECT Field FROM FieldPermissions");
        assertThat(refused.at("/0/errorCode")).isEqualTo("INVALID_TYPE");
    }

    @Test
    void anObjectWithoutRecordTypesHasTheMasterOne() {
        assertThat(plugin.get("/sobjects/Lead/describe").at("/recordTypeInfos/0/developerName"))
                .isEqualTo("Master");
    }

    @Test
    void thePluginDeletesNothing() {
        String lead = plugin.post("/sobjects/Lead", "{\"LastName\":\"Ek\",\"Company\":\"N\"}")
                .id();
        assertThat(plugin.delete("/sobjects/Lead/" + lead).at("/0/errorCode"))
                .isEqualTo("INSUFFICIENT_ACCESS_OR_READONLY");
        assertThat(admin.delete("/sobjects/Lead/" + lead).status()).isEqualTo(204);
    }

    @Test
    void thePluginWorksWithActivitiesAndContactRoles() {
        String contact = make("Contact", "{\"LastName\":\"Ek\"}");
        String opportunity =
                make("Opportunity", "{\"Name\":\"P\",\"StageName\":\"Prospecting\",\"CloseDate\":\"2027-01-31\"}");
        assertThat(plugin.post(
                                "/sobjects/Task",
                                "{\"Subject\":\"Call\",\"WhoId\":\"" + contact + "\",\"Chat_Key__c\":\"k\"}")
                        .status())
                .isEqualTo(201);
        assertThat(plugin.post(
                                "/sobjects/OpportunityContactRole",
                                "{\"OpportunityId\":\"" + opportunity + "\",\"ContactId\":\"" + contact + "\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void theDescribeShowsWhatTheUserMayDo() {
        Answer asPlugin = plugin.get("/sobjects/Chat_Conversation__c/describe");
        assertThat(asPlugin.body().get("createable").booleanValue()).isTrue();
        assertThat(asPlugin.body().get("deletable").booleanValue()).isFalse();
        assertThat(asPlugin.body().get("childRelationships")).anySatisfy(child -> {
            assertThat(child.get("childSObject").asText()).isEqualTo("Chat_Transcript_Part__c");
            assertThat(child.get("relationshipName").asText()).isEqualTo("Chat_Transcript_Parts__r");
            assertThat(child.get("cascadeDelete").booleanValue()).isTrue();
        });
        assertThat(asPlugin.body().get("fields")).anySatisfy(field -> {
            assertThat(field.get("name").asText()).isEqualTo("External_Id__c");
            assertThat(field.get("externalId").booleanValue()).isTrue();
            assertThat(field.get("unique").booleanValue()).isTrue();
            assertThat(field.get("caseSensitive").booleanValue()).isTrue();
            assertThat(field.get("length").intValue()).isEqualTo(120);
            assertThat(field.get("nillable").booleanValue()).isFalse();
        });
        assertThat(admin.get("/sobjects").body().get("sobjects"))
                .anyMatch(type -> type.get("name").asText().equals("Case"));
        assertThat(plugin.get("/sobjects").body().get("sobjects"))
                .noneMatch(type -> type.get("name").asText().equals("Case"));
    }
}
