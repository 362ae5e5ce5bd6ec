package dev.parley.mail;

import com.google.common.hash.Hashing;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;

/**
 * A mail in plain text, the same in HTML where there is that, and what a calendar reads of it where it is an invitation.
 *
 * @param key two mails with the same key are the same mail; 64 hex digits
 * @param recipient one address, or null if nobody is told and it is only kept
 * @param subject at most 255 characters, on one line
 * @param text at most 1 MiB
 * @param html the same for programs that show it, at most 1 MiB, or null
 * @param calendar or null
 */
public record Mail(String key, String recipient, String subject, String text, String html, CalendarPart calendar) {

    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_TEXT = 1 << 20;

    /** Refuses what would not be one mail to one address; a line break in a header could make it any other. */
    public Mail {
        require(key.matches("[0-9a-f]{64}"), "the key of a mail is no SHA-256 digest in hex");
        require(recipient == null || isAddress(recipient), "the recipient of a mail is not one e-mail address");
        require(isOneLine(subject), "the subject of a mail is more than one line");
        require(subject.length() <= LONGEST_SUBJECT, "the subject of a mail is longer than " + LONGEST_SUBJECT);
        require(text.length() <= LONGEST_TEXT, "the text of a mail is longer than " + LONGEST_TEXT);
        require(html == null || html.length() <= LONGEST_TEXT, "the HTML of a mail is longer than " + LONGEST_TEXT);
        require(calendar == null || isInvitation(calendar), "the calendar of a mail is not as RFC 6047 has it");
    }

    /**
     * A mail that is known by what it says, and to whom.
     *
     * @throws IllegalArgumentException if a part of it is not as it must be; the message quotes nothing of it
     */
    public static Mail saying(String recipient, String subject, String text) {
        return new Mail(hash(recipient + "\n" + subject + "\n" + text), recipient, subject, text, null, null);
    }

    /**
     * A mail that is known by a name of its own, whatever it says.
     *
     * @param name such as {@code alert:call-budget:2026-01-31}
     * @throws IllegalArgumentException if a part of it is not as it must be; the message quotes nothing of it
     */
    public static Mail named(String name, String recipient, String subject, String text) {
        return new Mail(hash(name), recipient, subject, text, null, null);
    }

    /** The same with HTML beside the text. */
    public static Mail named(String name, String recipient, String subject, String text, String html) {
        return new Mail(hash(name), recipient, subject, text, html, null);
    }

    /** The same with what a calendar reads of it. */
    public static Mail named(
            String name, String recipient, String subject, String text, String html, CalendarPart calendar) {
        return new Mail(hash(name), recipient, subject, text, html, calendar);
    }

    /** The key of the mail that bears a name. */
    static String key(String name) {
        return hash(name);
    }

    /** Whether a text is one e-mail address that mail can go to. */
    public static boolean isAddress(String text) {
        if (text == null) {
            return false;
        }
        try {
            new InternetAddress(text, true).validate();
            return isOneLine(text) && text.length() <= 320;
        } catch (AddressException e) {
            return false;
        }
    }

    /** A text with a space for whatever would end a line of a header, and for all other control characters. */
    public static String oneLine(String text) {
        // Not Cntrl, which is ASCII alone in Java: names out of old programs hold the control characters beyond it.
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ");
    }

    /** Nothing of its text. */
    @Override
    public String toString() {
        return "Mail[" + key + "]";
    }

    private static String hash(String text) {
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }

    private static boolean isInvitation(CalendarPart calendar) {
        return calendar.method().matches("[A-Z]{1,20}")
                && isAddress(calendar.replyTo())
                && calendar.text().length() <= LONGEST_TEXT;
    }

    private static boolean isOneLine(String text) {
        return text.chars().noneMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029');
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
