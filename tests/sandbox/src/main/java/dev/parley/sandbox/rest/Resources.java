package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.SalesforceError;
import java.util.List;

/** Finds the resource for a path; itself the list of resources at the path's root. */
final class Resources implements Resource {
    private static final List<String> LISTED = List.of(
            "sobjects", "query", "queryAll", "composite", "limits", "recent", "ui-api", "graphql", "jobs", "metadata");

    private final Resource rows = new RowResource();
    private final Resource describe = new DescribeResource();
    private final Resource queries = new QueryResource();
    private final Resource collections = new CollectionResource();
    private final Resource composite = new CompositeResource(this);
    private final Resource graph = new GraphResource(this);
    private final Resource batch = new BatchResource(this);
    private final Resource tree = new TreeResource();
    private final Resource limits = new LimitsResource();
    private final Resource ui = new UiResource();
    private final Resource jobs = new JobsResource();
    private final Resource metadata = new MetadataResource();
    private final Resource graphQl = new GraphQlResource();

    @Override
    public Reply answer(Request request, Context context) {
        return switch (request.segment(0)) {
            case "" -> list(request, context);
            case "sobjects" -> isDescribe(request) ? describe.answer(request, context) : rows.answer(request, context);
            case "query", "queryAll" -> queries.answer(request, context);
            case "composite" -> composite(request).answer(request, context);
            case "limits" -> limits.answer(request, context);
            case "ui-api" -> ui.answer(request, context);
            case "metadata" -> metadata.answer(request, context);
            case "jobs" -> jobs.answer(request, context);
            case "graphql" -> graphQl.answer(request, context);
            case "recent" -> recent(request);
            default -> throw Refusals.notFound();
        };
    }

    /** The same, with a refusal as the reply it becomes. What was changed before the refusal is taken back. */
    Reply answerAnyway(Request request, Context context) {
        int mark = context.transaction().mark();
        try {
            return answer(request, context);
        } catch (SalesforceError refused) {
            context.transaction().rollbackTo(mark);
            return Reply.error(refused);
        }
    }

    /** Records that were looked at in the user interface: none by a program. */
    private static Reply recent(Request request) {
        if (!request.method().equals("GET")) {
            throw Refusals.method(request.method(), "HEAD", "GET");
        } else if (request.path().size() > 1) {
            throw Refusals.notFound();
        }
        return Reply.ok(Reply.JSON.arrayNode());
    }

    private static boolean isDescribe(Request request) {
        int segments = request.path().size();
        return segments == 1
                || (segments == 2 && !request.method().equals("POST"))
                || (segments == 3 && request.segment(2).equals("describe"));
    }

    private Resource composite(Request request) {
        return switch (request.segment(1)) {
            case "" -> composite;
            case "graph" -> graph;
            case "batch" -> batch;
            case "tree" -> tree;
            case "sobjects" -> collections;
            default -> throw Refusals.notFound();
        };
    }

    private static Reply list(Request request, Context context) {
        if (!request.method().equals("GET")) {
            throw Refusals.method(request.method(), "HEAD", "GET");
        }
        ObjectNode resources = Reply.JSON.objectNode();
        LISTED.forEach(name -> resources.put(name, request.base() + "/" + name));
        resources.put("identity", identity(request, context));
        return Reply.ok(resources);
    }

    /** The address that tells who is logged in. */
    private static String identity(Request request, Context context) {
        String orgId = context.org().schema().find("Organization").stream()
                .flatMap(context.transaction()::all)
                .map(SObject::id)
                .findFirst()
                .orElseThrow();
        return "http://" + request.header("Host") + "/id/" + orgId + "/"
                + context.caller().userId();
    }
}
