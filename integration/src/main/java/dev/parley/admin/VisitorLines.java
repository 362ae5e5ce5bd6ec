package dev.parley.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.company.CompanyMatcher;
import dev.parley.company.CompanyQuery;
import dev.parley.company.Decision;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The visitors of a file, one a line, and what is decided for each. */
final class VisitorLines {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Three decimals: more would say more than is known. */
    private static final double STEPS = 1_000;

    private final Path file;
    private final PrintWriter complaints;

    VisitorLines(Path file, PrintWriter complaints) {
        this.file = file;
        this.complaints = complaints;
    }

    /**
     * Writes a line for each visitor, in their order.
     *
     * @param step is told of each
     * @return how many lines were bad
     */
    long decide(CompanyMatcher matcher, Writer to, Runnable step) throws IOException {
        try (ObjectLines lines = new ObjectLines(file, complaints)) {
            for (JsonNode visitor = lines.next(); visitor != null; visitor = lines.next()) {
                Decision decision = matcher.decide(query(visitor));
                to.write(line(visitor, decision) + "\n");
                step.run();
            }
            return lines.bad();
        }
    }

    private static CompanyQuery query(JsonNode visitor) {
        return new CompanyQuery(
                ObjectLines.text(visitor, "email"),
                ObjectLines.text(visitor, "company"),
                ObjectLines.text(visitor, "website"),
                ObjectLines.text(visitor, "phone"),
                ObjectLines.text(visitor, "country"),
                List.of());
    }

    private static ObjectNode line(JsonNode visitor, Decision decision) {
        ObjectNode line = JSON.createObjectNode();
        line.set("id", visitor.get("id"));
        line.put("account", decision.account())
                .put("decision", decision.kind().name().toLowerCase(Locale.ROOT))
                .put("confidence", Math.round(decision.confidence() * STEPS) / STEPS);
        decision.evidence().forEach(line.withArray("evidence")::add);
        line.withArray("evidence");
        return line;
    }
}
