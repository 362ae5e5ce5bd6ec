package dev.parley.mapping;

import com.dashjoin.jsonata.JException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Compiles and lints the expressions of one file; what does not compile is a finding. */
final class ExpressionReader {
    private final YamlFile file;
    private final Consumer<Finding> findings;
    private final Set<String> parts = new HashSet<>();
    private DossierShape shape;

    /** @param shape what the expressions may ask for */
    ExpressionReader(YamlFile file, DossierShape shape, Consumer<Finding> findings) {
        this.file = file;
        this.shape = shape;
        this.findings = findings;
    }

    /** The expression at a pointer; null if none stands there or it does not compile. */
    Expression read(String pointer) {
        YamlText text = file.text(pointer);
        return text == null ? null : check(text).expression();
    }

    /** The same for a list, whose elements the expressions read from then on see as {@code item}. */
    Expression readList(String pointer) {
        YamlText text = file.text(pointer);
        if (text == null) {
            return null;
        }
        Checked list = check(text);
        shape = shape.withItem(list.result());
        return list.expression();
    }

    /** Names at the top of what is given to the expressions that any of them asked for so far. */
    Set<String> parts() {
        return parts;
    }

    /** A compiled expression, null if it does not compile, and the shape of what it gives. */
    private record Checked(Expression expression, DossierShape result) {}

    private Checked check(YamlText text) {
        try {
            Expression expression = Expression.compile(text);
            ExpressionLint lint = new ExpressionLint(text, shape, findings);
            DossierShape result = lint.check(expression.syntax());
            parts.addAll(lint.parts());
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
