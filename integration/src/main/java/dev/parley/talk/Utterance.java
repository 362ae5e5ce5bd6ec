package dev.parley.talk;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody says, as far as it is their own: without markup, invisible characters and quotations, and bounded.
 *
 * @param text in one piece
 * @param sentences its sentences as they were written
 */
record Utterance(String text, List<String> sentences) {
    /** More than anybody says at once; what comes after it is not read. */
    private static final int MOST_CHARACTERS = 6_000;

    private static final int MOST_SENTENCES = 16;
    private static final int LONGEST_SENTENCE = 400;

    /** A tag of the kind that chat services send. */
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,300}>");

    private static final Pattern LINK = Pattern.compile("https?://\\S{1,500}|www\\.\\S{1,500}");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\n\t\u200c]]");

    /** Only between letters of Arabic script does a zero-width non-joiner say anything. */
    private static final Pattern STRAY = Pattern.compile("(?<!\\p{IsArabic})\u200c|\u200c(?!\\p{IsArabic})");

    private static final Pattern BREAK = Pattern.compile("(?<=[.!?؟])\\s+|(?<=[。!?])(?=\\p{IsHan})|[\\n;؛]+|(?<=。)");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    static Utterance of(String raw) {
        String bounded = raw.length() > MOST_CHARACTERS ? raw.substring(0, MOST_CHARACTERS) : raw;
        String joined = INVISIBLE.matcher(bounded.replace("\r\n", "\n")).replaceAll("");
        String visible = STRAY.matcher(joined).replaceAll("");
        String plain = Normalizer.normalize(TAG.matcher(visible).replaceAll(" "), Form.NFKC);
        String own = Quotations.without(LINK.matcher(plain).replaceAll(" "));
        String text = plain(own).strip();
        return new Utterance(SPACES.matcher(text).replaceAll(" "), sentences(text));
    }

    /** What markup writes in signs of its own. */
    private static String plain(String text) {
        return text.replace('’', '\'')
                .replace('‘', '\'')
                .replace("&nbsp;", " ")
                .replace("&amp;", "&")
                .replace("&#39;", "'");
    }

    private static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        for (String piece : BREAK.split(text)) {
            String sentence = SPACES.matcher(piece).replaceAll(" ").strip();
            if (sentence.codePoints().anyMatch(c -> Character.isLetterOrDigit(c) || c > 0x2000)
                    && sentences.size() < MOST_SENTENCES) {
                sentences.add(
                        sentence.length() > LONGEST_SENTENCE ? sentence.substring(0, LONGEST_SENTENCE) : sentence);
            }
        }
        return sentences;
    }

    /** As rules and models read it. */
    static String lower(String sentence) {
        return Spelling.plain(sentence);
    }
}
