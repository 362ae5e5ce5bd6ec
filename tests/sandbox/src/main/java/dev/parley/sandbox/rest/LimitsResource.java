package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.calls.CallLog;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.schema.SObjectType;
import java.util.Arrays;
import java.util.List;

/** {@code limits}: what is left of the org's allowances. A record takes 2 KB whatever it holds. */
final class LimitsResource implements Resource {
    private static final int STORAGE_MB = 10_240;
    private static final int RECORDS_PER_MB = 512;

    @Override
    public Reply answer(Request request, Context context) {
        if (!request.method().equals("GET")) {
            throw Refusals.method(request.method(), "HEAD", "GET");
        }
        return switch (request.path().size()) {
            case 1 -> limits(context);
            case 2 -> recordCount(request, context);
            default -> throw Refusals.notFound();
        };
    }

    private static Reply limits(Context context) {
        int used = context.org().calls().used();
        int records = context.org().schema().types().stream()
                .mapToInt(context.transaction()::count)
                .sum();
        ObjectNode limits = Reply.JSON.objectNode();
        limit(limits, "DailyApiRequests", CallLog.DAILY_LIMIT, used);
        limit(limits, "DataStorageMB", STORAGE_MB, records / RECORDS_PER_MB);
        limit(limits, "DailyBulkV2QueryJobs", 10_000, 0);
        limit(limits, "DailyStreamingApiEvents", 200_000, 0);
        limit(limits, "SingleEmail", 5_000, 0);
        return Reply.ok(limits);
    }

    /** {@code limits/recordCount}: how many records there are of some types, or of all. */
    private static Reply recordCount(Request request, Context context) {
        if (!request.segment(1).equals("recordCount")) {
            throw Refusals.notFound();
        } else if (!context.caller().sharing().administers()) {
            // the counts know no sharing, so they are for whoever may view the setup
            throw new SalesforceError(
                    403,
                    "INSUFFICIENT_ACCESS",
                    "You do not have the View Setup and Configuration permission",
                    List.of());
        }
        List<String> asked = Arrays.stream(request.parameter("sObjects").split(","))
                .filter(name -> !name.isBlank())
                .toList();
        ObjectNode counts = Reply.JSON.objectNode();
        ArrayNode all = counts.putArray("sObjects");
        context.schema().types().stream()
                .filter(type -> asked.isEmpty() || asked.stream().anyMatch(type.name()::equalsIgnoreCase))
                .forEach(type ->
                        all.addObject().put("count", live(context, type)).put("name", type.name()));
        return Reply.ok(counts);
    }

    private static long live(Context context, SObjectType type) {
        return context.transaction()
                .all(type)
                .filter(record -> !record.isDeleted())
                .count();
    }

    private static void limit(ObjectNode limits, String name, int max, int used) {
        limits.putObject(name).put("Max", max).put("Remaining", Math.max(0, max - used));
    }
}
