package dev.parley.mail;

/**
 * What makes a mail an iTIP message (RFC 6047).
 *
 * @param method what the message is for, such as {@code REQUEST}; stands in the content type too
 * @param text the iCalendar object (RFC 5545), at most 1 MiB
 * @param replyTo who is meant where somebody answers by a mail of their own, one address
 */
public record CalendarPart(String method, String text, String replyTo) {

    /** Nothing of its text. */
    @Override
    public String toString() {
        return "CalendarPart[" + method + "]";
    }
}
