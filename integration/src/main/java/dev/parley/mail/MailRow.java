package dev.parley.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A mail's row. */
@Entity
@Table(name = "outbox")
class MailRow {

    @Id
    @Column(name = "mail_key")
    String key;

    /** Null if nobody is told. */
    String recipient;

    String subject;

    @Column(name = "body_text")
    String text;

    /** The same in HTML, or null. */
    @Column(name = "body_html")
    String html;

    /** What makes it an invitation, or null three times. */
    @Column(name = "calendar_method")
    String calendarMethod;

    @Column(name = "calendar_text")
    String calendarText;

    @Column(name = "reply_to")
    String replyTo;

    @Column(name = "created_at")
    Instant createdAt;

    /** Null once it is sent, given up, or for nobody. */
    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "lease_owner")
    String leaseOwner;

    @Column(name = "lease_until")
    Instant leaseUntil;

    @Column(name = "sent_at")
    Instant sentAt;

    int attempts;

    /** Why the last attempt failed, or null. */
    String trouble;

    MailRow() {}

    MailRow(Mail mail, Instant now) {
        this.key = mail.key();
        this.recipient = mail.recipient();
        this.subject = mail.subject();
        this.text = mail.text();
        this.html = mail.html();
        if (mail.calendar() != null) {
            this.calendarMethod = mail.calendar().method();
            this.calendarText = mail.calendar().text();
            this.replyTo = mail.calendar().replyTo();
        }
        this.createdAt = now;
        this.dueAt = mail.recipient() == null ? null : now;
    }

    /** Whether it is leased to them, and for some time yet. */
    boolean isHeld(String owner, Instant now) {
        return owner.equals(leaseOwner) && leaseUntil.isAfter(now);
    }

    Mail mail() {
        CalendarPart calendar = calendarMethod == null ? null : new CalendarPart(calendarMethod, calendarText, replyTo);
        return new Mail(key, recipient, subject, text, html, calendar);
    }
}
