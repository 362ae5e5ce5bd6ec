package dev.parley.identity;

import com.google.common.base.Ascii;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Words of a sentence that may be somebody's name.
 *
 * @param said they
 * @param key by what records of that name are found
 * @param around the sentence with {@value #MARK} in their place
 */
record NameInText(String said, String key, String around) {

    /** What stands for the name in {@link #around}. */
    static final String MARK = "@";

    /** People are called by at most so many words. */
    private static final int MOST_WORDS = 4;

    /** Characters; a longer sentence is looked through no further. */
    private static final int LONGEST = 300;

    private static final Pattern NAME_FOLLOWS = Pattern.compile(MARK + "[ \u00a0]\\p{Lu}\\p{Ll}");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’][\\p{L}\\p{M}]{2,})*");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,}");

    /** All that there may be, of two to {@value #MOST_WORDS} words or Chinese characters. */
    static List<NameInText> all(String text) {
        String sentence = Ascii.truncate(text, LONGEST, "");
        List<NameInText> names = new ArrayList<>();
        List<MatchResult> words = matches(WORD, sentence);
        for (int first = 0; first < words.size(); first++) {
            for (int last = first + 1; last < Math.min(words.size(), first + MOST_WORDS); last++) {
                int from = words.get(first).start();
                int to = words.get(last).end();
                PersonalName.key(sentence.substring(from, to)).ifPresent(key -> names.add(at(sentence, from, to, key)));
            }
        }
        matches(HAN, sentence).forEach(run -> chinese(sentence, run, names));
        return names;
    }

    /** Chinese puts no blanks between words, so a name may begin at each character. */
    private static void chinese(String sentence, MatchResult run, List<NameInText> names) {
        for (int from = run.start(); from < run.end(); from++) {
            for (int to = from + 2; to <= Math.min(run.end(), from + PersonalName.LONGEST_CHINESE); to++) {
                names.add(at(sentence, from, to, sentence.substring(from, to)));
            }
        }
    }

    private static List<MatchResult> matches(Pattern pattern, String sentence) {
        return pattern.matcher(sentence).results().toList();
    }

    private static NameInText at(String sentence, int from, int to, String key) {
        return new NameInText(
                sentence.substring(from, to), key, sentence.substring(0, from) + MARK + sentence.substring(to));
    }

    /** Whether no further name follows: "Karin Ekdahl" is not whole in "Karin Ekdahl Svensson". */
    boolean isWhole() {
        return !NAME_FOLLOWS.matcher(around).find();
    }

    /** Whether all of it is in a record's name: no word between that is another's. */
    boolean isOf(Known record) {
        return PersonalName.isChinese(said) || PersonalName.isWithin(said, PersonalName.nameOf(record));
    }
}
