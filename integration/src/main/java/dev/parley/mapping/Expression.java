package dev.parley.mapping;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.Frame;
import java.util.Map;
import java.util.Set;

/**
 * A JSONata expression, compiled once. Evaluation is bounded ({@link Budget}), free of the clock and of chance, and may
 * run on many threads at once.
 */
final class Expression {
    private static final String MASKED = "…";

    /** The library's errors that fill in an operator first, and then a value. */
    private static final Set<String> NAME_OPERATOR = Set.of("T2001", "T2002", "T2010");

    private final Jsonata compiled;
    private final YamlText text;

    private Expression(Jsonata compiled, YamlText text) {
        this.compiled = compiled;
        this.text = text;
    }

    /**
     * Compiles.
     *
     * @throws JException if the syntax is wrong; its location is an offset into the text
     */
    static Expression compile(YamlText text) {
        Jsonata compiled = Jsonata.jsonata(text.value());
        compiled.setValidateInput(false);
        BuiltIns.bind(compiled);
        Budget.watch(compiled);
        Syntax.letListsBeShort(compiled);
        shieldLastCompiled();
        return new Expression(compiled, text);
    }

    /**
     * The library evaluates whatever runs on a thread by means of the expression last compiled there, and leaves that
     * one with the other's variables. So the last one compiled is one that nobody evaluates.
     */
    private static void shieldLastCompiled() {
        Jsonata.jsonata("null");
    }

    Syntax.Node syntax() {
        return Syntax.of(compiled);
    }

    Place place() {
        return text.start();
    }

    /** The expression as it is written, all white space the same. */
    String text() {
        return text.value().strip().replaceAll("\\s+", " ");
    }

    /**
     * The value for a dossier; null where the expression gives none.
     *
     * @throws MappingFailed if it cannot be evaluated within its bounds
     */
    Object evaluate(Map<String, Object> dossier) {
        return evaluate(dossier, new Allowance());
    }

    /** The same, on an allowance that it shares with other expressions. */
    Object evaluate(Map<String, Object> dossier, Allowance allowance) {
        allowance.requireWork(place());
        Budget budget = Budget.begin(allowance.given());
        try {
            return compiled.evaluate(dossier, new Frame(null));
        } catch (Budget.Spent e) {
            throw new MappingFailed(place(), e.getMessage());
        } catch (JException e) {
            throw new MappingFailed(at(e), reason(e));
        } catch (StackOverflowError e) {
            throw new MappingFailed(place(), "the expression goes too deep");
        } catch (RuntimeException e) {
            throw new MappingFailed(place(), reason(e));
        } finally {
            allowance.work(budget.spent());
            Budget.end();
        }
    }

    boolean holds(Map<String, Object> dossier, Allowance allowance) {
        return Jsonata.boolize(evaluate(dossier, allowance));
    }

    /** Whether the expression holds, by JSONata's rules of what counts as true. */
    boolean holds(Map<String, Object> dossier) {
        return Jsonata.boolize(evaluate(dossier));
    }

    private Place at(JException e) {
        return e.getLocation() > 0 ? text.at(e.getLocation()) : place();
    }

    /** The library's words without the values it fills in: those could be a person's. */
    private static String reason(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Budget.Spent) {
                return cause.getMessage();
            }
            if (cause instanceof JException known && known.getError().matches("[A-Z]\\d{4}")) {
                return known.getError() + " " + words(known);
            }
        }
        return "the expression cannot be evaluated with the values it was given";
    }

    /** An operator and a function are the admin's own words, by which they find the place. */
    private static String words(JException known) {
        boolean operator = NAME_OPERATOR.contains(known.getError());
        boolean function = known.getError().equals("T0410") && BuiltIns.ALLOWED.contains(known.getExpected());
        Object first = operator || function ? known.getCurrent() : MASKED;
        Object second = function ? known.getExpected() : MASKED;
        // The library's own texts say Object for function, and leave placeholders.
        return JException.msg(known.getError(), -1, first, second)
                .replaceAll("\\{\\{\\w+}}", MASKED)
                .replace("Object", "function");
    }
}
