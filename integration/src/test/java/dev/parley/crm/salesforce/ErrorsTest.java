package dev.parley.crm.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.parley.crm.CrmException;
import dev.parley.crm.CrmException.Kind;
import dev.parley.crm.WriteResult;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "400, MALFORMED_QUERY, PERMANENT",
        "404, NOT_FOUND, PERMANENT",
        "403, INSUFFICIENT_ACCESS, PERMANENT",
        "403, REQUEST_LIMIT_EXCEEDED, CALL_BUDGET_SPENT",
        "400, UNABLE_TO_LOCK_ROW, TRANSIENT",
        "500, UNABLE_TO_LOCK_ROW, TRANSIENT",
        "503, SERVER_UNAVAILABLE, TRANSIENT",
        "500, APEX_ERROR, TRANSIENT",
        "429, TOO_MANY, TRANSIENT",
        "400, INVALID_QUERY_LOCATOR, TRANSIENT",
        "401, INVALID_SESSION_ID, NEEDS_LOGIN",
        "400, invalid_grant, NEEDS_LOGIN",
        "403, API_DISABLED_FOR_ORG, NEEDS_LOGIN"
    })
    void aCallsFailureIsJudgedByItsCodeAndThenByItsStatus(int status, String code, Kind kind) {
        SalesforceError error = new SalesforceError(code, "words", List.of(), List.of());

        assertThat(Errors.call("call", status, List.of(error)))
                .hasMessageStartingWith("call failed with HTTP " + status + ": " + code + ": words")
                .returns(kind, CrmException::kind);
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "503", "504", "408", "0"})
    void aFailureWithoutAWordIsWaitedFor(int status) {
        assertThat(Errors.call("call", status, List.of()).kind()).isEqualTo(Kind.TRANSIENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNABLE_TO_LOCK_ROW",
                "PROCESSING_HALTED",
                "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                "REQUEST_LIMIT_EXCEEDED",
                "SERVER_UNAVAILABLE",
                "QUERY_TIMEOUT"
            })
    void aRecordThatWasInTheWayOfOthersIsBusy(String code) throws Exception {
        assertThat(record("[{'statusCode':'%s','message':'later','fields':[]}]".formatted(code)))
                .isEqualTo(new WriteResult.Busy(code, "later"));
    }

    @Test
    void aTriggerThatMetALockedRowIsBusyToo() throws Exception {
        assertThat(record("[{'statusCode':'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY','message':"
                        + "'LeadTrigger: System.DmlException: Update failed. UNABLE_TO_LOCK_ROW'}]"))
                .isInstanceOf(WriteResult.Busy.class);
    }

    @Test
    void aRecordThatIsWrongIsRefusedInSalesforcesWords() throws Exception {
        assertThat(record("[{'statusCode':'REQUIRED_FIELD_MISSING','message':'Required fields are missing: [LastName]',"
                        + "'fields':['LastName']}]"))
                .isEqualTo(new WriteResult.Refused(
                        "REQUIRED_FIELD_MISSING",
                        "Required fields are missing: [LastName]",
                        List.of("LastName"),
                        List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"duplicateResut", "duplicateResult"})
    void aDuplicateNamesTheRecordsThatItRepeats(String spelling) throws Exception {
        WriteResult result = record("[{'errorCode':'DUPLICATES_DETECTED','message':'Use one of these records?','%s':"
                .formatted(spelling)
                .concat("{'matchResults':[{'matchRecords':[{'record':{'Id':'003000000000001AAA'}},"
                        + "{'record':{'Id':'003000000000002AAA'}}]}]}}]"));

        assertThat(result)
                .asInstanceOf(InstanceOfAssertFactories.type(WriteResult.Refused.class))
                .extracting(WriteResult.Refused::duplicateOf)
                .isEqualTo(List.of("003000000000001AAA", "003000000000002AAA"));
    }

    @Test
    void aFailureWithoutAReasonIsNoSuccess() throws Exception {
        assertThat(record("[]")).isInstanceOf(WriteResult.Busy.class);
    }

    @Test
    void theEchoOfARefusedQueryIsLeftOut() throws Exception {
        SalesforceError error = errors("[{'errorCode':'INVALID_FIELD','message':'\\nSELECT Nme FROM Lead WHERE Email ="
                        + " \\\"a@b.example\\\"\\n       ^\\nERROR at Row:1:Column:8\\nNo such column'}]")
                .get(0);

        assertThat(error.message()).isEqualTo("ERROR at Row:1:Column:8\nNo such column");
    }

    private static WriteResult record(String errors) throws JsonProcessingException {
        return Errors.record(errors(errors));
    }

    private static List<SalesforceError> errors(String json) throws JsonProcessingException {
        return SalesforceError.read(SalesforceClient.JSON.readTree(json.replace('\'', '"')));
    }
}
