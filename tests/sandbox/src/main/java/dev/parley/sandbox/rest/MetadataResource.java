package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.metadata.Deployment;
import dev.parley.sandbox.records.SalesforceError;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** {@code metadata/deployRequest}: takes a zip of components, and tells what became of it. */
final class MetadataResource implements Resource {
    @Override
    public Reply answer(Request request, Context context) {
        if (!request.segment(1).equals("deployRequest")) {
            throw Refusals.notFound();
        }
        if (!context.caller().sharing().administers()) {
            throw new SalesforceError(
                    403,
                    "INSUFFICIENT_ACCESS",
                    "You do not have the Modify Metadata Through Metadata API Functions permission",
                    List.of());
        }
        return switch (request.method() + request.path().size()) {
            case "POST2" -> deploy(request, context);
            case "GET3" -> Reply.ok(shown(request, find(request, context)));
            default -> throw Refusals.method(request.method(), "GET", "POST");
        };
    }

    private static Deployment find(Request request, Context context) {
        return context.org().deployments().find(request.segment(2)).orElseThrow(Refusals::notFound);
    }

    private static Reply deploy(Request request, Context context) {
        if (request.body().has("validatedDeployRequestId")) {
            return quick(request, context);
        } else if (!request.body().has("file")) {
            throw SalesforceError.badRequest("INVALID_INPUT", "A deployment needs a zip file and what is said of it.");
        }
        byte[] zip = zip(request);
        JsonNode options = request.body().path("said").path("deployOptions");
        Deployment deployment = context.org()
                .deployments()
                .submit(zip, options, context.caller().userId());
        return new Reply(201, shown(request, deployment), Map.of());
    }

    private static byte[] zip(Request request) {
        try {
            return Base64.getDecoder().decode(request.body().path("file").asText());
        } catch (IllegalArgumentException otherForm) {
            throw SalesforceError.badRequest("INVALID_INPUT", "The zip file is not written in Base64.");
        }
    }

    private static Reply quick(Request request, Context context) {
        String validated = request.body().path("validatedDeployRequestId").asText();
        Deployment deployment = context.org()
                .deployments()
                .quick(validated, context.caller().userId())
                .orElseThrow(() -> SalesforceError.badRequest(
                        "INVALID_ID_FIELD", "There is no validation to deploy with the id " + validated));
        return new Reply(201, shown(request, deployment), Map.of());
    }

    private static ObjectNode shown(Request request, Deployment deployment) {
        ObjectNode body = Reply.JSON.objectNode();
        body.put("id", deployment.id());
        body.put("url", request.base() + "/metadata/deployRequest/" + deployment.id());
        body.set("deployOptions", deployment.options());
        body.set("deployResult", deployment.result());
        return body;
    }
}
