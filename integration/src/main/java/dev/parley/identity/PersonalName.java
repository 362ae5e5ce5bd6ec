package dev.parley.identity;

import com.google.common.base.Splitter;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether two names can be one person's: in any order, with or without accents, and with initials. */
final class PersonalName {

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
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return WORDS.splitToList(plain.toLowerCase(Locale.ROOT));
    }
}
