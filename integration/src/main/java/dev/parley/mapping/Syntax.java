package dev.parley.mapping;

import com.dashjoin.jsonata.Jsonata;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The syntax tree of a parsed JSONata expression, as far as lint needs it. The library keeps its tree to itself, so it
 * is read by reflection: the lint sees what will be evaluated, not a second parser's idea of it.
 */
final class Syntax {
    private static final List<String> CHILDREN = List.of(
            "steps",
            "procedure",
            "arguments",
            "expressions",
            "expression",
            "condition",
            "then",
            "_else",
            "lhs",
            "rhs",
            "lhsObject",
            "terms",
            "pattern",
            "update",
            "delete",
            "body",
            "expr",
            "predicate",
            "stages",
            "group");

    /** Looked up once: there are thousands of nodes, each asked for all of its roles. */
    private static final ClassValue<Map<String, Field>> FIELDS = new ClassValue<>() {
        @Override
        protected Map<String, Field> computeValue(Class<?> type) {
            return fields(type);
        }
    };

    private Syntax() {}

    /**
     * A node of the tree.
     *
     * @param type the library's name of the kind of node; empty where it has none
     * @param value name, literal or operator; empty where it has none
     * @param end offset behind the node's first token
     * @param variables names that the node binds on its way (focus and index variables)
     * @param children by role
     */
    record Node(String type, String value, int end, List<String> variables, Map<String, List<Node>> children) {
        List<Node> children(String role) {
            return children.getOrDefault(role, List.of());
        }

        boolean is(String kind) {
            return type.equals(kind);
        }

        /** Whether the other says the same, wherever it stands. */
        boolean looksLike(Node other) {
            return withoutPlace().equals(other.withoutPlace());
        }

        private Node withoutPlace() {
            Map<String, List<Node>> bare = new LinkedHashMap<>();
            children.forEach((role, nodes) ->
                    bare.put(role, nodes.stream().map(Node::withoutPlace).toList()));
            return new Node(type, value, 0, variables, bare);
        }
    }

    /** The tree of an expression. */
    static Node of(Jsonata expression) {
        return node(get(expression, "ast"));
    }

    /**
     * Lets {@code list[-1]} give nothing where the list is shorter, as the language has it. The library's short cut for
     * a number in brackets fails there; what it does for any other expression in them does not, so such a number is
     * made a value like any other.
     */
    static void letListsBeShort(Jsonata expression) {
        letListsBeShort(get(expression, "ast"));
    }

    private static void letListsBeShort(Object member) {
        if (member instanceof List<?> list) {
            list.forEach(Syntax::letListsBeShort);
        } else if (member instanceof Object[] pair) {
            letListsBeShort(List.of(pair));
        } else if (member != null) {
            CHILDREN.forEach(role -> letListsBeShort(get(member, role)));
            if ("filter".equals(get(member, "type")) && isNegativeNumber(get(member, "expr"))) {
                set(get(member, "expr"), "type", "value");
            }
        }
    }

    private static boolean isNegativeNumber(Object symbol) {
        return "number".equals(get(symbol, "type")) && ((Number) get(symbol, "value")).doubleValue() < 0;
    }

    private static Node node(Object symbol) {
        Map<String, List<Node>> children = new LinkedHashMap<>();
        for (String role : CHILDREN) {
            List<Node> nodes = new ArrayList<>();
            collect(get(symbol, role), nodes);
            if (!nodes.isEmpty()) {
                children.put(role, nodes);
            }
        }
        return new Node(
                text(get(symbol, "type")),
                text(get(symbol, "value")),
                (int) get(symbol, "position"),
                bound(symbol),
                children);
    }

    private static List<String> bound(Object symbol) {
        List<String> names = new ArrayList<>();
        for (String role : List.of("focus", "index")) {
            if (get(symbol, role) instanceof String name) {
                names.add(name);
            }
        }
        if ("index".equals(get(symbol, "type"))) {
            names.add(text(get(symbol, "value")));
        }
        return names;
    }

    private static void collect(Object member, List<Node> nodes) {
        if (member instanceof List<?> list) {
            list.forEach(element -> collect(element, nodes));
        } else if (member instanceof Object[] pair) {
            collect(List.of(pair), nodes);
        } else if (member != null) {
            nodes.add(node(member));
        }
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static Object get(Object owner, String name) {
        try {
            return field(owner, name).get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(Object owner, String name, Object value) {
        try {
            field(owner, name).set(owner, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field field(Object owner, String name) {
        Field field = FIELDS.get(owner.getClass()).get(name);
        if (field == null) {
            throw new IllegalStateException(
                    "This version of the JSONata library has no '" + name + "' in its syntax tree");
        }
        return field;
    }

    /** The fields of a class by name, its own before those it inherits. */
    private static Map<String, Field> fields(Class<?> type) {
        Map<String, Field> fields = new HashMap<>();
        for (Class<?> owner = type; owner != Object.class; owner = owner.getSuperclass()) {
            for (Field field : owner.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && fields.putIfAbsent(field.getName(), field) == null) {
                    field.setAccessible(true);
                }
            }
        }
        return fields;
    }
}
