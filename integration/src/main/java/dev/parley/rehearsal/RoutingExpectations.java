package dev.parley.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.mapping.MappingFailed;
import dev.parley.mapping.Routing;
import dev.parley.mapping.Routing.Route;
import dev.parley.mapping.TestFile;
import java.util.ArrayList;
import java.util.List;

/** Holds who would be asked to take a conversation against who a test expects. */
final class RoutingExpectations {
    private final TestFile file;
    private final String pointer;
    private final List<Mismatch> mismatches = new ArrayList<>();

    private RoutingExpectations(TestFile file, String pointer) {
        this.file = file;
        this.pointer = pointer + "/routing";
    }

    /** All that is not as expected; there is one dossier for each conversation of the test. */
    static List<Mismatch> check(
            TestFile file, String pointer, JsonNode expected, Routing routing, List<ObjectNode> dossiers) {
        RoutingExpectations expectations = new RoutingExpectations(file, pointer);
        dossiers.forEach(dossier -> expectations.check(expected, routing, dossier));
        return expectations.mismatches;
    }

    private void check(JsonNode expected, Routing routing, ObjectNode dossier) {
        try {
            check(expected, routing.route(dossier).orElse(null));
            if (expected.has("followUp")) {
                compare(
                        "/followUp",
                        steps(expected.path("followUp")),
                        routing.followUp(dossier).toString());
            }
            if (expected.has("service")) {
                String got = routing.promise(dossier).map(Routing.Promise::name).orElse("none");
                compare("/service", expected.path("service").asText(), got);
            }
        } catch (MappingFailed e) {
            mismatches.add(Mismatch.of(file.place(pointer), e.place() + " " + e.getMessage()));
        }
    }

    private void check(JsonNode expected, Route route) {
        if (expected.isTextual()) {
            compare("", "none", route == null ? "none" : route.toString());
        }
        if (expected.has("rule")) {
            compare("/rule", expected.path("rule").asText(), route == null ? "none" : route.reason());
        }
        if (expected.has("offer")) {
            compare(
                    "/offer",
                    steps(expected.path("offer")),
                    route == null ? "none" : route.offer().toString());
        }
    }

    private static String steps(JsonNode list) {
        List<String> steps = new ArrayList<>();
        list.forEach(step -> steps.add(step.asText()));
        return steps.toString();
    }

    private void compare(String key, String expected, String got) {
        if (!expected.equals(got)) {
            mismatches.add(new Mismatch(file.place(pointer + key), "who is asked differs", expected, got, null));
        }
    }
}
