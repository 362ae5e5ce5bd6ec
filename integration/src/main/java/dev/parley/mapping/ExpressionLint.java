package dev.parley.mapping;

import dev.parley.mapping.Syntax.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Walks a parsed expression: what it calls, the variables it knows, and the parts of the dossier it asks for. */
final class ExpressionLint {
    private final YamlText text;
    private final DossierShape whole;
    private final Consumer<Finding> findings;
    private final Set<String> parts = new HashSet<>();
    private Variables variables;

    ExpressionLint(YamlText text, DossierShape whole, Consumer<Finding> findings) {
        this.text = text;
        this.whole = whole;
        this.findings = findings;
    }

    /** Checks it all and says what shape the result has, as far as that is known. */
    DossierShape check(Node root) {
        variables = Variables.of(root);
        DossierShape result = walk(root, whole);
        variables.forEachUnused((name, node) -> {
            Place place = text.at(node.end() - name.length() - 1);
            findings.accept(Finding.warning(place, "unused-variable", "'$" + name + "' is never used"));
        });
        return result;
    }

    /** Names at the top of the dossier that the expression asks for. */
    Set<String> parts() {
        return parts;
    }

    private DossierShape walk(Node node, DossierShape here) {
        return switch (node.type()) {
            case "path" -> path(node, here);
            case "name" -> name(node, here);
            case "variable" -> variable(node, here);
            case "bind" -> walkAll(node.children("rhs"), here);
            case "lambda" -> unknown(walkAll(node.children("body"), here));
            case "function" -> function(node, here);
            case "partial" -> unsupported(node, "write function($x) { … } instead of a partial application");
            case "regex" -> unsupported(
                    node, "a regular expression stands only as an argument of $match, $contains, $replace or $split");
            case "transform" -> unknown(everything(node, DossierShape.UNKNOWN));
            case "sort", "filter" -> everything(node, here);
            case "block" -> block(node, here);
            case "binary" -> comparison(node, here);
            default -> unknown(everything(node, here));
        };
    }

    private DossierShape path(Node node, DossierShape here) {
        DossierShape at = here;
        for (Node step : node.children("steps")) {
            at = walk(step, at);
            DossierShape inside = at;
            step.children("stages").forEach(stage -> walk(stage, inside));
        }
        DossierShape end = at;
        return node.children("group").stream()
                .map(group -> unknown(walk(group, end)))
                .findFirst()
                .orElse(at);
    }

    private DossierShape name(Node step, DossierShape here) {
        String name = step.value();
        if (here.path().isEmpty() && here.known()) {
            parts.add(name);
        }
        if (here.lacks(name)) {
            String what = "the " + whole.title() + " has no '" + here.pathTo(name) + "'";
            String hint = name.equals("item") && here.path().isEmpty() ? ": 'item' needs 'each'" : "";
            Place place = text.at(step.end() - name.length());
            findings.accept(Finding.error(place, "unknown-path", what + hint, here.closestTo(name)));
        }
        return here.member(name);
    }

    private DossierShape variable(Node node, DossierShape here) {
        String name = node.value();
        DossierShape shape = name.isEmpty() ? here : name.equals("$") ? whole : DossierShape.UNKNOWN;
        node.children("predicate").forEach(predicate -> walk(predicate, shape));
        if (name.isEmpty() || name.equals("$")) {
            return shape;
        }
        boolean declared = variables.use(name);
        Place place = text.at(node.end() - name.length() - 1);
        if (BuiltIns.FORBIDDEN.containsKey(name)) {
            String what = "$" + name + " may not be used: " + BuiltIns.FORBIDDEN.get(name);
            findings.accept(Finding.error(place, "forbidden-function", what));
        } else if (!declared && !BuiltIns.ALLOWED.contains(name)) {
            String near = Suggestion.among(BuiltIns.ALLOWED, name);
            String what = "'$" + name + "' is neither a function nor a variable of this expression";
            findings.accept(Finding.error(place, "unknown-function", what, near == null ? null : "$" + near));
        }
        return shape;
    }

    private DossierShape function(Node node, DossierShape here) {
        Node procedure = node.children("procedure").get(0);
        if (procedure.is("path")) {
            withoutDollar(procedure.children("steps").get(0));
        } else if (variables.callable(procedure)) {
            walk(procedure, here);
            countArguments(procedure, node.children("arguments").size());
        } else {
            // A value called by mistake would be printed by the library, and it could be a person's.
            unsupported(procedure, "only JSONata's functions and those written out in this expression can be called");
        }
        boolean takesPattern = procedure.is("variable") && BuiltIns.TAKE_PATTERN.contains(procedure.value());
        boolean negates = procedure.is("variable") && procedure.value().equals("not");
        node.children("arguments").stream()
                .filter(argument -> !(takesPattern && argument.is("regex")))
                .forEach(argument -> {
                    DossierShape given = walk(argument, here);
                    if (negates) {
                        negation(argument, given);
                    }
                });
        node.children("predicate").forEach(predicate -> walk(predicate, DossierShape.UNKNOWN));
        return DossierShape.UNKNOWN;
    }

    private void countArguments(Node procedure, int given) {
        String name = procedure.value();
        Integer most = procedure.is("variable") ? BuiltIns.MOST_ARGUMENTS.get(name) : null;
        if (most != null && given > most && !variables.declares(name)) {
            Place place = text.at(procedure.end() - name.length() - 1);
            String what = "'$" + name + "' takes " + most + (most == 1 ? " argument" : " arguments") + " at most, and"
                    + " is given " + given;
            findings.accept(Finding.error(place, "too-many-arguments", what));
        }
    }

    /** JSONata gives nothing for {@code $not} of nothing, and nothing counts as false: only of a truth it is sure. */
    private void negation(Node argument, DossierShape given) {
        List<Node> steps = argument.children("steps");
        boolean plain = !steps.isEmpty() && steps.stream().allMatch(step -> step.is("name"));
        if (plain && given.result().kind() != Result.Kind.TRUTH) {
            String name = steps.get(0).value();
            String what =
                    "'$not' does not hold where its value is absent: write $not($exists(…)), or compare the value,"
                            + " as in $not(… = true)";
            Place place = text.at(steps.get(0).end() - name.length());
            findings.accept(Finding.warning(place, "not-of-nothing", what));
        }
    }

    private void withoutDollar(Node step) {
        String what = "'" + step.value() + "' is called, but the name of a function begins with $";
        Place place = text.at(step.end() - step.value().length());
        findings.accept(Finding.error(place, "unknown-function", what, "$" + step.value()));
    }

    /** A part that has only certain values is compared with those, or the comparison never holds. */
    private DossierShape comparison(Node node, DossierShape here) {
        Node left = node.children("lhs").get(0);
        Node right = node.children("rhs").get(0);
        DossierShape leftShape = walk(left, here);
        DossierShape rightShape = walk(right, here);
        if (Set.of("=", "!=").contains(node.value())) {
            compare(leftShape, right);
            compare(rightShape, left);
        } else if (node.value().equals("in")) {
            right.children("expressions").forEach(word -> compare(leftShape, word));
            compare(rightShape, left);
        }
        return DossierShape.UNKNOWN;
    }

    private void compare(DossierShape part, Node literal) {
        List<String> words = part.words();
        if (literal.is("string") && !words.isEmpty() && !words.contains(literal.value())) {
            String what = "'" + part.path() + "' is never '" + literal.value() + "', only '"
                    + String.join("', '", words) + "'";
            Place place = text.at(literal.end() - literal.value().length() - 2);
            findings.accept(Finding.error(place, "unknown-value", what, Suggestion.among(words, literal.value())));
        }
    }

    private DossierShape block(Node node, DossierShape here) {
        DossierShape last = walkAll(node.children("expressions"), here);
        node.children("predicate").forEach(predicate -> walk(predicate, last));
        return last;
    }

    private DossierShape everything(Node node, DossierShape here) {
        node.children().forEach((role, children) -> {
            boolean onResult = role.equals("predicate") || role.equals("stages") || role.equals("group");
            walkAll(children, onResult ? DossierShape.UNKNOWN : here);
        });
        return here;
    }

    private DossierShape walkAll(List<Node> nodes, DossierShape here) {
        DossierShape last = DossierShape.UNKNOWN;
        for (Node node : nodes) {
            last = walk(node, here);
        }
        return last;
    }

    private DossierShape unsupported(Node node, String what) {
        findings.accept(Finding.error(text.at(Math.max(0, node.end() - 1)), "unsupported", what));
        return DossierShape.UNKNOWN;
    }

    private static DossierShape unknown(DossierShape ignored) {
        return DossierShape.UNKNOWN;
    }
}
