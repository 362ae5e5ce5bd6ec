package dev.parley.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** Expressions outside of any file. */
final class Expressions {
    private Expressions() {}

    static Expression of(String text) {
        return Expression.compile(text(text));
    }

    static Object evaluate(String text, Map<String, Object> dossier) {
        return of(text).evaluate(dossier);
    }

    static List<Finding> lint(String text) {
        List<Finding> findings = new ArrayList<>();
        new ExpressionLint(text(text), DossierShape.whole(), findings::add).check(of(text).syntax());
        return findings;
    }

    private static YamlText text(String text) {
        return new YamlText(text, new Place("lead.yaml", 8, 11), ScalarStyle.PLAIN, true, List.of());
    }
}
