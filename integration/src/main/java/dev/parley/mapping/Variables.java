package dev.parley.mapping;

import dev.parley.mapping.Syntax.Node;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The variables that an expression declares, and which of them it uses. */
final class Variables {
    private final Map<String, Node> bound = new LinkedHashMap<>();
    private final Set<String> parameters = new HashSet<>();
    private final Set<String> values = new HashSet<>();
    private final Set<String> used = new HashSet<>();

    static Variables of(Node root) {
        Variables variables = new Variables();
        variables.declare(root);
        return variables;
    }

    private void declare(Node node) {
        if (node.is("bind")) {
            Node variable = node.children("lhs").get(0);
            bound.put(variable.value(), variable);
            if (!isFunction(node.children("rhs").get(0))) {
                values.add(variable.value());
            }
        }
        if (node.is("lambda")) {
            node.children("arguments").forEach(argument -> parameters.add(argument.value()));
        }
        parameters.addAll(node.variables());
        node.children().values().forEach(children -> children.forEach(this::declare));
    }

    /** Notes a use, and says whether the variable is declared. */
    boolean use(String name) {
        used.add(name);
        return declares(name);
    }

    /** Whether the expression gives the name a meaning of its own. */
    boolean declares(String name) {
        return bound.containsKey(name) || parameters.contains(name);
    }

    void forEachUnused(BiConsumer<String, Node> action) {
        bound.forEach((name, node) -> {
            if (!used.contains(name)) {
                action.accept(name, node);
            }
        });
    }

    /** Whether it is certain that this gives a function. */
    boolean callable(Node procedure) {
        String name = procedure.value();
        return isFunction(procedure) && !values.contains(name) && !parameters.contains(name);
    }

    private static boolean isFunction(Node node) {
        boolean named = !node.value().isEmpty() && !node.value().equals("$");
        return node.is("lambda") || (node.is("variable") && named);
    }
}
