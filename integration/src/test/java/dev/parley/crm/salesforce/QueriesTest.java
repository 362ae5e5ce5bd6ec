package dev.parley.crm.salesforce;

import static dev.parley.crm.salesforce.SalesforceStandIn.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.CrmException;
import dev.parley.crm.CrmException.Kind;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueriesTest {

    private final SalesforceStandIn salesforce = new SalesforceStandIn();
    private final CamelContext camel = new DefaultCamelContext();
    private final SalesforceCrm crm = SalesforceCrm.in(camel, salesforce.settings(), Clock.systemUTC());

    @BeforeEach
    void start() {
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
        salesforce.close();
    }

    @Test
    void fiveQueriesAreOneCallAndTheirFurtherPagesAnother() {
        salesforce.answers(
                reply(page("1", "q-2"), page("2"), page("3", "r-2"), page("4"), page("5")),
                reply(page("1b"), page("3b", "r-4")),
                reply(page("3c")));

        List<List<ObjectNode>> rows = crm.query(IntStream.rangeClosed(1, 5)
                .mapToObj(i -> "SELECT Id FROM Thing" + i + "__c")
                .toList());

        assertThat(rows.stream().map(QueriesTest::names))
                .containsExactly(
                        List.of("1", "1b"), List.of("2"), List.of("3", "3b", "3c"), List.of("4"), List.of("5"));
        assertThat(urls(1)).containsExactly("/services/data/v62.0/query/q-2", "/services/data/v62.0/query/r-2");
        assertThat(urls(2)).containsExactly("/services/data/v62.0/query/r-4");
    }

    @Test
    void aStatementIsEncodedWhole() {
        salesforce.answers(reply(page("1")));

        crm.query(List.of("SELECT Id FROM Lead WHERE Email = 'a+b@c.example' AND Name LIKE '50% & më'"));

        assertThat(urls(0))
                .containsExactly("/services/data/v62.0/query?q=SELECT%20Id%20FROM%20Lead%20WHERE%20Email%20%3D%20"
                        + "%27a%2Bb%40c.example%27%20AND%20Name%20LIKE%20%2750%25%20%26%20m%C3%AB%27");
    }

    @Test
    void deletedRowsAreAskedForByTheirOwnResource() {
        salesforce.answers(reply(page("1")));

        crm.queryAll(List.of("SELECT Id, IsDeleted FROM Lead"));

        assertThat(urls(0)).singleElement().asString().startsWith("/services/data/v62.0/queryAll?q=");
    }

    @Test
    void anErrorNamesTheObjectAndNoValueThatWasLookedFor() {
        salesforce.answers(reply(
                page("1"),
                part(
                        400,
                        "[{\"errorCode\":\"INVALID_FIELD\",\"message\":\"\\nFROM Lead WHERE Mail = 'ann@acme.example'"
                                + "\\n ^\\nERROR at Row:1:Column:60\\nNo such column 'Mail' on entity 'Lead'.\"}]")));

        CrmException thrown = catchThrowableOfType(
                CrmException.class,
                () -> crm.query(List.of(
                        "SELECT Id FROM Account",
                        "SELECT Id, (SELECT Id FROM Tasks) FROM Lead WHERE Mail = 'ann@acme.example'")));

        assertThat(thrown)
                .hasMessageContainingAll("query of Lead", "INVALID_FIELD", "No such column 'Mail' on entity 'Lead'.")
                .hasMessageNotContaining("ann@acme.example")
                .returns(Kind.PERMANENT, CrmException::kind);
    }

    @Test
    void aQueryThatTookTooLongIsAskedAgainLater() {
        salesforce.answers(reply(part(400, "[{\"errorCode\":\"QUERY_TIMEOUT\",\"message\":\"took too long\"}]")));

        CrmException thrown =
                catchThrowableOfType(CrmException.class, () -> crm.query(List.of("SELECT Id FROM Account")));
        assertThat(thrown.kind()).isEqualTo(Kind.TRANSIENT);
    }

    @Test
    void whatSalesforceWouldNotTakeIsNotSent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> crm.query(Collections.nCopies(6, "SELECT Id FROM Account")))
                .withMessageContaining("6 queries");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> crm.query(List.of("SELECT Id FROM Account WHERE Name = '" + "x".repeat(100_000) + "'")))
                .withMessageContaining("query of Account has 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> crm.describe("Lead/../User"))
                .withMessageContaining("API name");
        assertThat(salesforce.requests).isEmpty();
    }

    private List<String> urls(int request) {
        JsonNode parts = salesforce.requests.get(request).json().path("compositeRequest");
        return parts.findValuesAsText("url");
    }

    private static List<String> names(List<ObjectNode> rows) {
        return rows.stream().map(row -> row.path("Name").asText()).toList();
    }

    private static String page(String name) {
        return part(200, "{\"done\":true,\"records\":[{\"Name\":\"" + name + "\"}]}");
    }

    private static String page(String name, String next) {
        return part(
                200,
                "{\"done\":false,\"nextRecordsUrl\":\"/services/data/v62.0/query/" + next
                        + "\",\"records\":[{\"Name\":\"" + name + "\"}]}");
    }

    private static String part(int status, String body) {
        return "{\"httpStatusCode\":" + status + ",\"body\":" + body + ",\"referenceId\":\"part#\"}";
    }

    private static SalesforceStandIn.Answer reply(String... parts) {
        List<String> numbered = IntStream.range(0, parts.length)
                .mapToObj(i -> parts[i].replace("part#", "part" + i))
                .toList();
        return json(200, "{\"compositeResponse\":[" + String.join(",", numbered) + "]}");
    }
}
