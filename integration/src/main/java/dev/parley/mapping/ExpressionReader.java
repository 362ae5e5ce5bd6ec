package dev.parley.mapping;

import com.dashjoin.jsonata.JException;
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
    private final Map<String, Result> results = new HashMap<>();
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
        return results.getOrDefault(pointer, Result.UNKNOWN);
    }

    /** A compiled expression, null if it does not compile, and the shape of what it gives. */
    private record Checked(Expression expression, DossierShape result) {}

    private Checked check(String pointer, YamlText text) {
        try {
            Expression expression = Expression.compile(text);
            ExpressionLint lint = new ExpressionLint(text, shape, findings);
            Syntax.Node syntax = expression.syntax();
            DossierShape result = lint.check(syntax);
            parts.addAll(lint.parts());
            partsByPointer.put(pointer, lint.parts());
            results.put(pointer, new ResultReader(shape).read(syntax));
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
