package dev.parley.handoff;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes out of what was said who the visitor is and how to reach them: what they said may tell that too. */
final class Discretion {
    private static final String LEFT_OUT = "…";
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>()\"“”,;:]{1,64}@[^\\s@<>()\"“”,;:]{1,255}");

    /** Seven digits and more, as people write them; dates and small numbers stay. */
    private static final Pattern PHONE = Pattern.compile("\\+?\\d(?:[ ()/.\\-\u2011\u00a0]{0,3}\\d){6,18}");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final int SHORTEST_NAME = 3;

    private final List<Pattern> names;

    Discretion(Case conversation) {
        this.names = Stream.of("name", "company", "email", "phone")
                .map(fact -> conversation.fact("visitor", fact))
                .filter(Objects::nonNull)
                .filter(fact -> fact.length() >= SHORTEST_NAME)
                .map(fact -> Pattern.compile(Pattern.quote(fact), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                .toList();
    }

    String without(String text) {
        String left = text;
        for (Pattern name : names) {
            left = name.matcher(left).replaceAll(LEFT_OUT);
        }
        left = EMAIL.matcher(left).replaceAll(LEFT_OUT);
        return PHONE.matcher(left)
                .replaceAll(found ->
                        DATE.matcher(found.group()).matches() ? Matcher.quoteReplacement(found.group()) : LEFT_OUT);
    }
}
