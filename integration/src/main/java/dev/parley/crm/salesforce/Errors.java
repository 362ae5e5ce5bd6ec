package dev.parley.crm.salesforce;

import dev.parley.crm.CrmException;
import dev.parley.crm.CrmException.Kind;
import dev.parley.crm.WriteResult;
import java.util.List;
import java.util.Set;

/** What kind of failure it is, by Salesforce's codes first and by the HTTP status where there is none. */
final class Errors {

    /** Codes that say nothing against the record or the call: the same may go through later. */
    private static final Set<String> PASSING = Set.of(
            "ALL_OR_NONE_OPERATION_ROLLED_BACK",
            "CONCURRENT_API_REQUEST_LIMIT_EXCEEDED",
            "CONCURRENT_REQUESTS_LIMIT_EXCEEDED",
            "INVALID_QUERY_LOCATOR",
            "PROCESSING_HALTED",
            "QUERY_TIMEOUT",
            "REQUEST_RUNNING_TOO_LONG",
            "SERVER_UNAVAILABLE",
            "UNABLE_TO_LOCK_ROW",
            "UNKNOWN_EXCEPTION");

    private static final Set<String> BUDGET = Set.of("REQUEST_LIMIT_EXCEEDED");

    private static final Set<String> LOGIN = Set.of(
            "API_CURRENTLY_DISABLED",
            "API_DISABLED_FOR_ORG",
            "INVALID_AUTH_HEADER",
            "INVALID_LOGIN",
            "INVALID_OPERATION_WITH_EXPIRED_PASSWORD",
            "INVALID_SESSION_ID",
            "inactive_org",
            "inactive_user",
            "invalid_app_access",
            "invalid_client",
            "invalid_client_credentials",
            "invalid_client_id",
            "invalid_grant",
            "unauthorized_client",
            "unsupported_grant_type");

    private static final SalesforceError NOTHING_SAID = new SalesforceError("", "", List.of(), List.of());

    private static final SalesforceError NO_REASON =
            new SalesforceError("UNKNOWN_EXCEPTION", "no reason was given", List.of(), List.of());

    private Errors() {}

    /** What became of a record that has these errors. */
    static WriteResult record(List<SalesforceError> errors) {
        SalesforceError first = errors.isEmpty() ? NO_REASON : errors.get(0);
        return passing(first) || BUDGET.contains(first.code())
                ? new WriteResult.Busy(first.code(), first.message())
                : new WriteResult.Refused(first.code(), first.message(), first.fields(), first.duplicateOf());
    }

    /**
     * The failure of a whole call.
     *
     * @param what the call in words
     * @param status HTTP status, 0 if there was no answer
     * @param errors what Salesforce said, may be empty
     */
    static CrmException call(String what, int status, List<SalesforceError> errors) {
        SalesforceError first = errors.isEmpty() ? NOTHING_SAID : errors.get(0);
        String words = errors.isEmpty() ? "" : ": " + first.code() + ": " + first.message();
        Kind kind = kind(status, first);
        return new CrmException(kind, what + " failed with HTTP " + status + words + advice(kind), null);
    }

    private static String advice(Kind kind) {
        return kind == Kind.NEEDS_LOGIN ? "; check the client's key, its secret and the integration user" : "";
    }

    private static Kind kind(int status, SalesforceError error) {
        if (BUDGET.contains(error.code())) {
            return Kind.CALL_BUDGET_SPENT;
        }
        if (LOGIN.contains(error.code()) || status == 401) {
            return Kind.NEEDS_LOGIN;
        }
        boolean away = status == 0 || status == 408 || status == 429 || status >= 500;
        return away || passing(error) ? Kind.TRANSIENT : Kind.PERMANENT;
    }

    /** A trigger that met a locked row says so in its own words, under a code of its own. */
    private static boolean passing(SalesforceError error) {
        return PASSING.contains(error.code()) || error.message().contains("UNABLE_TO_LOCK_ROW");
    }
}
