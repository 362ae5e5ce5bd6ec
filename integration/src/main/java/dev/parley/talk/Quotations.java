package dev.parley.talk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes away what a message repeats from elsewhere: a mail that it answers, another conversation, somebody's words. */
final class Quotations {
    /** What mail programs put above the mail that is answered. */
    private static final Pattern ANSWERED =
            Pattern.compile("(?i)\\s*(on .{5,200} wrote:|am .{5,200} schrieb.{0,100}:|(den|på) .{5,200} skrev.{0,100}:"
                    + "|在.{3,100}写道.?|.{3,100} نوشت(ه است)?:|-{2,} ?(original message|forwarded message"
                    + "|ursprüngliche nachricht|weitergeleitete nachricht|ursprungligt meddelande"
                    + "|vidarebefordrat meddelande|原始邮件|转发邮件|پیام اصلی).*|_{10,})\\s*");

    private static final Pattern HEADER = Pattern.compile("(?i)\\s*\\*?(from|von|från|发件人|از) ?:\\*? .+");
    private static final Pattern SECOND_HEADER = Pattern.compile(
            "(?i)\\s*\\*?(sent|date|to|subject|gesendet|datum|an|betreff|skickat|till|ämne|发送时间|收件人|主题|تاریخ|به|موضوع)"
                    + " ?:\\*? .*");
    private static final Pattern SIGNATURE = Pattern.compile("--\\s?");
    private static final Pattern SPOKEN = Pattern.compile(
            "\\s*(?:[\\[(]?\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[apAP][mM])?[\\])]?)?[-– ]*(\\p{L}[\\p{L} .'_-]{0,30}?) ?: ?\\S.*");
    private static final Pattern IN_MARKS =
            Pattern.compile("[\"“„]([^\"“”„]{6,600})[\"”“]|«([^«»]{6,600})»|「([^「」]{4,600})」");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2}");

    private Quotations() {}

    /** The speaker's own words; nothing if all is repeated. */
    static String without(String text) {
        // Without the blanks around a line, over which expressions would try again and again.
        List<String> lines = ownLines(text.lines().map(String::strip).toList());
        if (speakers(lines) > 1) {
            lines = lines.stream()
                    .filter(line -> !SPOKEN.matcher(line).matches())
                    .toList();
        }
        String own = String.join("\n", lines);
        Matcher marked = IN_MARKS.matcher(own);
        String bare = marked.replaceAll(" … ");
        return LETTERS.matcher(bare).find() ? bare : own;
    }

    private static List<String> ownLines(List<String> lines) {
        List<String> own = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean mail = HEADER.matcher(line).matches()
                    && i + 1 < lines.size()
                    && SECOND_HEADER.matcher(lines.get(i + 1)).matches();
            if (mail
                    || ANSWERED.matcher(line).matches()
                    || SIGNATURE.matcher(line).matches()) {
                break;
            }
            if (!line.startsWith(">")) {
                own.add(line);
            }
        }
        return own;
    }

    /** How many people speak in lines such as {@code Anna: …}. */
    private static int speakers(List<String> lines) {
        Set<String> names = new HashSet<>();
        for (String line : lines) {
            Matcher spoken = SPOKEN.matcher(line);
            if (spoken.matches()) {
                names.add(spoken.group(1));
            }
        }
        return names.size();
    }
}
