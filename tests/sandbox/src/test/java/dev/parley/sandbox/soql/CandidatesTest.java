package dev.parley.sandbox.soql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.SampleOrg;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which queries are answered from an index, and which have to read every record. */
class CandidatesTest {
    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");
    private SampleOrg org;
    private String alder;

    @BeforeEach
    void conversationsOfTwoAccounts(@TempDir Path directory) {
        org = new SampleOrg(directory);
        alder = org.add("Account", "Name", "Alder Mills");
        String birch = org.add("Account", "Name", "Birch Foods");
        conversation("demo:1", alder, BEFORE);
        conversation("demo:2", birch, BEFORE);
        conversation("demo:3", null, SampleOrg.NOON);
    }

    private void conversation(String externalId, String account, Instant changed) {
        org.addAt(changed, "Chat_Conversation__c", "External_Id__c", externalId, "Account__c", account);
    }

    @AfterEach
    void close() {
        org.close();
    }

    private List<String> fromIndex(String where) {
        return org.readingNoTable(() -> org.first("SELECT External_Id__c FROM Chat_Conversation__c WHERE " + where));
    }

    @Test
    void idsExternalIdsAndReferencesAreLookedUp() {
        String id = org.row("SELECT Id FROM Chat_Conversation__c WHERE External_Id__c = 'demo:2'")
                .get("Id")
                .asText();

        assertThat(fromIndex("Id = '" + id.substring(0, 15) + "'")).containsExactly("demo:2");
        assertThat(fromIndex("External_Id__c IN ('demo:3', 'demo:1', 'demo:1', 'demo:9')"))
                .containsExactlyInAnyOrder("demo:1", "demo:3");
        assertThat(fromIndex("Account__c = '" + alder + "' AND Status__c = null"))
                .containsExactly("demo:1");
        assertThat(fromIndex("(Status__c = null AND (Account__c IN ('" + alder + "')))"))
                .containsExactly("demo:1");
    }

    @Test
    void whatChangedSinceIsReadInTheOrderOfChange() {
        assertThat(fromIndex("SystemModstamp > 2026-06-01T00:00:00Z")).containsExactly("demo:3");
        assertThat(fromIndex("SystemModstamp > 2026-11-23T12:00:00Z")).isEmpty();
        assertThat(fromIndex("LastModifiedDate >= TODAY")).containsExactly("demo:3");
    }

    @Test
    void anIdOfAnotherTypeFindsNothing() {
        assertThat(fromIndex("Id = '" + alder + "'")).isEmpty();
    }

    @Test
    void whatAnIndexCannotAnswerIsStillAnsweredRight() {
        String all = "SELECT External_Id__c FROM Chat_Conversation__c WHERE ";

        assertThat(org.first(all + "Account__c = null")).containsExactly("demo:3");
        assertThat(org.first(all + "Account__c IN ('" + alder + "', null)")).containsExactly("demo:1", "demo:3");
        assertThat(org.first(all + "External_Id__c = 'demo:1' OR External_Id__c LIKE '%3'"))
                .containsExactly("demo:1", "demo:3");
        assertThat(org.first(all + "NOT External_Id__c = 'demo:1'")).containsExactly("demo:2", "demo:3");
    }
}
