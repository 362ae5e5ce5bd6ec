package dev.parley.sandbox.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.Api;
import dev.parley.sandbox.Api.Answer;
import dev.parley.sandbox.OrgStories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conversations are private: who sees and changes which. */
class SharingStoriesTest extends OrgStories {
    private static final String CONVERSATIONS = "/sobjects/Chat_Conversation__c/";

    private Team team;
    private Api ann;
    private Api ben;
    private Api boss;
    private String ofAnn;
    private String ofBen;

    @BeforeEach
    void gather() {
        team = new Team(org, admin);
        ann = team.user("ann", team.sellerRole, "Chat_Handoff_Seller");
        ben = team.user("ben", team.sellerRole, "Chat_Handoff_Seller");
        boss = team.user("boss", team.managerRole, "Chat_History_Viewer");
        ofAnn = team.conversation(Team.id(ann), "web:ann");
        ofBen = team.conversation(Team.id(ben), "web:ben");
    }

    @Test
    void aSellerFindsOnlyTheirOwnConversations() {
        assertThat(found(ann, "SELECT External_Id__c FROM Chat_Conversation__c"))
                .isEqualTo("[\"web:ann\"]");
        assertThat(ann.query("SELECT COUNT() FROM Chat_Conversation__c").at("/totalSize"))
                .isEqualTo("1");
        assertThat(ann.query("SELECT Id FROM Chat_Conversation__c WHERE Id = '" + ofBen + "'")
                        .at("/totalSize"))
                .isEqualTo("0");
    }

    @Test
    void aManagerFindsTheTeamsToo() {
        assertThat(found(boss, "SELECT External_Id__c FROM Chat_Conversation__c ORDER BY External_Id__c"))
                .isEqualTo("[\"web:ann\",\"web:ben\"]");
        team.conversation(Team.id(boss), "web:boss");
        assertThat(ann.query("SELECT COUNT() FROM Chat_Conversation__c").at("/totalSize"))
                .isEqualTo("1");
    }

    @Test
    void whatIsNotSharedIsNotThereById() {
        Answer refused = ann.get(CONVERSATIONS + ofBen);
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.at("/0/errorCode")).isEqualTo("NOT_FOUND");
        assertThat(ann.get("/sobjects/Chat_Conversation__c/External_Id__c/web:ben")
                        .status())
                .isEqualTo(404);
        assertThat(ann.get("/composite/sobjects/Chat_Conversation__c?fields=Id&ids=" + ofBen)
                        .text())
                .isEqualTo("[null]");
        assertThat(ann.get(CONVERSATIONS + ofAnn).status()).isEqualTo(200);
    }

    @Test
    void whatIsNotSharedIsNotChanged() {
        Api editor = team.user("eve", team.sellerRole, "Chat_Sync_Integration");
        String account = make("Account", "{\"Name\":\"Acme\"}");
        String body = "{\"Summary__c\":\"x\"}";

        Answer unseen = ann.patch(CONVERSATIONS + ofBen, body);
        assertThat(unseen.at("/0/errorCode")).isEqualTo("INSUFFICIENT_ACCESS_OR_READONLY");

        assertThat(editor.query("SELECT Id FROM Chat_Conversation__c WHERE Id = '" + ofBen + "'")
                        .at("/totalSize"))
                .as("its permission set views all")
                .isEqualTo("1");
        Answer seen = editor.patch(CONVERSATIONS + ofBen, body);
        assertThat(seen.status()).isEqualTo(403);
        assertThat(seen.at("/0/errorCode")).isEqualTo("INSUFFICIENT_ACCESS_OR_READONLY");
        assertThat(seen.at("/0/message")).isEqualTo("insufficient access rights on object id");
        assertThat(ann.patch("/sobjects/Account/" + account, "{\"Name\":\"Other\"}")
                        .status())
                .as("accounts are public read/write")
                .isEqualTo(204);
        assertThat(ann.delete("/sobjects/Account/" + account).at("/0/errorCode"))
                .as("though only their owner deletes them")
                .isEqualTo("INSUFFICIENT_ACCESS_OR_READONLY");
    }

    @Test
    void partsAndMeetingsFollowTheirConversation() {
        String part = team.part(ofBen);
        team.part(ofAnn);
        assertThat(ann.query("SELECT COUNT() FROM Chat_Transcript_Part__c").at("/totalSize"))
                .isEqualTo("1");
        assertThat(ann.get("/sobjects/Chat_Transcript_Part__c/" + part).status())
                .isEqualTo(404);
        assertThat(ben.get("/sobjects/Chat_Transcript_Part__c/" + part).at("/Body__c"))
                .isEqualTo("hello");
        assertThat(boss.query("SELECT (SELECT Id FROM Chat_Transcript_Parts__r) FROM Chat_Conversation__c")
                        .body()
                        .findValuesAsText("totalSize"))
                .containsExactly("2", "1", "1");
    }

    @Test
    void whatLiesInAQueueIsItsMembers() {
        String queue = admin.query("SELECT Id FROM Group WHERE DeveloperName = 'Chat_Conversations_Unassigned'")
                .at("/records/0/Id");
        String waiting = team.conversation(queue, "web:waiting");
        assertThat(ann.get(CONVERSATIONS + waiting).status()).isEqualTo(404);

        team.make("GroupMember", "{\"GroupId\":\"%s\",\"UserOrGroupId\":\"%s\"}".formatted(queue, Team.id(ann)));

        assertThat(ann.get(CONVERSATIONS + waiting).status()).isEqualTo(200);
        assertThat(boss.get(CONVERSATIONS + waiting).status())
                .as("and of those above")
                .isEqualTo(200);
        assertThat(ben.get(CONVERSATIONS + waiting).status()).isEqualTo(404);
    }

    @Test
    void theSharingRuleOpensEveryConversationToThePlugin() {
        assertThat(plugin.patch(CONVERSATIONS + ofBen, "{\"Summary__c\":\"x\"}").status())
                .isEqualTo(204);
        Api member = team.user("mel", null, "Chat_Sync_Integration");
        assertThat(member.patch(CONVERSATIONS + ofBen, "{\"Summary__c\":\"y\"}").status())
                .isEqualTo(403);
        String group = admin.query("SELECT Id FROM Group WHERE DeveloperName = 'Chat_Sync_Integration'")
                .at("/records/0/Id");
        team.make("GroupMember", "{\"GroupId\":\"%s\",\"UserOrGroupId\":\"%s\"}".formatted(group, Team.id(member)));
        assertThat(member.patch(CONVERSATIONS + ofBen, "{\"Summary__c\":\"y\"}").status())
                .isEqualTo(204);
        assertThat(member.patch(CONVERSATIONS + ofBen, "{\"OwnerId\":\"" + Team.id(ann) + "\"}")
                        .at("/0/errorCode"))
                .as("a rule allows editing, but not to give away")
                .isEqualTo("INSUFFICIENT_ACCESS_OR_READONLY");
    }

    @Test
    void whoGetsAConversationSeesItAndWhoGaveItNoLongerDoes() {
        assertThat(admin.patch(CONVERSATIONS + ofAnn, "{\"OwnerId\":\"" + Team.id(ben) + "\"}")
                        .status())
                .isEqualTo(204);
        assertThat(ann.get(CONVERSATIONS + ofAnn).status()).isEqualTo(404);
        assertThat(ben.get(CONVERSATIONS + ofAnn).status()).isEqualTo(200);
    }

    @Test
    void aParentThatIsNotSharedIsNotShownThroughItsChild() {
        String command = team.make("Task", "{\"Subject\":\"Call\",\"OwnerId\":\"" + Team.id(ann) + "\"}");
        assertThat(ann.get("/sobjects/Task/" + command).status()).isEqualTo(200);
        assertThat(ben.get("/sobjects/Task/" + command).status())
                .as("activities are private")
                .isEqualTo(404);
        String account = make("Account", "{\"Name\":\"Acme\"}");
        admin.patch("/sobjects/Task/" + command, "{\"WhatId\":\"" + account + "\"}");
        assertThat(ben.get("/sobjects/Task/" + command).status())
                .as("but who sees the account sees what is done there")
                .isEqualTo(200);
        assertThat(ben.patch("/sobjects/Task/" + command, "{\"Subject\":\"x\"}").status())
                .isEqualTo(403);
    }

    @Test
    void aContactFollowsItsAccountAndIsTheOwnersWithoutOne() {
        String account = make("Account", "{\"Name\":\"Acme\"}");
        String held = make("Contact", "{\"LastName\":\"Held\",\"AccountId\":\"" + account + "\"}");
        String loose = make("Contact", "{\"LastName\":\"Loose\"}");
        assertThat(ann.patch("/sobjects/Contact/" + held, "{\"Title\":\"CTO\"}").status())
                .isEqualTo(204);
        assertThat(ann.get("/sobjects/Contact/" + loose).status()).isEqualTo(404);
    }

    @Test
    void thePagesShowWhatIsShared() {
        String page = "/lightning/r/Chat_Conversation__c/" + ofBen + "/view?as=";
        assertThat(admin.page(page + "ben@team.example").status()).isEqualTo(200);
        assertThat(admin.page(page + "boss@team.example").status()).isEqualTo(200);
        assertThat(admin.page(page + "ann@team.example").status()).isEqualTo(404);
        assertThat(admin.page(page).status()).isEqualTo(200);
    }

    private static String found(Api user, String soql) {
        JsonNode records = user.query(soql).body().path("records");
        return records.findValues("External_Id__c").toString().replace(", ", ",");
    }
}
