package dev.parley.qualification;

import com.google.re2j.Pattern;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The sentences that somebody wrote themselves: without markup, without what steers terminals and text direction, and
 * without the mails and chats that were pasted or quoted below them. Bounded, whatever comes.
 */
final class Sentences {

    /** More of a message is not looked at; what matters to a seller stands before that. */
    static final int MOST_CHARACTERS = 4_000;

    static final int MOST_SENTENCES = 60;

    private static final Pattern MARKUP = Pattern.compile("<[/!a-zA-Z][^<>]{0,300}>");

    /** All of Unicode's control and format characters but the Persian non-joiner, line ends and tabs. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\x{0}-\\x{8}\\x{b}\\x{c}\\x{e}-\\x{1f}\\x{7f}-\\x{9f}\\x{ad}\\x{200b}\\x{200d}-\\x{200f}"
                    + "\\x{202a}-\\x{202e}\\x{2060}-\\x{2069}\\x{feff}]");

    /** A line from which on somebody else's words follow. */
    private static final Pattern THREAD = Pattern.compile("(?i)^\\s*(-{3,}\\s*(original message|ursprüngliche nachricht"
            + "|ursprungligt meddelande|forwarded message|weitergeleitete nachricht|原始邮件|پیام اصلی).*"
            + "|(on|am|den|le) .{6,80} (wrote|schrieb|skrev).{0,60}:\\s*"
            + "|(from|von|från|发件人|از)\\s*[:：] .{3,120}@.{3,120}|_{10,})$");

    /** A line that somebody else wrote: quoted mail, or a copied chat. */
    private static final Pattern QUOTED = Pattern.compile(
            "^\\s*(>|\\|)|^\\s*\\[?\\d{1,2}[:.]\\d{2}([:.]\\d{2})?( ?[AaPp][Mm])?\\]?[ ,-]+[^:：]{1,40}[:：] ");

    private static final Pattern DAY = Pattern.compile("(^|\\s)\\d{1,2}\\.\\s*$");

    private static final Pattern MONTH = Pattern.compile("(?i)(jan|jän|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)");

    private Sentences() {}

    static List<Sentence> of(String text) {
        String head = text.length() > MOST_CHARACTERS ? text.substring(0, whole(text, MOST_CHARACTERS)) : text;
        String seen = UNSEEN.matcher(MARKUP.matcher(head).replaceAll(" ")).replaceAll("");
        List<Sentence> sentences = new ArrayList<>();
        for (String line : seen.split("\\R")) {
            if (THREAD.matches(line)) {
                break;
            }
            if (!QUOTED.matcher(line).find()) {
                split(line, sentences);
            }
            if (sentences.size() >= MOST_SENTENCES) {
                return sentences.subList(0, MOST_SENTENCES);
            }
        }
        return sentences;
    }

    /** Not within a surrogate pair. */
    private static int whole(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
    }

    /** The point after the number of a day ends no sentence in German: "bis zum 3. Mai". */
    private static boolean isWithinDate(String line, int from, int to) {
        return DAY.matcher(line.substring(from, to)).find()
                && MONTH.matcher(line.substring(to)).lookingAt();
    }

    private static void split(String line, List<Sentence> sentences) {
        BreakIterator ends = BreakIterator.getSentenceInstance(Locale.ROOT);
        ends.setText(line);
        int from = ends.first();
        for (int to = ends.next(); to != BreakIterator.DONE; to = ends.next()) {
            if (isWithinDate(line, from, to)) {
                continue;
            }
            String sentence = line.substring(from, to).strip().replaceAll("\\s+", " ");
            if (!sentence.isEmpty()) {
                sentences.add(Sentence.of(sentence));
            }
            from = to;
        }
    }
}
