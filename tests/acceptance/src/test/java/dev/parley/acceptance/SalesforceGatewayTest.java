package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.crm.CrmException;
import dev.parley.crm.CrmException.Kind;
import dev.parley.crm.Describe;
import dev.parley.crm.RecordWrite;
import dev.parley.crm.RecordWrite.Duplicates;
import dev.parley.crm.RecordWrite.Options;
import dev.parley.crm.WriteResult;
import dev.parley.crm.WriteResult.Busy;
import dev.parley.crm.WriteResult.Refused;
import dev.parley.crm.WriteResult.Written;
import dev.parley.crm.salesforce.SalesforceCrm;
import dev.parley.crm.salesforce.SalesforceSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway to Salesforce meets an org: what it writes stands there, and what goes wrong there is understood. */
class SalesforceGatewayTest {

    private final CamelContext camel = new DefaultCamelContext();
    private Org org;
    private SalesforceCrm crm;

    @BeforeEach
    void start(@TempDir Path home) {
        org = Org.start(home);
        crm = SalesforceCrm.in(camel, settings("parley-demo"), Clock.systemUTC());
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
        org.close();
    }

    @Test
    void aNewConversationOfAnUnknownVisitorIsOneCall() {
        assertThat(crm.write(List.of(GatewayRecords.lead(1), GatewayRecords.conversation(1), GatewayRecords.part(1))))
                .allMatch(SalesforceGatewayTest::created);

        assertThat(org.calls("composite")).hasSize(1).allSatisfy(call -> {
            assertThat(call.path("client").asText()).isEqualTo("parley");
            assertThat(call.path("cost").asInt()).isEqualTo(1);
        });
        JsonNode row = crm.query(List.of("SELECT Body__c, Conversation__r.External_Id__c,"
                        + " Conversation__r.Lead__r.LastName FROM Chat_Transcript_Part__c"))
                .get(0)
                .get(0);
        assertThat(row.path("Body__c").asText()).isEqualTo("Hello 1");
        assertThat(row.path("Conversation__r").path("External_Id__c").asText()).isEqualTo("site:1");
        assertThat(row.path("Conversation__r").path("Lead__r").path("LastName").asText())
                .isEqualTo("Visitor 1");
    }

    @Test
    void writingAgainMakesNothingTwice() {
        List<WriteResult> first = crm.write(List.of(GatewayRecords.lead(1), GatewayRecords.conversation(1)));
        List<WriteResult> second = crm.write(List.of(GatewayRecords.lead(1), GatewayRecords.conversation(1)));

        assertThat(second)
                .isEqualTo(first.stream()
                        .map(Written.class::cast)
                        .map(written -> new Written(written.id(), false))
                        .toList());
        assertThat(count("Lead WHERE Chat_Visitor_Id__c != null")).isEqualTo(1);
    }

    @Test
    void twoHundredConversationsAreOneCall() {
        List<RecordWrite> writes = Stream.of(
                        IntStream.range(0, 200).mapToObj(GatewayRecords::lead),
                        IntStream.range(0, 200).mapToObj(GatewayRecords::conversation),
                        IntStream.range(0, 200).mapToObj(GatewayRecords::part))
                .flatMap(records -> records)
                .toList();

        assertThat(crm.write(writes)).hasSize(600).allMatch(SalesforceGatewayTest::created);
        assertThat(org.calls("composite")).hasSize(1);
    }

    @Test
    void aConnectionLostAfterTheCommitDoublesNothing() {
        org.faults("{\"match\":\"composite\",\"times\":1,\"dropAfterCommit\":true}");

        assertThat(failure()).returns(Kind.TRANSIENT, CrmException::kind);
        assertThat(crm.write(List.of(GatewayRecords.lead(1)))).noneMatch(SalesforceGatewayTest::created);
        assertThat(count("Lead WHERE Chat_Visitor_Id__c != null")).isEqualTo(1);
    }

    @Test
    void anOrgInMaintenanceIsWaitedFor() {
        org.faults("{\"match\":\"composite\",\"times\":1,\"status\":503}");

        assertThat(failure()).returns(Kind.TRANSIENT, CrmException::kind);
        assertThat(crm.write(List.of(GatewayRecords.lead(1)))).allMatch(SalesforceGatewayTest::created);
    }

    @Test
    void anExpiredSessionIsRenewedUnnoticed() {
        crm.write(List.of(GatewayRecords.lead(1)));
        org.faults("{\"match\":\"composite\",\"times\":1,\"errorCode\":\"INVALID_SESSION_ID\"}");

        assertThat(crm.write(List.of(GatewayRecords.lead(2)))).allMatch(SalesforceGatewayTest::created);
    }

    @Test
    void aSpentAllowanceIsToldApart() {
        org.faults("{\"match\":\"composite\",\"times\":1,\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}");

        assertThat(failure()).returns(Kind.CALL_BUDGET_SPENT, CrmException::kind);
    }

    @Test
    void aLockedRowHoldsBackOnlyItself() {
        org.faults("{\"match\":\"site:v2\",\"times\":1,\"errorCode\":\"UNABLE_TO_LOCK_ROW\"}");

        assertThat(crm.write(List.of(GatewayRecords.lead(1), GatewayRecords.lead(2), GatewayRecords.lead(3))))
                .satisfiesExactly(
                        result -> assertThat(result).isInstanceOf(Written.class),
                        result -> assertThat(result).isInstanceOfSatisfying(Busy.class, busy -> assertThat(busy.code())
                                .isEqualTo("UNABLE_TO_LOCK_ROW")),
                        result -> assertThat(result).isInstanceOf(Written.class));
    }

    @Test
    void aBadRecordHoldsBackOnlyItself() {
        RecordWrite tooLong =
                GatewayRecords.upsert("Lead", "Chat_Visitor_Id__c", "site:v2", Map.of("LastName", "x".repeat(81)));
        RecordWrite noDate = GatewayRecords.upsert(
                "Chat_Conversation__c", "External_Id__c", "site:2", Map.of("Started_At__c", "yesterday"));

        List<WriteResult> results = crm.write(List.of(
                GatewayRecords.lead(1),
                tooLong,
                GatewayRecords.lead(3),
                GatewayRecords.conversation(1),
                noDate,
                GatewayRecords.conversation(3)));

        assertThat(results.get(1)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("STRING_TOO_LONG");
            assertThat(refused.fields()).containsExactly("LastName");
        });
        assertThat(results.get(4)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                .isEqualTo("JSON_PARSER_ERROR"));
        assertThat(results).filteredOn(Written.class::isInstance).hasSize(4);
    }

    @Test
    void aDuplicateNamesWhatIsThereUnlessItIsAllowed() {
        org.rules("{\"duplicates\":[\"Lead\"]}");
        String there = ((Written) crm.write(List.of(GatewayRecords.leadWithMail("site:v1", Options.PLAIN)))
                        .get(0))
                .id();
        Options useMatch = new Options("none", Duplicates.USE_MATCH);

        assertThat(crm.write(List.of(GatewayRecords.leadWithMail("site:v2", useMatch))))
                .singleElement()
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.duplicateOf())
                        .containsExactly(there));
        assertThat(crm.write(List.of(GatewayRecords.leadWithMail("site:v2", Options.PLAIN))))
                .allMatch(SalesforceGatewayTest::created);
    }

    @Test
    void anAssignmentRuleRunsOnlyWhereItIsAskedFor() {
        crm.write(List.of(GatewayRecords.lead(1)));
        String administrator = crm.query(List.of("SELECT Id FROM User WHERE IsActive = true")).get(0).stream()
                .map(row -> row.path("Id").asText())
                .filter(id -> !id.equals(crm.org().userId()))
                .findFirst()
                .orElseThrow();
        org.rules("{\"assignment\":{\"Lead\":\"" + administrator + "\"}}");

        crm.write(List.of(
                GatewayRecords.leadWithMail("site:v2", Options.PLAIN),
                GatewayRecords.leadWithMail("site:v3", new Options("rules", Duplicates.ALLOW))));

        assertThat(crm.query(List.of("SELECT OwnerId FROM Lead WHERE Chat_Visitor_Id__c LIKE 'site:v%'"
                                + " ORDER BY Chat_Visitor_Id__c"))
                        .get(0))
                .extracting(row -> row.path("OwnerId").asText())
                .containsExactly(crm.org().userId(), crm.org().userId(), administrator);
    }

    @Test
    void aReferenceToNothingIsRefusedInTheOrgsWords() {
        assertThat(crm.write(List.of(GatewayRecords.conversation(9))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.message()).contains("site:v9"));
    }

    @Test
    void longAnswersComePageByPage() {
        IntStream.range(0, 3)
                .forEach(i -> crm.write(IntStream.range(i * 1000, (i + 1) * 1000)
                        .mapToObj(GatewayRecords::lead)
                        .toList()));
        int before = org.calls("composite").size();

        List<?> rows = crm.query(
                        List.of("SELECT Id FROM Lead WHERE Chat_Visitor_Id__c != null", "SELECT Id FROM Organization"))
                .get(0);

        assertThat(rows).hasSize(3_000).doesNotHaveDuplicates();
        assertThat(org.calls("composite")).hasSize(before + 2);
    }

    @Test
    void aQueryThatTheOrgCannotReadIsGivenUp() {
        CrmException thrown = catchThrowableOfType(
                CrmException.class, () -> crm.query(List.of("SELECT Nme FROM Lead WHERE Email = 'ann@acme.example'")));

        assertThat(thrown)
                .hasMessageContainingAll("Lead", "INVALID_FIELD", "Nme")
                .hasMessageNotContaining("ann@acme.example")
                .returns(Kind.PERMANENT, CrmException::kind);
    }

    @Test
    void deletedRecordsAreSeenWhereTheyAreAskedFor() {
        String id = ((Written) crm.write(List.of(GatewayRecords.lead(1))).get(0)).id();
        org.delete("Lead", id);

        String soql = "SELECT Id, IsDeleted FROM Lead WHERE Chat_Visitor_Id__c = 'site:v1'";
        assertThat(crm.query(List.of(soql)).get(0)).isEmpty();
        assertThat(crm.queryAll(List.of(soql)).get(0))
                .singleElement()
                .satisfies(row -> assertThat(row.path("IsDeleted").asBoolean()).isTrue());
    }

    @Test
    void theOrgAndItsObjectsIntroduceThemselves() {
        assertThat(crm.org().id()).startsWith("00D").hasSize(18);
        assertThat(crm.org().userId()).startsWith("005").hasSize(18);
        assertThat(crm.org().url()).isEqualTo(org.url());

        Describe describe = crm.describe("Chat_Conversation__c");
        assertThat(describe.fields().get("External_Id__c").is(Describe.Trait.EXTERNAL_ID))
                .isTrue();
        assertThat(describe.fields().get("Status__c").values()).containsExactlyInAnyOrder("Open", "Waiting", "Closed");
        assertThat(describe.fields().get("Lead__c").referenceTo()).containsExactly("Lead");
        assertThat(crm.apiUsage())
                .hasValueSatisfying(usage -> assertThat(usage.used()).isBetween(1, usage.allowed()));
    }

    @Test
    void aWrongSecretNeedsAPerson() {
        CamelContext other = new DefaultCamelContext();
        SalesforceCrm stranger = SalesforceCrm.in(other, settings("wrong"), Clock.systemUTC());
        other.start();
        try {
            CrmException thrown = catchThrowableOfType(CrmException.class, stranger::org);
            assertThat(thrown).hasMessageNotContaining("wrong").returns(Kind.NEEDS_LOGIN, CrmException::kind);
        } finally {
            other.stop();
        }
    }

    private SalesforceSettings settings(String secret) {
        return new SalesforceSettings(
                URI.create(org.url()), "parley-demo", secret, "62.0", Duration.ofSeconds(30), 10_000);
    }

    private CrmException failure() {
        return catchThrowableOfType(CrmException.class, () -> crm.write(List.of(GatewayRecords.lead(1))));
    }

    private int count(String from) {
        return crm.query(List.of("SELECT Id FROM " + from)).get(0).size();
    }

    private static boolean created(WriteResult result) {
        return result instanceof Written written && written.created();
    }
}
