package dev.parley.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What becomes, or would become, of the fields that an undo is about.
 *
 * @param steps the server's answer
 * @param foretold whether nothing has been done yet
 */
record UndoReport(ArrayNode steps, boolean foretold) {

    /** How long an undo holds. */
    static final String HOLD =
            "What is put back is left so, whatever is said from then on, until other mapping files are"
                    + " applied: 'mappings apply' or 'mappings rollback' then writes what those say.";

    private static final String AS_BEFORE = "AS_BEFORE";
    private static final String RESTORED = "RESTORED";

    /** What is as before only counts: nobody looks for it, and it may be far more than the rest. */
    void print(Output output) {
        Table table = new Table("record", "field", "outcome", "from", "to", "message");
        Map<String, Integer> sums = new LinkedHashMap<>();
        for (JsonNode step : steps) {
            String verdict = step.path("verdict").asText();
            sums.merge(verdict, 1, Integer::sum);
            if (!verdict.equals(AS_BEFORE)) {
                add(table, step);
            }
        }
        output.print(table, steps);
        output.say(sum(sums));
        if (sums.containsKey(RESTORED)) {
            output.say(HOLD);
        }
    }

    private void add(Table table, JsonNode step) {
        table.row(
                step.path("sobject").asText() + " " + step.path("id").asText(),
                step.path("field").asText(""),
                outcome(step.path("verdict").asText()),
                step.path("from").asText(""),
                step.path("to").asText(""),
                step.path("message").asText(""));
    }

    private String sum(Map<String, Integer> sums) {
        return sums.isEmpty()
                ? "Parley wrote nothing since then."
                : "In all: "
                        + sums.entrySet().stream()
                                .map(sum ->
                                        Counted.of(sum.getValue(), what(sum.getKey())) + " " + outcome(sum.getKey()))
                                .collect(Collectors.joining("; "))
                        + ".";
    }

    private static String what(String verdict) {
        return verdict.equals("MADE") || verdict.equals("GONE") ? "record" : "field";
    }

    private String outcome(String verdict) {
        return switch (verdict) {
            case RESTORED -> foretold ? "would be put back" : "put back";
            case AS_BEFORE -> "as before";
            case "CHANGED_SINCE" -> "changed by somebody since, left so";
            case "UNKNOWN_BEFORE" -> "left so: what was there before is not known";
            case "MADE" -> "made by Parley: an administrator may delete it";
            case "BEING_WRITTEN" -> "being written just now: undo once more";
            case "GONE" -> "not there any more";
            default -> "refused by the CRM";
        };
    }
}
