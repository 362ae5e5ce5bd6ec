package dev.parley.identity;

import com.google.common.base.Splitter;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Whether what somebody calls a company in passing can be an account's name: "Bergslags" is "Bergslags Steel AB". */
final class CompanyName {

    private static final int SHORTEST = 3;
    private static final Splitter WORDS = Splitter.onPattern("[^\\p{L}\\p{N}]+").omitEmptyStrings();

    private CompanyName() {}

    /** True if the first word of the one begins, or is begun by, the first word of the other. */
    static boolean agree(String said, String account) {
        List<String> a = words(said);
        List<String> b = words(account);
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        String one = a.get(0);
        String other = b.get(0);
        boolean begins = one.startsWith(other) || other.startsWith(one);
        return one.equals(other) || (begins && Math.min(one.length(), other.length()) >= shortest(one));
    }

    /** A Chinese word is two characters long. */
    private static int shortest(String word) {
        return Character.isIdeographic(word.codePointAt(0)) ? 2 : SHORTEST;
    }

    private static List<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return WORDS.splitToList(plain.toLowerCase(Locale.ROOT));
    }
}
