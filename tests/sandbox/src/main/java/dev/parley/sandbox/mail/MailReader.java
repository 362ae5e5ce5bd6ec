package dev.parley.sandbox.mail;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decodes one mail: the first plain text, HTML and invitation in it; attachments are passed over. */
final class MailReader {
    private static final int DEEPEST = 10;

    private final MimeMessage mail;
    private String text;
    private String html;
    private String calendar;

    MailReader(MimeMessage mail) {
        this.mail = mail;
    }

    /** What cannot be decoded is said to be so in its text: a broken mail hides no other. */
    SentMail read(String to, Instant at) {
        try {
            walk(mail, 0);
            return new SentMail(
                    mail.getMessageID(),
                    to,
                    from(),
                    Optional.ofNullable(mail.getSubject()).orElse(""),
                    text,
                    html,
                    calendar,
                    at);
        } catch (MessagingException | IOException e) {
            return new SentMail(null, to, "", "(a mail that cannot be read)", e.getMessage(), null, null, at);
        }
    }

    private String from() throws MessagingException {
        Address[] senders = mail.getFrom();
        return senders == null
                ? ""
                : Arrays.stream(senders)
                        .map(sender -> sender instanceof InternetAddress address
                                ? address.toUnicodeString()
                                : sender.toString())
                        .collect(Collectors.joining(", "));
    }

    private void walk(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return;
        }
        if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                walk(inner, depth + 1);
            }
        } else if (text == null && part.isMimeType("text/plain")) {
            text = (String) part.getContent();
        } else if (html == null && part.isMimeType("text/html")) {
            html = (String) part.getContent();
        } else if (calendar == null && part.isMimeType("text/calendar")) {
            calendar = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
