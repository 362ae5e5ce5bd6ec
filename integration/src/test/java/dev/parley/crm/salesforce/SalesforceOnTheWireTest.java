package dev.parley.crm.salesforce;

import static dev.parley.crm.salesforce.SalesforceStandIn.drop;
import static dev.parley.crm.salesforce.SalesforceStandIn.html;
import static dev.parley.crm.salesforce.SalesforceStandIn.json;
import static dev.parley.crm.salesforce.SalesforceStandIn.torn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.crm.CrmException;
import dev.parley.crm.CrmException.Kind;
import dev.parley.crm.Org;
import dev.parley.crm.RecordWrite;
import dev.parley.crm.WriteResult;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;

/** The route {@code call-crm} and all behind it, against the answers that Salesforce gives. */
class SalesforceOnTheWireTest extends CamelTestSupport {

    private static final String GOOD =
            """
            {"compositeResponse":[{"referenceId":"part0","httpStatusCode":200,"httpHeaders":{},
             "body":[{"id":"00Q000000000001AAA","success":true,"created":true,"errors":[]}]}]}""";

    private static final RecordWrite LEAD = new RecordWrite(
            "Lead",
            new RecordWrite.Target.ByExternalId("Chat_Visitor_Id__c", "site:v1"),
            Map.of("LastName", "Lindqvist"),
            RecordWrite.Options.PLAIN);

    private final SalesforceStandIn salesforce = new SalesforceStandIn();
    private SalesforceCrm crm;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        crm = SalesforceCrm.in(context, salesforce.settings(), Clock.systemUTC());
        return context;
    }

    @Override
    protected void doPostTearDown() {
        salesforce.close();
    }

    @Test
    void logsInOnlyWhenItIsFirstNeeded() {
        assertThat(salesforce.loginRequests).isEmpty();

        salesforce.answers(json(200, GOOD), json(200, GOOD));
        crm.write(List.of(LEAD));
        crm.write(List.of(LEAD));

        assertThat(salesforce.loginRequests).singleElement().satisfies(login -> assertThat(login.body())
                .contains("grant_type=client_credentials", "client_id=the-client"));
        assertThat(salesforce.requests).hasSize(2).allSatisfy(request -> {
            assertThat(request.authorization()).isEqualTo("Bearer 00Dtoken1");
            assertThat(request.callOptions()).isEqualTo("client=parley");
        });
    }

    @Test
    void writesARecordAndHearsOfTheOrgsLimit() {
        salesforce.answers(json(200, GOOD));

        assertThat(crm.write(List.of(LEAD))).containsExactly(new WriteResult.Written("00Q000000000001AAA", true));
        assertThat(crm.apiUsage()).contains(new ApiUsage(18, 15_000));
        assertThat(crm.calls()).isEqualTo(1);
        assertThat(salesforce.requests.get(0).path()).isEqualTo("/services/data/v62.0/composite");
    }

    @Test
    void logsInAgainWhenTheSessionHasExpired() {
        salesforce.answers(expired(), json(200, GOOD));

        assertThat(crm.write(List.of(LEAD))).first().isInstanceOf(WriteResult.Written.class);
        assertThat(salesforce.loginRequests).hasSize(2);
        assertThat(salesforce.requests).hasSize(2);
        assertThat(salesforce.requests.get(1).body())
                .isEqualTo(salesforce.requests.get(0).body());
    }

    @Test
    void needsAPersonWhenEveryLoginLeadsToARefusedSession() {
        salesforce.answers(expired(), expired(), expired(), expired(), expired());

        assertThat(failure())
                .hasMessageContaining("check the client's key, its secret and the integration user")
                .returns(Kind.NEEDS_LOGIN, CrmException::kind);
    }

    @Test
    void needsAPersonWhenTheCredentialsAreRefused() {
        salesforce.answersLogin(
                json(400, "{\"error\":\"invalid_client\",\"error_description\":\"invalid client credentials\"}"));

        assertThat(failure())
                .hasMessageContaining("invalid client credentials")
                .hasMessageNotContaining("the-secret")
                .returns(Kind.NEEDS_LOGIN, CrmException::kind);
    }

    @Test
    void waitsWhenTheLoginIsAwayForAMoment() {
        salesforce.answersLogin(html(503, "<html>down</html>"), drop());

        assertThat(failure()).returns(Kind.TRANSIENT, CrmException::kind);
        assertThat(failure()).returns(Kind.TRANSIENT, CrmException::kind);
    }

    @Test
    void waitsThroughMaintenance() {
        salesforce.answers(html(503, "<html><body>We are down for maintenance.</body></html>"));

        assertThat(failure())
                .hasMessage("write of Lead failed with HTTP 503")
                .returns(Kind.TRANSIENT, CrmException::kind);
    }

    @Test
    void waitsWhenAProxyAnswersInSalesforcesPlace() {
        salesforce.answers(html(200, "<html>Please sign in</html>"));

        assertThat(failure()).hasMessageContaining("no JSON").returns(Kind.TRANSIENT, CrmException::kind);
    }

    @Test
    void waitsWhenTheConnectionIsDropped() {
        salesforce.answers(drop());

        assertThat(failure()).hasMessageContaining("got no answer").returns(Kind.TRANSIENT, CrmException::kind);
    }

    @Test
    void waitsWhenTheConnectionBreaksInTheMiddleOfTheAnswer() {
        salesforce.answers(torn(1_000));

        assertThat(failure()).hasMessageContaining("got no answer").returns(Kind.TRANSIENT, CrmException::kind);
    }

    @Test
    void givesUpOnAnAnswerThatWouldNotFitIntoMemory() {
        salesforce.answers(torn(60L << 20));

        assertThat(failure())
                .hasMessage("write of Lead had an answer of more than 48 MB; ask for less at a time")
                .returns(Kind.PERMANENT, CrmException::kind);
    }

    @Test
    void needsAPersonWhenTheCredentialsAreRevokedMeanwhile() {
        salesforce.answers(json(200, GOOD), expired());
        crm.write(List.of(LEAD));
        SalesforceStandIn.Answer refused = json(400, "{\"error\":\"invalid_client\",\"error_description\":\"gone\"}");
        salesforce.answersLogin(refused, refused, refused, refused, refused);

        assertThat(failure()).hasMessageContaining("invalid_client").returns(Kind.NEEDS_LOGIN, CrmException::kind);
    }

    @Test
    void waitsWhenTheLoginIsAwayAfterTheSessionExpired() {
        salesforce.answers(json(200, GOOD), expired());
        crm.write(List.of(LEAD));
        SalesforceStandIn.Answer away = html(503, "<html>down</html>");
        salesforce.answersLogin(away, away, away, away, away);

        assertThat(failure()).returns(Kind.TRANSIENT, CrmException::kind);
    }

    @Test
    void spendsNoMoreWhenTheOrgHasNoCallsLeft() {
        salesforce.answers(json(
                403, "[{\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\",\"message\":\"TotalRequests Limit exceeded.\"}]"));

        assertThat(failure())
                .hasMessageContaining("TotalRequests Limit exceeded.")
                .returns(Kind.CALL_BUDGET_SPENT, CrmException::kind);
    }

    @Test
    void givesUpACallThatSalesforceCannotRead() {
        salesforce.answers(json(
                400,
                "[{\"errorCode\":\"JSON_PARSER_ERROR\",\"message\":\"Unexpected character at [line:1, column:2]\"}]"));

        assertThat(failure())
                .hasMessage("write of Lead failed with HTTP 400: JSON_PARSER_ERROR: Unexpected character at [line:1,"
                        + " column:2]")
                .returns(Kind.PERMANENT, CrmException::kind);
    }

    @Test
    void waitsForARowThatIsLockedWhateverTheStatus() {
        salesforce.answers(json(
                400, "[{\"errorCode\":\"UNABLE_TO_LOCK_ROW\",\"message\":\"unable to obtain exclusive access\"}]"));

        assertThat(failure()).returns(Kind.TRANSIENT, CrmException::kind);
    }

    @Test
    void writesNothingOfARecordIntoTheLog() {
        List<String> log = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                log.add(entry.getMessage()
                        + (entry.getThrown() == null ? "" : entry.getThrown().toString()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        // Whatever another test has made of the levels: everything is to be heard here.
        Logger camel = Logger.getLogger("org.apache.camel");
        Level before = camel.getLevel();
        camel.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(handler);
        try {
            salesforce.answers(json(400, "[{\"errorCode\":\"X\",\"message\":\"Lindqvist is too long\"}]"), expired());
            failure();
            failure();
        } finally {
            Logger.getLogger("").removeHandler(handler);
            camel.setLevel(before);
        }
        assertThat(log).isNotEmpty().noneMatch(line -> line.contains("Lindqvist") || line.contains("the-secret"));
    }

    @Test
    void asksTheOrgOnlyOnce() {
        salesforce.answers(
                json(200, rows("{\"Id\":\"00D000000000001EAA\",\"Name\":\"Acme\",\"IsSandbox\":true}")),
                json(200, "{\"user_id\":\"005000000000001AAA\",\"organization_id\":\"00D000000000001EAA\"}"));

        Org expected = new Org("00D000000000001EAA", "Acme", true, "005000000000001AAA", salesforce.url());
        assertThat(crm.org()).isEqualTo(expected);
        assertThat(crm.org()).isEqualTo(expected);
        assertThat(salesforce.requests).hasSize(2);
    }

    @Test
    void takesAReplyOfManyMegabytes() {
        String row = "{\"Id\":\"001000000000001AAA\",\"Name\":\"" + "x".repeat(6 << 20) + "\"}";
        salesforce.answers(json(200, rows(row)));

        assertThat(crm.query(List.of("SELECT Id, Name FROM Account")).get(0)).hasSize(1);
    }

    @Test
    void waitsWhenTheAnswerTakesTooLong() {
        salesforce.answers(salesforce.silence());

        assertThat(hastyFailure()).hasMessageContaining("Timeout").returns(Kind.TRANSIENT, CrmException::kind);
    }

    @Test
    void waitsWhenTheSecondLoginTakesTooLong() {
        salesforce.answers(expired());
        salesforce.answersLogin(
                salesforce.token(),
                salesforce.silence(),
                salesforce.silence(),
                salesforce.silence(),
                salesforce.silence());

        assertThat(hastyFailure()).returns(Kind.TRANSIENT, CrmException::kind);
    }

    @Test
    void waitsWhenTheConnectionIsDroppedAfterTheSecondLogin() {
        salesforce.answers(expired(), drop(), drop(), drop(), drop());

        assertThat(failure()).returns(Kind.TRANSIENT, CrmException::kind);
    }

    private CrmException hastyFailure() {
        CamelContext other = new DefaultCamelContext();
        SalesforceCrm hasty =
                SalesforceCrm.in(other, salesforce.settings(Duration.ofMillis(300), 1_000), Clock.systemUTC());
        other.start();
        try {
            return catchThrowableOfType(CrmException.class, () -> hasty.write(List.of(LEAD)));
        } finally {
            other.stop();
        }
    }

    private CrmException failure() {
        return catchThrowableOfType(CrmException.class, () -> crm.write(List.of(LEAD)));
    }

    private static SalesforceStandIn.Answer expired() {
        return json(401, "[{\"errorCode\":\"INVALID_SESSION_ID\",\"message\":\"Session expired or invalid\"}]");
    }

    private static String rows(String row) {
        return """
                {"compositeResponse":[{"referenceId":"part0","httpStatusCode":200,
                 "body":{"totalSize":1,"done":true,"records":[%s]}}]}"""
                .formatted(row);
    }
}
