package dev.parley.handoff;

import com.google.common.base.Splitter;
import dev.parley.qualification.ContactDetails;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes out of what was said who the visitor is and how to reach them: what they said may tell that too. */
final class Discretion {
    private static final String LEFT_OUT = "…";
    private static final int SHORTEST_NAME = 3;

    private final List<Pattern> names;

    Discretion(Case conversation) {
        this.names = Stream.of("name", "company", "email", "phone")
                .flatMap(fact -> parts(fact, conversation.fact("visitor", fact)))
                .filter(fact -> fact.length() >= SHORTEST_NAME || isHan(fact))
                .map(Discretion::word)
                .toList();
    }

    /** Not within a longer word; Han has no spaces between its words, so that there is no telling. */
    private static Pattern word(String fact) {
        String quoted = Pattern.quote(fact);
        return Pattern.compile(
                isHan(fact) ? quoted : "(?<![\\p{L}\\p{Nd}])" + quoted + "(?![\\p{L}\\p{Nd}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static boolean isHan(String fact) {
        return fact.codePoints().anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN);
    }

    /** Of a person's name the whole first, then each of its parts. */
    private static Stream<String> parts(String fact, String value) {
        if (value == null) {
            return Stream.empty();
        }
        return fact.equals("name")
                ? Stream.concat(Stream.of(value), Splitter.on(' ').splitToStream(value))
                : Stream.of(value);
    }

    String without(String text) {
        String left = text;
        for (Pattern name : names) {
            left = name.matcher(left).replaceAll(LEFT_OUT);
        }
        return ContactDetails.leftOut(left, LEFT_OUT, LEFT_OUT);
    }
}
