package dev.parley.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.SandboxOrg;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedTest {

    private static final SampleCompany COMPANY = SampleCompany.load();
    private static final LocalDate TODAY = LocalDate.of(2030, 5, 4);

    @TempDir
    private Path home;

    @Test
    void theSampleCompanyStandsInTheOrg() {
        try (SandboxOrg sandbox = SandboxOrg.start(home, 0)) {
            OrgClient org = OrgClient.login(URI.create(sandbox.url()));
            assertThat(new Seed(org, COMPANY, TODAY).plant()).isTrue();
            assertThat(org.query("SELECT Id FROM Account")).hasSameSizeAs(COMPANY.accounts());
            assertThat(org.query("SELECT Id FROM Contact")).hasSameSizeAs(COMPANY.contacts());
            assertThat(org.query("SELECT Id FROM OpportunityContactRole")).hasSameSizeAs(COMPANY.roles());
            JsonNode deal = org.query("SELECT CloseDate, IsClosed, Account.Name, Owner.Name FROM Opportunity"
                            + " WHERE Name = 'Bergslag rolling mill rollout'")
                    .get(0);
            assertThat(deal.path("CloseDate").asText()).isEqualTo("2030-05-28");
            assertThat(deal.path("IsClosed").asBoolean()).isFalse();
            assertThat(deal.at("/Account/Name").asText()).isEqualTo("Bergslag Steel AB");
            assertThat(deal.at("/Owner/Name").asText()).isEqualTo("Maja Lindqvist");
        }
    }

    @Test
    void theConvertedLeadLeadsToItsContact() {
        try (SandboxOrg sandbox = SandboxOrg.start(home, 0)) {
            OrgClient org = OrgClient.login(URI.create(sandbox.url()));
            new Seed(org, COMPANY, TODAY).plant();
            List<JsonNode> converted =
                    org.query("SELECT ConvertedContactId, ConvertedOpportunityId FROM Lead WHERE IsConverted = true");
            assertThat(converted).hasSize(1);
            assertThat(org.query("SELECT Id FROM Contact WHERE Email = 'hanna.vogel@altmuehl-brauerei.example'"))
                    .extracting(contact -> contact.path("Id").asText())
                    .containsExactly(converted.get(0).path("ConvertedContactId").asText());
            assertThat(converted.get(0).path("ConvertedOpportunityId").isNull()).isTrue();
        }
    }

    @Test
    void aSecondStartChangesNothing() {
        try (SandboxOrg sandbox = SandboxOrg.start(home, 0)) {
            OrgClient org = OrgClient.login(URI.create(sandbox.url()));
            assertThat(new Seed(org, COMPANY, TODAY).plant()).isTrue();
        }
        try (SandboxOrg sandbox = SandboxOrg.start(home, 0)) {
            OrgClient org = OrgClient.login(URI.create(sandbox.url()));
            assertThat(new Seed(org, COMPANY, TODAY).plant()).isFalse();
            assertThat(org.query("SELECT Id FROM Account")).hasSameSizeAs(COMPANY.accounts());
        }
    }

    @Test
    void aSeedThatBrokeOffGoesOnWhereItStopped() {
        try (SandboxOrg sandbox = SandboxOrg.start(home, 0)) {
            OrgClient org = OrgClient.login(URI.create(sandbox.url()));
            SampleCompany beforeDeals = new SampleCompany(
                    COMPANY.company(),
                    COMPANY.users(),
                    COMPANY.accounts(),
                    COMPANY.contacts(),
                    COMPANY.leads(),
                    List.of(),
                    List.of());
            new Seed(org, beforeDeals, TODAY).plant();
            assertThat(new Seed(org, COMPANY, TODAY).plant()).isTrue();
            assertThat(org.query("SELECT Id FROM Account")).hasSameSizeAs(COMPANY.accounts());
            assertThat(org.query("SELECT Id FROM Lead")).hasSameSizeAs(COMPANY.leads());
            assertThat(org.query("SELECT Id FROM Opportunity")).hasSameSizeAs(COMPANY.opportunities());
        }
    }
}
