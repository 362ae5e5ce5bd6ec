package dev.parley.mapping;

import com.dashjoin.jsonata.JException;
import dev.parley.mapping.Syntax.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Compiles and lints the expressions of one file; what does not compile is a finding. */
final class ExpressionReader {
    private final YamlFile file;
    private final Consumer<Finding> findings;
    private final Set<String> parts = new HashSet<>();
    private final Map<String, Node> syntaxes = new HashMap<>();
    private final Map<String, Set<String>> partsByPointer = new HashMap<>();
    private DossierShape shape;

    /** @param shape what the expressions may ask for */
    ExpressionReader(YamlFile file, DossierShape shape, Consumer<Finding> findings) {
        this.file = file;
        this.shape = shape;
        this.findings = findings;
    }

    /** One more for the same file, whose expressions may ask for the same and whose lists are its own. */
    ExpressionReader nested() {
        return new ExpressionReader(file, shape, findings);
    }

    /** The expression at a pointer; null if none stands there or it does not compile. */
    Expression read(String pointer) {
        YamlText text = file.text(pointer);
        return text == null ? null : check(pointer, text).expression();
    }

    /** The same for a list, whose elements the expressions read from then on see as {@code item}. */
    Expression readList(String pointer) {
        YamlText text = file.text(pointer);
        if (text == null) {
            // A list that is no text is told already; its elements are not to blame for it.
            shape = file.knows(pointer) ? shape.withItem(DossierShape.UNKNOWN) : shape;
            return null;
        }
        Checked list = check(pointer, text);
        shape = shape.withItem(list.result());
        return list.expression();
    }

    /** Notes what another reader's expressions asked for. */
    void use(Set<String> others) {
        parts.addAll(others);
    }

    /** Names at the top of what is given to the expressions that any of them asked for so far. */
    Set<String> parts() {
        return parts;
    }

    /** The same of the expression that was read at this pointer. */
    Set<String> parts(String pointer) {
        return partsByPointer.getOrDefault(pointer, Set.of());
    }

    /** What the expression that was read at this pointer will give. */
    Result result(String pointer) {
        Node syntax = syntaxes.get(pointer);
        Result result = syntax == null ? Result.UNKNOWN : new ResultReader(shape).read(syntax);
        return isDemanded(pointer) ? result.certain() : result;
    }

    /** Whether the file's 'when' holds only where the expression that was read at this pointer gives a value. */
    boolean isDemanded(String pointer) {
        Node when = syntaxes.get("/when");
        Node value = syntaxes.get(pointer);
        return when != null && value != null && demands(when, value);
    }

    private static boolean demands(Node condition, Node value) {
        if (condition.is("binary") && condition.value().equals("and")) {
            return demands(condition.children("lhs").get(0), value)
                    || demands(condition.children("rhs").get(0), value);
        }
        return condition.is("function")
                && condition.children("procedure").get(0).value().equals("exists")
                && condition.children("arguments").stream().anyMatch(value::looksLike);
    }

    /** A compiled expression, null if it does not compile, and the shape of what it gives. */
    private record Checked(Expression expression, DossierShape result) {}

    private Checked check(String pointer, YamlText text) {
        try {
            Expression expression = Expression.compile(text);
            ExpressionLint lint = new ExpressionLint(text, shape, findings);
            Node syntax = expression.syntax();
            syntaxes.put(pointer, syntax);
            DossierShape result = lint.check(syntax);
            parts.addAll(lint.parts());
            partsByPointer.put(pointer, lint.parts());
            return new Checked(expression, result);
        } catch (JException e) {
            findings.accept(
                    Finding.error(text.at(Math.max(0, e.getLocation() - 1)), "expression-syntax", e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            String what = "the expression cannot be read: it may be cut short, nested too deeply,"
                    + " or hold a wrong regular expression";
            findings.accept(Finding.error(text.start(), "expression-syntax", what));
        }
        return new Checked(null, DossierShape.UNKNOWN);
    }
}
