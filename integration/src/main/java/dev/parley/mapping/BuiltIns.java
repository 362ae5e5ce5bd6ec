package dev.parley.mapping;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Jsonata.JFunctionCallable;
import com.google.common.base.Splitter;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The functions that an expression may call: JSONata's own, without those that give another result each time, and with
 * bounds where a small argument makes a large result or where the result would hang on the machine's clock or locale;
 * and one more, {@code $digest}, because an event's id must tell two texts apart without holding either.
 */
final class BuiltIns {
    /** Names and reasons of those that may not be called. */
    static final Map<String, String> FORBIDDEN = Map.of(
            "now", "it gives another result each time; use a time that the data holds",
            "millis", "it gives another result each time; use $toMillis of a time that the data holds",
            "random", "it gives another result each time",
            "shuffle", "it gives another result each time",
            "eval", "what it runs cannot be checked beforehand",
            "error", "its message could carry personal text into a log; use 'when'",
            "assert", "its message could carry personal text into a log; use 'when'");

    /** How many arguments each takes at most, of all that may be called; none tells by itself of one too many. */
    static final Map<String, Integer> MOST_ARGUMENTS = Map.copyOf(Splitter.on(' ')
            .withKeyValueSeparator(':')
            .split("sum:1 count:1 max:1 min:1 average:1 string:2 substring:3 substringBefore:2 substringAfter:2"
                    + " lowercase:1 uppercase:1 length:1 trim:1 pad:3 match:3 contains:2 replace:4 split:3 join:2"
                    + " formatNumber:3 formatBase:2 formatInteger:2 parseInteger:2 number:1 floor:1 ceil:1 round:2"
                    + " abs:1 sqrt:1 power:2 boolean:1 not:1 map:2 zip:99 filter:2 single:2 reduce:3 sift:2 keys:1"
                    + " lookup:2 append:2 exists:1 spread:1 merge:1 reverse:1 each:2 type:1 sort:2 distinct:1"
                    + " base64encode:1 base64decode:1 encodeUrlComponent:1 encodeUrl:1 decodeUrlComponent:1"
                    + " decodeUrl:1 toMillis:1 fromMillis:3 clone:1 digest:1")
            .entrySet()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> Integer.valueOf(entry.getValue()))));

    /** Names of all that may be called. */
    static final Set<String> ALLOWED = MOST_ARGUMENTS.keySet();

    /** Those that take a regular expression. */
    static final Set<String> TAKE_PATTERN = Set.of("match", "contains", "replace", "split");

    private static final int DIGITS = 16;

    private static final Map<String, JFunction> OWN = own();

    private BuiltIns() {}

    static void bind(Jsonata expression) {
        OWN.forEach(expression::registerFunction);
    }

    /** Made once for all expressions: the library parses the signature of each. */
    private static Map<String, JFunction> own() {
        Map<String, JFunction> own = new HashMap<>();
        own.put("pad", new JFunction(BuiltIns::pad, "<s-ns?:s>"));
        own.put("string", new JFunction(BuiltIns::string, "<x-b?:s>"));
        own.put("join", new JFunction(BuiltIns::join, "<a<s>s?:s>"));
        own.put("lowercase", new JFunction((input, args) -> lowercase(args), "<s-:s>"));
        own.put("uppercase", new JFunction((input, args) -> uppercase(args), "<s-:s>"));
        own.put("toMillis", new JFunction(BuiltIns::toMillis, "<s-:n>"));
        own.put("match", new JFunction(Patterns::match, "<s-f<s:o>n?:a<o>>"));
        own.put("contains", new JFunction(Patterns::contains, "<s-(sf):b>"));
        own.put("replace", new JFunction(Patterns::replace, "<s-(sf)(sf)n?:s>"));
        own.put("split", new JFunction(Patterns::split, "<s-(sf)n?:a<s>>"));
        own.put("digest", new JFunction(BuiltIns::digest, "<x-:s>"));
        FORBIDDEN.forEach((name, reason) -> own.put(name, forbidden(name, reason)));
        return own;
    }

    private static JFunction forbidden(String name, String reason) {
        JFunctionCallable refuse = (input, args) -> {
            throw new Budget.Spent("$" + name + " may not be called: " + reason);
        };
        return new JFunction(refuse, null);
    }

    /** The argument at an index, null where none was given. */
    static <T> T argument(Class<T> type, List<?> args, int index) {
        return index < args.size() ? type.cast(args.get(index)) : null;
    }

    private static Object pad(Object input, List<?> args) {
        Number width = argument(Number.class, args, 1);
        String with = argument(String.class, args, 2);
        Budget.text(width == null ? 0 : Math.abs(width.longValue()));
        return Functions.pad(argument(String.class, args, 0), width == null ? 0 : width.intValue(), with);
    }

    private static Object string(Object input, List<?> args) {
        Object value = argument(Object.class, args, 0);
        Budget.current().weigh(value, Budget.MAX_TEXT);
        return Functions.string(value, argument(Boolean.class, args, 1));
    }

    /** The first 16 hex digits of the SHA-256 of a value written as JSON; of nothing too, so that an id stays whole. */
    private static Object digest(Object input, List<?> args) {
        Object text = string(input, args);
        return Hashing.sha256()
                .hashString(text == null ? "" : text.toString(), StandardCharsets.UTF_8)
                .toString()
                .substring(0, DIGITS);
    }

    @SuppressWarnings("unchecked") // the signature lets only lists of text in
    private static Object join(Object input, List<?> args) {
        List<String> texts = argument(List.class, args, 0);
        String separator = argument(String.class, args, 1);
        if (texts != null) {
            Budget.current().weigh(texts, Budget.MAX_TEXT);
            Budget.text((long) texts.size() * (separator == null ? 0 : separator.length()));
        }
        return Functions.join(texts, separator);
    }

    private static Object lowercase(List<?> args) {
        String text = argument(String.class, args, 0);
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    private static Object uppercase(List<?> args) {
        String text = argument(String.class, args, 0);
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    /** A time without zone is UTC, whatever the machine's zone. */
    private static Object toMillis(Object input, List<?> args) throws java.text.ParseException {
        String time = argument(String.class, args, 0);
        try {
            return time == null
                    ? null
                    : LocalDateTime.parse(time).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeParseException e) {
            return Functions.dateTimeToMillis(time, null);
        }
    }
}
