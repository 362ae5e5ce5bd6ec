package dev.parley.sandbox.rest;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How large composite graphs may be, and what their nodes may be. */
final class GraphLimits {
    private static final int MOST_GRAPHS = 75;
    private static final int MOST_NODES = 500;
    private static final int DEEPEST = 15;
    private static final int MOST_KINDS = 15;
    private static final Pattern NODE = Pattern.compile("(?:POST /services/data/v\\d+\\.0/sobjects/\\w+/?"
            + "|(?:GET|PATCH|DELETE) /services/data/v\\d+\\.0/sobjects/\\w+/[^/]+/?(?:\\?.*)?"
            + "|(?:GET|PATCH|POST|DELETE) /services/data/v\\d+\\.0/sobjects/\\w+/\\w+/[^/]+)");

    private GraphLimits() {}

    static void require(List<List<Subrequest>> graphs) {
        List<Subrequest> nodes = graphs.stream().flatMap(List::stream).toList();
        requireAtMost(MOST_GRAPHS, graphs.size(), "graphs in a request");
        requireAtMost(MOST_NODES, nodes.size(), "nodes in a request");
        nodes.forEach(GraphLimits::requireAllowed);
        long kinds = nodes.stream().map(GraphLimits::kind).distinct().count();
        requireAtMost(MOST_KINDS, (int) kinds, "different nodes in a request");
        graphs.forEach(graph -> requireAtMost(DEEPEST, depth(graph), "levels of a graph"));
    }

    private static void requireAtMost(int most, int given, String what) {
        if (given > most) {
            throw Refusals.limit("The maximum number of " + what + " is " + most + ", the request has " + given + ".");
        }
    }

    private static void requireAllowed(Subrequest node) {
        if (!NODE.matcher(node.method() + " " + node.url()).matches()) {
            throw Refusals.invalid("The node '" + node.referenceId() + "' is not supported in a composite graph: "
                    + node.method() + " " + node.url());
        }
    }

    /** The method, the version and the object: what makes nodes different. */
    private static String kind(Subrequest node) {
        return node.method() + node.url().replaceAll("(/sobjects/\\w+).*", "$1").toLowerCase(Locale.ROOT);
    }

    private static int depth(List<Subrequest> graph) {
        Map<String, Integer> depths = new HashMap<>();
        for (Subrequest node : graph) {
            int below = node.needs().stream()
                    .mapToInt(name -> depths.getOrDefault(name, 0))
                    .max()
                    .orElse(0);
            depths.put(node.referenceId(), below + 1);
        }
        return depths.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
