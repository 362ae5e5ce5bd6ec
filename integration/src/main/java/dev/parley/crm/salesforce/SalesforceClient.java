package dev.parley.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.common.base.Throwables;
import dev.parley.crm.CrmException;
import dev.parley.crm.CrmException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.RestError;
import org.apache.camel.util.ObjectHelper;

/** One call to Salesforce: JSON out, JSON back, and a {@link CrmException} of the right kind for anything else. */
final class SalesforceClient {

    static final ObjectMapper JSON = new ObjectMapper();

    private final ProducerTemplate template;
    private final CallBudget budget;

    SalesforceClient(ProducerTemplate template, CallBudget budget) {
        this.template = template;
        this.budget = budget;
    }

    JsonNode get(String what, String path) {
        return call(what, "GET", path, null);
    }

    JsonNode post(String what, String path, byte[] body) {
        return call(what, "POST", path, body);
    }

    private JsonNode call(String what, String method, String path, byte[] body) {
        budget.spend();
        Exchange exchange = template.request(SalesforceRoutes.CALL_CRM, request -> {
            request.getMessage().setHeader(SalesforceEndpointConfig.RAW_METHOD, method);
            request.getMessage().setHeader(SalesforceEndpointConfig.RAW_PATH, path);
            request.getMessage().setHeader(SalesforceRoutes.CALL_OPTIONS, "client=parley");
            request.getMessage().setBody(body);
        });
        budget.heard(exchange.getMessage().getHeader("Sforce-Limit-Info", String.class));
        if (exchange.getException() != null) {
            throw failure(what, exchange.getException());
        }
        return answer(what, exchange);
    }

    private static JsonNode answer(String what, Exchange exchange) {
        int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        JsonNode body = read(exchange.getMessage().getBody(InputStream.class));
        if (status >= 300) {
            throw Errors.call(what, status, SalesforceError.read(body));
        }
        if (!body.isContainerNode()) {
            // A proxy or a maintenance page stands between: Salesforce itself answers with JSON.
            throw new CrmException(Kind.TRANSIENT, what + " was answered with HTTP " + status + " but no JSON", null);
        }
        return body;
    }

    /** The component's exceptions hold whole replies, so only their parts are passed on, never they themselves. */
    private static CrmException failure(String what, Throwable thrown) {
        SalesforceException told = ObjectHelper.getException(SalesforceException.class, thrown);
        List<SalesforceError> errors = told == null ? List.of() : errors(told);
        return told == null || (told.getStatusCode() < 300 && errors.isEmpty())
                ? unanswered(what, thrown)
                : Errors.call(what, told.getStatusCode(), errors);
    }

    /** There is no whole answer, even if its first line came through. */
    private static CrmException unanswered(String what, Throwable thrown) {
        Throwable root = Throwables.getRootCause(thrown);
        // That is how the component's HTTP client says that its buffer is full.
        if (root instanceof IllegalArgumentException) {
            String limit = SalesforceRoutes.MOST_REPLY_BYTES / (1 << 20) + " MB";
            return new CrmException(
                    Kind.PERMANENT, what + " had an answer of more than " + limit + "; ask for less at a time", null);
        }
        return new CrmException(
                Kind.TRANSIENT, what + " got no answer (" + root.getClass().getSimpleName() + ")", null);
    }

    /** A refused login has its errors as objects; a refused call has the reply's text as its message. */
    private static List<SalesforceError> errors(SalesforceException told) {
        if (told.getErrors() == null || told.getErrors().isEmpty()) {
            return SalesforceError.read(read(told.getMessage()));
        }
        return told.getErrors().stream().map(SalesforceClient::error).toList();
    }

    private static SalesforceError error(RestError error) {
        return new SalesforceError(error.getErrorCode(), String.valueOf(error.getMessage()), List.of(), List.of());
    }

    private static JsonNode read(String text) {
        try {
            return text == null ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static JsonNode read(InputStream in) {
        try {
            return in == null ? MissingNode.getInstance() : JSON.readTree(in);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
