package dev.parley.sandbox.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.Api;
import dev.parley.sandbox.SandboxOrg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    @TempDir
    Path home;

    private static String organization(Api api) {
        return api.query("SELECT Id FROM Organization").at("/records/0/Id");
    }

    @Test
    void everyAnsweredChangeIsThereAfterARestart() {
        String deal = "{\"Name\":\"P\",\"StageName\":\"Closed Won\",\"CloseDate\":\"2027-01-31\",\"Amount\":12.5}";
        String before;
        String id;
        String orgId;
        try (SandboxOrg org = SandboxOrg.start(home, 0)) {
            Api api = Api.administrator(org);
            id = api.post("/sobjects/Opportunity", deal).id();
            String gone = api.post("/sobjects/Account", "{\"Name\":\"Gone\"}").id();
            api.delete("/sobjects/Account/" + gone);
            before = api.get("/sobjects/Opportunity/" + id).text();
            orgId = organization(api);
        }
        try (SandboxOrg org = SandboxOrg.start(home, 0)) {
            Api api = Api.administrator(org);
            assertThat(api.get("/sobjects/Opportunity/" + id).text()).isEqualTo(before);
            assertThat(api.query("SELECT COUNT() FROM Account").at("/totalSize"))
                    .isEqualTo("0");
            assertThat(organization(api)).isEqualTo(orgId);
            assertThat(api.post("/sobjects/Opportunity", deal).id()).isGreaterThan(id);
        }
    }

    @Test
    void aTransactionCutShortByTheEndOfTheProcessNeverHappened() throws IOException {
        try (SandboxOrg org = SandboxOrg.start(home, 0)) {
            Api.administrator(org).post("/sobjects/Account", "{\"Name\":\"Whole\"}");
        }
        Path journal = home.resolve("records.jsonl");
        Files.writeString(journal, "[{\"type\":\"Account\",\"id\":\"0019G00000", StandardOpenOption.APPEND);
        try (SandboxOrg org = SandboxOrg.start(home, 0)) {
            Api api = Api.administrator(org);
            assertThat(api.query("SELECT Name FROM Account").at("/records/0/Name"))
                    .isEqualTo("Whole");
            api.post("/sobjects/Account", "{\"Name\":\"Next\"}");
        }
        try (SandboxOrg org = SandboxOrg.start(home, 0)) {
            assertThat(Api.administrator(org)
                            .query("SELECT COUNT() FROM Account")
                            .at("/totalSize"))
                    .isEqualTo("2");
        }
    }

    @Test
    void aLastLineThatLacksOnlyItsEndCounts() throws IOException {
        try (SandboxOrg org = SandboxOrg.start(home, 0)) {
            Api.administrator(org).post("/sobjects/Account", "{\"Name\":\"Whole\"}");
        }
        Path journal = home.resolve("records.jsonl");
        Files.writeString(journal, Files.readString(journal).stripTrailing());
        try (SandboxOrg org = SandboxOrg.start(home, 0)) {
            Api.administrator(org).post("/sobjects/Account", "{\"Name\":\"Next\"}");
        }
        try (SandboxOrg org = SandboxOrg.start(home, 0)) {
            assertThat(Api.administrator(org)
                            .query("SELECT COUNT() FROM Account")
                            .at("/totalSize"))
                    .isEqualTo("2");
        }
    }
}
