package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.calls.CallLog;

/** {@code limits}: what is left of the org's allowances. A record takes 2 KB whatever it holds. */
final class LimitsResource implements Resource {
    private static final int STORAGE_MB = 10_240;
    private static final int RECORDS_PER_MB = 512;

    @Override
    public Reply answer(Request request, Context context) {
        if (!request.method().equals("GET")) {
            throw Refusals.method(request.method(), "HEAD", "GET");
        }
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

    private static void limit(ObjectNode limits, String name, int max, int used) {
        limits.putObject(name).put("Max", max).put("Remaining", Math.max(0, max - used));
    }
}
