package dev.parley.identity;

import com.google.common.base.Splitter;
import com.google.common.base.Strings;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether two names can be one person's: in any order, with or without accents, and with initials. */
final class PersonalName {

    /** Most characters of a name in Chinese characters. */
    static final int LONGEST_CHINESE = 4;

    private static final int LONGEST = 200;
    private static final Splitter WORDS =
            Splitter.onPattern("[^\\p{L}\\p{M}']+").omitEmptyStrings();

    private PersonalName() {}

    /** True if every word of the shorter name stands for one of the other, one of them as a whole. */
    static boolean agree(String one, String other) {
        List<String> a = words(one);
        List<String> b = words(other);
        List<String> fewer = a.size() <= b.size() ? a : b;
        List<String> rest = new ArrayList<>(a.size() <= b.size() ? b : a);
        boolean whole = false;
        for (String word : fewer) {
            int at = place(word, rest);
            if (at < 0) {
                return false;
            }
            whole |= rest.remove(at).equals(word) && word.length() > 1;
        }
        // One word alone is shared by too many.
        return whole && (fewer.size() > 1 || rest.isEmpty());
    }

    /** By what somebody is looked for: the first and the last word of their name, in either order; none for one word. */
    static Optional<String> key(String name) {
        List<String> words = words(name);
        return words.size() < 2
                ? Optional.empty()
                : Optional.of(Stream.of(words.get(0), words.get(words.size() - 1))
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }

    /** The same of a record; a name in Chinese characters is one word, the family name first. */
    static Optional<String> keyOf(Known record) {
        String given = Strings.nullToEmpty(record.text("FirstName"));
        String chinese = Strings.nullToEmpty(record.text("LastName")) + given;
        return isChinese(chinese) ? Optional.of(chinese) : key(nameOf(record));
    }

    /** A record's whole name. */
    static String nameOf(Known record) {
        String name = record.text("Name");
        return name == null
                ? Stream.of("FirstName", "LastName")
                        .map(record::text)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "))
                : name;
    }

    /** Whether every word of what was said is one of the name's. */
    static boolean isWithin(String said, String name) {
        return words(name).containsAll(words(said));
    }

    /** Whether it can be a whole name in Chinese characters. */
    static boolean isChinese(String name) {
        return name.length() > 1
                && name.length() <= LONGEST_CHINESE
                && name.codePoints().allMatch(Character::isIdeographic);
    }

    private static int place(String word, List<String> words) {
        int exact = words.indexOf(word);
        for (int i = 0; exact < 0 && i < words.size(); i++) {
            String other = words.get(i);
            boolean initial =
                    (word.length() == 1 && other.startsWith(word)) || (other.length() == 1 && word.startsWith(other));
            exact = initial ? i : -1;
        }
        return exact;
    }

    private static List<String> words(String name) {
        if (name == null || name.length() > LONGEST) {
            return List.of();
        }
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replace('’', '\'')
                .replace('ي', 'ی')
                .replace('ك', 'ک');
        return WORDS.splitToList(plain.toLowerCase(Locale.ROOT));
    }
}
