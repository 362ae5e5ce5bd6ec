package dev.parley.sandbox.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.rest.Queries;
import dev.parley.sandbox.schema.Schema;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import java.util.List;
import java.util.function.Function;

/** Answers {@code uiapi { query { … } }} documents. */
public final class GraphQl {
    private final Schema schema;
    private final Function<String, Queries.Result> soql;

    /**
     * A GraphQL of one user.
     *
     * @param schema the org as the user sees it
     * @param soql answers a query as that user
     */
    public GraphQl(Schema schema, Function<String, Queries.Result> soql) {
        this.schema = schema;
        this.soql = soql;
    }

    /** Answers {@code {"query","variables"?,"operationName"?}}; what is refused stands among the answer's errors. */
    public ObjectNode answer(JsonNode request) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        try {
            Document document = Parser.parse(request.path("query").asText());
            OperationDefinition operation =
                    operation(document, request.path("operationName").asText(""));
            Arguments variables = Arguments.of(operation, request.path("variables"));
            answer.set("data", root(operation.getSelectionSet(), new Fragments(document), variables));
            answer.putArray("errors");
        } catch (InvalidSyntaxException malformed) {
            refuse(answer, "Invalid Syntax : " + malformed.getMessage(), "InvalidSyntax");
        } catch (Refusal refused) {
            refuse(answer, refused.getMessage(), "ValidationError");
        } catch (SalesforceError refused) {
            refuse(answer, refused.getMessage(), "DataFetchingException");
        }
        return answer;
    }

    private static void refuse(ObjectNode answer, String message, String kind) {
        answer.putNull("data");
        ObjectNode error = answer.putArray("errors").addObject();
        error.put("message", message);
        error.putArray("locations");
        error.putArray("paths");
        error.putObject("extensions").put("ErrorType", kind);
    }

    private static OperationDefinition operation(Document document, String name) {
        List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class).stream()
                .filter(each -> name.isEmpty() || name.equals(each.getName()))
                .toList();
        if (operations.size() != 1) {
            throw new Refusal(
                    operations.isEmpty()
                            ? "The document has no operation " + name
                            : "Must provide operation name if query contains multiple operations.");
        }
        if (operations.get(0).getOperation() != OperationDefinition.Operation.QUERY) {
            throw new Refusal("The sandbox org answers GraphQL queries only");
        }
        return operations.get(0);
    }

    private ObjectNode root(SelectionSet selected, Fragments fragments, Arguments variables) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        for (Field uiapi : fragments.fields(selected)) {
            require(uiapi, "uiapi");
            for (Field query : fragments.fields(uiapi.getSelectionSet())) {
                require(query, "query");
                ObjectNode found = data.withObject("/" + uiapi.getResultKey()).putObject(query.getResultKey());
                for (Field type : fragments.fields(query.getSelectionSet())) {
                    found.set(type.getResultKey(), new Connection(schema, fragments, variables).answer(type, soql));
                }
            }
        }
        return data;
    }

    private static void require(Field field, String name) {
        if (!field.getName().equals(name)) {
            throw new Refusal("Validation error: Field '" + field.getName() + "' is undefined; expected " + name);
        }
    }

    /** A refusal in GraphQL's own words. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refusal(String message) {
            super(message, null, false, false);
        }
    }
}
