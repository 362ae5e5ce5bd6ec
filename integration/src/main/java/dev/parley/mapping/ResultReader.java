package dev.parley.mapping;

import dev.parley.mapping.Result.Kind;
import dev.parley.mapping.Syntax.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells from a parsed expression what it will give. Says less rather than too much. */
final class ResultReader {
    private static final Set<String> TRUTHS = Set.of("=", "!=", "in", "and", "or");
    private static final Set<String> ORDERS = Set.of("<", "<=", ">", ">=");
    private static final Map<String, Kind> FUNCTIONS = Map.ofEntries(
            Map.entry("string", Kind.TEXT),
            Map.entry("substring", Kind.TEXT),
            Map.entry("substringBefore", Kind.TEXT),
            Map.entry("substringAfter", Kind.TEXT),
            Map.entry("lowercase", Kind.TEXT),
            Map.entry("uppercase", Kind.TEXT),
            Map.entry("trim", Kind.TEXT),
            Map.entry("pad", Kind.TEXT),
            Map.entry("join", Kind.TEXT),
            Map.entry("replace", Kind.TEXT),
            Map.entry("fromMillis", Kind.TEXT),
            Map.entry("formatNumber", Kind.TEXT),
            Map.entry("number", Kind.NUMBER),
            Map.entry("round", Kind.NUMBER),
            Map.entry("floor", Kind.NUMBER),
            Map.entry("ceil", Kind.NUMBER),
            Map.entry("abs", Kind.NUMBER),
            Map.entry("sum", Kind.NUMBER),
            Map.entry("count", Kind.NUMBER),
            Map.entry("length", Kind.NUMBER),
            Map.entry("toMillis", Kind.NUMBER),
            Map.entry("exists", Kind.TRUTH),
            Map.entry("contains", Kind.TRUTH),
            Map.entry("not", Kind.TRUTH),
            Map.entry("boolean", Kind.TRUTH));

    private final DossierShape here;

    /** @param here what the expression's names are looked up in */
    ResultReader(DossierShape here) {
        this.here = here;
    }

    Result read(Node node) {
        return switch (node.type()) {
            case "string" -> Result.literal(Kind.TEXT, node.value());
            case "number" -> Result.literal(Kind.NUMBER, node.value());
            case "value" -> node.value().isEmpty() ? Result.UNKNOWN : Result.literal(Kind.TRUTH, node.value());
            case "path" -> path(node);
            case "binary" -> binary(node);
            case "condition" -> condition(node);
            case "function" -> function(node);
            case "block" -> last(node.children("expressions"));
            case "bind" -> read(node.children("rhs").get(0));
            case "unary" -> node.value().equals("{") ? Result.of(Kind.OBJECT, true) : Result.UNKNOWN;
            default -> Result.UNKNOWN;
        };
    }

    private Result path(Node node) {
        DossierShape at = here;
        for (Node step : node.children("steps")) {
            if (!step.is("name") || at.isList()) {
                return Result.UNKNOWN;
            }
            at = at.member(step.value());
        }
        return node.children("group").isEmpty() ? at.result() : Result.UNKNOWN;
    }

    private Result binary(Node node) {
        Result left = read(node.children("lhs").get(0));
        Result right = read(node.children("rhs").get(0));
        if (TRUTHS.contains(node.value())) {
            return Result.of(Kind.TRUTH, true);
        }
        if (ORDERS.contains(node.value())) {
            return Result.of(Kind.TRUTH, left.always() && right.always());
        }
        return switch (node.value()) {
            case "&" -> joined(left, right);
            case "+", "-", "*", "/", "%" -> Result.of(Kind.NUMBER, left.always() && right.always());
            default -> Result.UNKNOWN;
        };
    }

    /** What has no value counts as empty text. */
    private static Result joined(Result left, Result right) {
        long longest = (long) left.longest() + right.longest();
        return Result.of(Kind.TEXT, left.always() || right.always()).atMost((int) Math.min(longest, Integer.MAX_VALUE));
    }

    private Result condition(Node node) {
        Node condition = node.children("condition").get(0);
        Node then = node.children("then").get(0);
        Result result = read(then).atMost(bound(condition, then));
        List<Node> otherwise = node.children("_else");
        return otherwise.isEmpty() ? result.sometimes() : result.or(read(otherwise.get(0)));
    }

    /** The N of {@code $length(x) <= N ? x}. */
    private static int bound(Node condition, Node then) {
        if (condition.is("binary") && condition.value().equals("and")) {
            return Math.min(
                    bound(condition.children("lhs").get(0), then),
                    bound(condition.children("rhs").get(0), then));
        }
        boolean compares = condition.is("binary") && Set.of("<", "<=").contains(condition.value());
        if (!compares || !calls(condition.children("lhs").get(0), "length")) {
            return Integer.MAX_VALUE;
        }
        List<Node> measured = condition.children("lhs").get(0).children("arguments");
        boolean same = !measured.isEmpty() && measured.get(0).looksLike(then);
        return same ? whole(condition.children("rhs").get(0)) : Integer.MAX_VALUE;
    }

    private Result function(Node node) {
        String name = name(node);
        Kind kind = FUNCTIONS.getOrDefault(name, Kind.UNKNOWN);
        Result result = Result.of(kind, name.equals("exists") || name.equals("count"));
        List<Node> arguments = node.children("arguments");
        return name.equals("substring") && arguments.size() == 3 ? result.atMost(whole(arguments.get(2))) : result;
    }

    private static boolean calls(Node node, String name) {
        return node.is("function") && name(node).equals(name);
    }

    private static String name(Node function) {
        Node procedure = function.children("procedure").get(0);
        return procedure.is("variable") ? procedure.value() : "";
    }

    private static int whole(Node number) {
        return number.is("number") && number.value().matches("\\d{1,9}")
                ? Integer.parseInt(number.value())
                : Integer.MAX_VALUE;
    }

    private Result last(List<Node> expressions) {
        return expressions.isEmpty() ? Result.UNKNOWN : read(expressions.get(expressions.size() - 1));
    }
}
