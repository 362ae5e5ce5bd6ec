package dev.parley.qualification;

import com.google.common.base.Splitter;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a sentence that are the name of whom an e-mail address is: "Anna Berg" of anna.berg@, aberg@ and anna@.
 *
 * @param name as it was written
 * @param around the sentence with {@code @} in its place
 */
record NameOfAddress(String name, String around) {

    private static final int MOST_WORDS = 4;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’-][\\p{L}\\p{M}]+)*");

    /** What addresses are called that are nobody's own. */
    private static final Set<String> ROLES = Set.of(
            "admin", "contact", "hello", "help", "info", "kontakt", "mail", "office", "post", "sales", "service",
            "support", "team", "verkauf");

    private static final Splitter PARTS = Splitter.onPattern("[._+-]+|\\d+").omitEmptyStrings();

    /** The first such words; empty if there are none. */
    static Optional<NameOfAddress> in(String sentence, String email) {
        String local = email.substring(0, email.indexOf('@'));
        if (ROLES.contains(local)) {
            return Optional.empty();
        }
        // Its own parts are no words of the sentence.
        // Found in the sentence itself: in lower case some letters are two.
        Matcher address =
                Pattern.compile(Pattern.quote(email), Pattern.CASE_INSENSITIVE).matcher(sentence);
        String text = address.replaceFirst(" ".repeat(email.length()));
        List<MatchResult> words = WORD.matcher(text).results().toList();
        for (int first = 0; first < words.size(); first++) {
            for (int last = first + 1; last < Math.min(words.size(), first + MOST_WORDS); last++) {
                int from = words.get(first).start();
                int to = words.get(last).end();
                if (fits(words.get(first).group(), words.get(last).group(), local)
                        && isOneName(text.substring(from, to))) {
                    return Optional.of(new NameOfAddress(
                            text.substring(from, to), text.substring(0, from) + "@" + text.substring(to)));
                }
            }
        }
        return Optional.empty();
    }

    /** What the address says by itself: only {@code first.last@}. */
    static Optional<String> alone(String email) {
        List<String> parts = PARTS.splitToList(email.substring(0, email.indexOf('@')));
        boolean name = parts.size() == 2
                && parts.stream().noneMatch(ROLES::contains)
                && parts.stream()
                        .allMatch(part -> part.length() > 1 && part.codePoints().allMatch(Character::isLetter));
        return name
                ? Optional.of(parts.stream()
                        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                        .collect(Collectors.joining(" ")))
                : Optional.empty();
    }

    /** Nothing but blanks between the words, and capitals at both ends where the script has some. */
    private static boolean isOneName(String words) {
        String last = words.substring(words.lastIndexOf(' ') + 1);
        return !words.matches(".*[^\\p{L}\\p{M}'’ -].*")
                && !Character.isLowerCase(words.codePointAt(0))
                && !Character.isLowerCase(last.codePointAt(0));
    }

    private static boolean fits(String first, String last, String local) {
        String a = plain(first);
        String b = plain(last);
        List<String> parts = PARTS.splitToList(plain(local));
        if (a.isEmpty() || b.isEmpty() || parts.isEmpty()) {
            return false;
        }
        String joined = String.join("", parts);
        return List.of(a, a + b, b + a, a.charAt(0) + b, a + b.charAt(0), b + a.charAt(0))
                .contains(joined);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}._+-]", "");
    }
}
