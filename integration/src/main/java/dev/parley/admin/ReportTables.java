package dev.parley.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports as tables for people. */
final class ReportTables {

    /** What is not plain in the tables of figures. */
    static final String LEGEND = "'seconds': half of the answers came within the first, nine of ten within the second."
            + " 'presence': shares of messages that are affective, cohesive, interactive. 'again': what visitors had said"
            + " before.";

    private static final List<String> FIGURES =
            List.of("canned", "answered", "again", "two-way", "ours", "seconds", "presence");

    private ReportTables() {}

    static Table teams(JsonNode report) {
        Table table = table("team", "stage", "agents", "talks");
        report.path("rows")
                .forEach(row -> table.row(cells(
                        row,
                        row.path("team").asText(),
                        row.path("stage").asText(),
                        row.path("agents").asText(),
                        row.path("conversations").asText())));
        return table;
    }

    static Table agents(JsonNode report) {
        Table table = table("source", "agent", "talks");
        report.path("rows")
                .forEach(row -> table.row(cells(
                        row,
                        row.path("source").asText(),
                        row.path("name").asText(),
                        row.path("conversations").asText())));
        return table;
    }

    static Table proposals(JsonNode report) {
        Table table = new Table(
                "for", "about", "talks", "wants a person", "passed on", "said again", "unanswered", "such as");
        for (JsonNode row : report.path("rows")) {
            table.row(
                    row.path("function").asText(),
                    row.path("topic").asText(""),
                    row.path("conversations").asText(),
                    row.path("wantedPerson").asText(),
                    row.path("passedOn").asText(),
                    row.path("saidAgain").asText(),
                    row.path("unanswered").asText(),
                    row.at("/examples/0/said").asText(""));
        }
        return table;
    }

    private static Table table(String... first) {
        List<String> header = new ArrayList<>(Arrays.asList(first));
        header.addAll(FIGURES);
        return new Table(header.toArray(String[]::new));
    }

    private static Object[] cells(JsonNode row, Object... first) {
        List<Object> cells = new ArrayList<>(Arrays.asList(first));
        JsonNode figures = row.path("figures");
        for (String share : List.of("canned", "answered", "repeated", "reciprocal", "ours")) {
            cells.add(percent(figures.path(share)));
        }
        cells.add(
                figures.path("medianSeconds").isNumber()
                        ? figures.path("medianSeconds").asText() + ", "
                                + figures.path("slowSeconds").asText()
                        : "");
        JsonNode presence = figures.path("presence");
        cells.add(Stream.of("affective", "cohesive", "interactive")
                .map(kind -> percent(presence.path(kind)).replace(" %", ""))
                .collect(Collectors.joining(", ")));
        return cells.toArray();
    }

    private static String percent(JsonNode share) {
        return share.isNumber() ? Math.round(100 * share.asDouble()) + " %" : "";
    }
}
