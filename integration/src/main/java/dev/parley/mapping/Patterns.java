package dev.parley.mapping;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Utils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSONata's functions over regular expressions ({@code $match}, {@code $contains}, …), bounded in work and length. */
final class Patterns {
    private Patterns() {}

    static Object contains(Object input, List<?> args) {
        String text = BuiltIns.argument(String.class, args, 0);
        return text == null ? null : matcher(text, args.get(1)).find();
    }

    static Object match(Object input, List<?> args) {
        String text = BuiltIns.argument(String.class, args, 0);
        if (text == null) {
            return null;
        }
        List<Object> matches = Utils.createSequence();
        Matcher matcher = matcher(text, args.get(1));
        for (int left = limit(args, 2, "D3040"); left > 0 && matcher.find(); left--) {
            matches.add(asJson(matcher.toMatchResult()));
        }
        return matches;
    }

    static Object split(Object input, List<?> args) {
        String text = BuiltIns.argument(String.class, args, 0);
        if (text == null) {
            return null;
        }
        int limit = limit(args, 2, "D3020");
        Pattern separator = pattern(args.get(1));
        String[] pieces = separator.split(watched(text), -1);
        return new ArrayList<>(List.of(pieces).subList(0, Math.min(limit, pieces.length)));
    }

    static Object replace(Object input, List<?> args) throws Throwable {
        String text = BuiltIns.argument(String.class, args, 0);
        if (text == null) {
            return null;
        }
        if ("".equals(args.get(1))) {
            throw new JException("D3010", -1);
        }
        Matcher matcher = matcher(text, args.get(1));
        StringBuilder result = new StringBuilder();
        int copied = 0;
        for (int left = limit(args, 3, "D3011"); left > 0 && matcher.find(); left--) {
            result.append(text, copied, matcher.start());
            result.append(replacement(args.get(1), args.get(2), matcher.toMatchResult()));
            Budget.text(result.length());
            copied = matcher.end();
        }
        return result.append(text, copied, text.length()).toString();
    }

    private static String replacement(Object sought, Object replacement, MatchResult match) throws Throwable {
        if (!(replacement instanceof String template)) {
            Object result = Functions.funcApply(replacement, List.of(asJson(match)));
            if (result instanceof String text) {
                return text;
            }
            throw new JException("D3012", -1);
        }
        return sought instanceof Pattern ? expand(template, match) : template;
    }

    /** Fills in {@code $1}; {@code $$} is a dollar sign, and a group that is not there is empty. */
    private static String expand(String template, MatchResult match) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            char next = i + 1 < template.length() ? template.charAt(i + 1) : ' ';
            if (template.charAt(i) != '$' || (next != '$' && !Character.isDigit(next))) {
                text.append(template.charAt(i));
            } else {
                text.append(next == '$' ? "$" : group(match, Character.digit(next, 10)));
                i++;
            }
            Budget.text(text.length());
        }
        return text.toString();
    }

    private static String group(MatchResult match, int group) {
        String text = group <= match.groupCount() ? match.group(group) : null;
        return text == null ? "" : text;
    }

    private static Map<String, Object> asJson(MatchResult match) {
        Budget.current().work(match.groupCount() + 1);
        List<String> groups = new ArrayList<>();
        for (int group = 1; group <= match.groupCount(); group++) {
            groups.add(match.group(group));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("match", match.group());
        json.put("index", match.start());
        json.put("groups", groups);
        return json;
    }

    private static int limit(List<?> args, int index, String code) {
        Number limit = BuiltIns.argument(Number.class, args, index);
        if (limit != null && limit.doubleValue() < 0) {
            throw new JException(code, -1);
        }
        return limit == null ? Integer.MAX_VALUE : limit.intValue();
    }

    private static Matcher matcher(String text, Object sought) {
        return pattern(sought).matcher(watched(text));
    }

    private static Pattern pattern(Object sought) {
        if (sought instanceof Pattern pattern) {
            return pattern;
        }
        if (sought instanceof String text) {
            return Pattern.compile(text, Pattern.LITERAL);
        }
        throw new JException("T1010", -1);
    }

    private static WatchedText watched(String text) {
        return new WatchedText(text, Budget.current());
    }
}
