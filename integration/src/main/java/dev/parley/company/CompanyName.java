package dev.parley.company;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A company's name, taken apart.
 *
 * @param words in lower-case ASCII, in their order, without the legal form
 * @param form the legal form, or null
 */
record CompanyName(List<String> words, LegalForm form) {

    private static final int MOST_WORDS = 16;
    private static final CharMatcher IN_WORDS =
            CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('0', '9')).precomputed();
    private static final CharMatcher FOREIGN =
            CharMatcher.ascii().negate().and(CharMatcher.forPredicate(Character::isLetterOrDigit));
    private static final Splitter BETWEEN =
            Splitter.on(IN_WORDS.or(FOREIGN).negate()).omitEmptyStrings();

    /** Letters with a dot or a stroke between them: "s.a.r.l.", "a/s". */
    private static final Pattern DOTTED = Pattern.compile("(?<![a-z0-9])[a-z](?:[./][a-z])+(?![a-z0-9])\\.?");

    /** Letters of a short name: "H & M", "P&G". */
    private static final Pattern PAIR = Pattern.compile("(?<![a-z0-9])([a-z]{1,2}) ?[&+] ?([a-z]{1,2})(?![a-z0-9.])");

    /** The name in its parts; without words if there is none, or no letter in it. */
    static CompanyName of(String name) {
        if (name == null) {
            return new CompanyName(List.of(), null);
        }
        String folded = PAIR.matcher(Folding.fold(LegalForm.spellOut(name))).replaceAll("$1$2");
        folded = folded.replace("&", " and ").replace("+", " and ");
        folded = DOTTED.matcher(folded).replaceAll(letters -> letters.group().replaceAll("[./]", ""));
        List<String> words = joinLetters(BETWEEN.splitToList(folded));
        return withoutForm(words.size() > MOST_WORDS ? words.subList(0, MOST_WORDS) : words);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** The words as one. */
    String compact() {
        return String.join("", words);
    }

    /** The words in the order of the alphabet, as one. */
    String sorted() {
        return words.stream().sorted().collect(Collectors.joining());
    }

    /** The first letters of the words that are not mere links between others. */
    String initials() {
        return words.stream()
                .filter(word -> Words.of(word).kind() != Words.Kind.STOP)
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
    }

    /** "A.B.C. Bau", "A B C Bau" and "ABC Bau" are one name. */
    private static List<String> joinLetters(List<String> words) {
        List<String> joined = new ArrayList<>();
        StringBuilder letters = new StringBuilder();
        for (String word : words) {
            if (word.length() > 1 && !letters.isEmpty()) {
                joined.add(letters.toString());
                letters.setLength(0);
            }
            if (word.length() == 1) {
                letters.append(word);
            } else {
                joined.add(word);
            }
        }
        if (!letters.isEmpty()) {
            joined.add(letters.toString());
        }
        return joined;
    }

    /** Forms stand at the end, several of them at times, and in some languages before the name. */
    private static CompanyName withoutForm(List<String> words) {
        LegalForm form = null;
        List<String> rest = words;
        for (int n = atEnd(rest); n > 0; n = atEnd(rest)) {
            form = LegalForm.written(rest.subList(rest.size() - n, rest.size()));
            rest = rest.subList(0, rest.size() - n);
        }
        int before = atBeginning(rest);
        if (before > 0) {
            form = form == null ? LegalForm.written(rest.subList(0, before)) : form;
            rest = rest.subList(before, rest.size());
        }
        return new CompanyName(List.copyOf(rest), form);
    }

    private static int atEnd(List<String> words) {
        for (int n = Math.min(LegalForm.MOST_WORDS, words.size() - 1); n > 0; n--) {
            if (LegalForm.written(words.subList(words.size() - n, words.size())) != null) {
                return n;
            }
        }
        return 0;
    }

    private static int atBeginning(List<String> words) {
        for (int n = Math.min(LegalForm.MOST_WORDS, words.size() - 1); n > 0; n--) {
            LegalForm form = LegalForm.written(words.subList(0, n));
            boolean goesOn =
                    words.stream().skip(n).anyMatch(word -> Words.of(word).kind() == Words.Kind.OWN);
            if (form != null && form.mayLead() && goesOn) {
                return n;
            }
        }
        return 0;
    }
}
