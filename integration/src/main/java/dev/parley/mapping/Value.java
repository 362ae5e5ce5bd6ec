package dev.parley.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes of an expression's result what a Salesforce field takes: text, a number, true or false, or nothing. */
final class Value {
    private Value() {}

    /**
     * Blank text is nothing, as it is to Salesforce; a list becomes text joined with semicolons, as multi-select
     * picklists are written.
     *
     * @return String, Number, Boolean or null
     */
    static Object of(Object result, Place place) {
        if (result instanceof List<?> list) {
            return joined(list, place);
        }
        if (result instanceof String text) {
            return text.isBlank() ? null : text;
        }
        if (result instanceof Number number) {
            return finite(number, place);
        }
        if (result == null || result instanceof Boolean) {
            return result;
        }
        String kind = result instanceof Map<?, ?> ? "an object" : "a function";
        throw new MappingFailed(
                place, "the expression gives " + kind + ", but a field takes text, a number, true or false");
    }

    /** The same, as text: numbers are written plainly. */
    static String text(Object result, Place place) {
        Object value = of(result, place);
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        return value == null ? null : value.toString();
    }

    /** At most so many characters (code points), so that no character is cut in two. */
    static Object cut(Object value, int max) {
        if (!(value instanceof String text) || text.codePointCount(0, text.length()) <= max) {
            return value;
        }
        return text.substring(0, text.offsetByCodePoints(0, max));
    }

    private static Object joined(List<?> list, Place place) {
        List<String> texts = new ArrayList<>();
        for (Object element : list) {
            if (element instanceof List<?>) {
                throw new MappingFailed(
                        place, "the expression gives a list within a list, but a field takes one list of words");
            }
            String text = text(element, place);
            if (text != null) {
                texts.add(text);
            }
        }
        Budget.text(texts.stream().mapToLong(String::length).sum() + texts.size());
        return texts.isEmpty() ? null : String.join(";", texts);
    }

    private static Number finite(Number number, Place place) {
        boolean plain = number instanceof Integer || number instanceof Long || number instanceof BigInteger;
        if (plain || Double.isFinite(number.doubleValue())) {
            return number;
        }
        throw new MappingFailed(place, "the expression gives a number that is not finite");
    }
}
