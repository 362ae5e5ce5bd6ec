package dev.parley.company;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.HashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A person's name, taken apart.
 *
 * @param parts in lower-case ASCII, without titles and particles, in the order in which they were written
 */
record PersonName(List<String> parts) {

    private static final int MOST_PARTS = 12;
    private static final Splitter BETWEEN = Splitter.on(
                    CharMatcher.forPredicate(Character::isLetterOrDigit).negate())
            .omitEmptyStrings();

    /** What is typed for a letter by people who do not want to be found, or by scanners. */
    private static final Map<Character, Character> DIGITS =
            Map.of('0', 'o', '1', 'i', '3', 'e', '4', 'a', '5', 's', '7', 't', '9', 'g');

    private static final SetMultimap<String, String> NICKNAMES = HashMultimap.create();
    private static final SetMultimap<String, String> LEFT_OUT = HashMultimap.create();

    static {
        Words.lines("person-words.txt").forEach(line -> {
            List<String> words = Splitter.onPattern("[: ]+").splitToList(line);
            List<String> names = words.subList(1, words.size());
            if (words.get(0).equals("nickname")) {
                names.forEach(name -> NICKNAMES.put(name, names.get(0)));
            } else {
                LEFT_OUT.putAll("", names);
            }
        });
    }

    static PersonName of(String name) {
        if (name == null) {
            return new PersonName(List.of());
        }
        List<String> all = BETWEEN.splitToStream(Folding.fold(name))
                .map(PersonName::withoutDigits)
                .limit(MOST_PARTS)
                .toList();
        List<String> telling =
                all.stream().filter(part -> !LEFT_OUT.containsEntry("", part)).toList();
        return new PersonName(telling.size() < 2 ? all : telling);
    }

    private static String withoutDigits(String part) {
        boolean mixed =
                part.chars().anyMatch(Character::isLetter) && part.chars().anyMatch(Character::isDigit);
        return mixed
                ? part.chars()
                        .mapToObj(c -> String.valueOf(DIGITS.getOrDefault((char) c, (char) c)))
                        .collect(Collectors.joining())
                : part;
    }

    /** Whether one is what friends call the other. */
    static boolean nicknames(String one, String other) {
        Set<String> a = NICKNAMES.get(one);
        return !Collections.disjoint(a, NICKNAMES.get(other));
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The parts as one. */
    String compact() {
        return String.join("", parts);
    }
}
