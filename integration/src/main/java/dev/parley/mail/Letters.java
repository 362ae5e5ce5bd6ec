package dev.parley.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.apache.camel.component.mail.MailConstants;

/** Writes a mail as the mail component takes it. */
final class Letters {

    /** One for all: to make one, every archive of the class path is searched. */
    private static final Session SESSION = Session.getInstance(new Properties());

    private final MailSettings settings;

    Letters(MailSettings settings) {
        this.settings = settings;
    }

    /** Sets body and headers, and only these. */
    public void write(@ExchangeProperty(MailRoutes.MAIL) ClaimedMail claimed, Message letter)
            throws MessagingException {
        letter.removeHeaders("*");
        Mail mail = claimed.mail();
        if (mail.calendar() != null) {
            letter.setBody(message(mail));
            return;
        }
        letter.setBody(mail.html() == null ? mail.text() : mail.html());
        if (mail.html() != null) {
            letter.setHeader(MailConstants.MAIL_ALTERNATIVE_BODY, mail.text());
        }
        headers(claimed.mail()).forEach(letter::setHeader);
    }

    /** The whole mail, as any mail program opens it. */
    MimeMessage message(Mail mail) throws MessagingException {
        MimeMessage message = new MimeMessage(SESSION);
        if (mail.calendar() == null && mail.html() == null) {
            message.setText(mail.text(), "UTF-8");
        } else {
            message.setContent(alternatives(mail));
        }
        if (mail.calendar() != null) {
            message.setReplyTo(InternetAddress.parse(mail.calendar().replyTo()));
        }
        Map<String, String> headers = headers(mail);
        message.setSubject(headers.get("Subject"), "UTF-8");
        message.setFrom(headers.get("From"));
        message.setRecipients(RecipientType.TO, headers.get("To"));
        message.setHeader("Auto-Submitted", headers.get("Auto-Submitted"));
        message.saveChanges();
        message.setHeader("Message-ID", headers.get("Message-ID"));
        return message;
    }

    /** The best one last (RFC 2046, section 5.1.4); the method stands beside the calendar's own (RFC 6047, section 2.4). */
    private static MimeMultipart alternatives(Mail mail) throws MessagingException {
        MimeMultipart alternatives = new MimeMultipart("alternative", part(mail.text(), "plain"));
        if (mail.html() != null) {
            alternatives.addBodyPart(part(mail.html(), "html"));
        }
        if (mail.calendar() != null) {
            alternatives.addBodyPart(part(
                    mail.calendar().text(),
                    "calendar; method=" + mail.calendar().method()));
        }
        return alternatives;
    }

    private static MimeBodyPart part(String text, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", type);
        return part;
    }

    /** The headers; the same mail always has the same {@code Message-ID}. */
    Map<String, String> headers(Mail mail) {
        return Map.of(
                "From",
                settings.from(),
                "To",
                mail.recipient(),
                "Subject",
                mail.subject(),
                "Message-ID",
                "<" + mail.key() + "@" + settings.domain() + ">",
                "Auto-Submitted",
                "auto-generated",
                "Content-Type",
                mail.html() == null ? "text/plain; charset=UTF-8" : "text/html; charset=UTF-8");
    }
}
