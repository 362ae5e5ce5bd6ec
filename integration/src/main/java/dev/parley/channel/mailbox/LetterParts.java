package dev.parley.channel.mailbox;

import dev.parley.channel.mailbox.Letter.CalendarPart;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The texts of a mail, gathered from its parts; what is attached in other formats is not looked at. */
final class LetterParts {

    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 500;

    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<CalendarPart> calendars = new ArrayList<>();
    private int parts;

    private LetterParts() {}

    static LetterParts none() {
        return new LetterParts();
    }

    /**
     * Those of a mail.
     *
     * @throws UnreadableMail if it has too many, or nested too deeply
     */
    static LetterParts of(Part mail) throws MessagingException, IOException {
        LetterParts all = new LetterParts();
        all.add(mail, 0);
        return all;
    }

    /** Null if there is none. */
    String plain() {
        return plain.isEmpty() ? null : plain.toString();
    }

    /** Without its mark-up; null if there is none. */
    String html() {
        return html.isEmpty() ? null : html.toString();
    }

    List<CalendarPart> calendars() {
        return List.copyOf(calendars);
    }

    private void add(Part part, int depth) throws MessagingException, IOException {
        if (++parts > MOST_PARTS) {
            throw new UnreadableMail("the mail has more than " + MOST_PARTS + " parts");
        }
        if (depth > DEEPEST) {
            throw new UnreadableMail("the mail's parts are nested more than " + DEEPEST + " deep");
        }
        ContentType type = type(part);
        if (type.match("multipart/*")) {
            Multipart nested = new MimeMultipart(part.getDataHandler().getDataSource());
            for (int i = 0; i < nested.getCount(); i++) {
                BodyPart child = nested.getBodyPart(i);
                add(child, depth + 1);
            }
        } else {
            addText(part, type);
        }
    }

    private void addText(Part part, ContentType type) throws MessagingException, IOException {
        boolean attached = Part.ATTACHMENT.equalsIgnoreCase(disposition(part));
        if (type.match("text/calendar") || type.match("application/ics")) {
            String method = type.getParameter("method");
            calendars.add(new CalendarPart(
                    PartText.of(part, type),
                    method == null ? null : method.strip().toUpperCase(Locale.ROOT)));
        } else if (type.match("text/html") && !attached) {
            line(html).append(HtmlText.of(PartText.of(part, type)));
        } else if (type.match("text/plain") && !attached) {
            line(plain).append(PartText.of(part, type));
        }
    }

    private static StringBuilder line(StringBuilder text) {
        return text.isEmpty() || text.charAt(text.length() - 1) == '\n' ? text : text.append('\n');
    }

    private static String disposition(Part part) {
        try {
            return part.getDisposition();
        } catch (MessagingException e) {
            return null;
        }
    }

    /** What is no content type counts as plain text (RFC 2045 section 5.2). */
    private static ContentType type(Part part) throws MessagingException {
        try {
            return new ContentType(part.getContentType());
        } catch (ParseException e) {
            return new ContentType("text", "plain", null);
        }
    }
}
