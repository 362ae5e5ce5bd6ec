package dev.parley.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.ExchangeProperty;

/** Where mail goes that must not be sent: a folder with one file for each. */
final class Sink {

    private final Path folder;
    private final Letters letters;

    Sink(Path folder, Letters letters) {
        this.folder = folder;
        this.letters = letters;
    }

    /** Writes the mail as a file that a mail program opens; the same mail again is the same file. */
    public void write(@ExchangeProperty(MailRoutes.MAIL) ClaimedMail claimed) throws MessagingException, IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(claimed.mail().key() + ".eml");
        Path part = folder.resolve(claimed.mail().key() + ".part");
        try (OutputStream out = Files.newOutputStream(part)) {
            message(claimed.mail()).writeTo(out);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The best one last (RFC 2046, section 5.1.4). */
    private static MimeMultipart alternatives(Mail mail) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), "UTF-8", "html");
        return new MimeMultipart("alternative", text, html);
    }

    private MimeMessage message(Mail mail) throws MessagingException {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        if (mail.html() == null) {
            message.setText(mail.text(), "UTF-8");
        } else {
            message.setContent(alternatives(mail));
        }
        Map<String, String> headers = letters.headers(mail);
        message.setSubject(headers.get("Subject"), "UTF-8");
        message.setFrom(headers.get("From"));
        message.setRecipients(MimeMessage.RecipientType.TO, headers.get("To"));
        message.saveChanges();
        message.setHeader("Message-ID", headers.get("Message-ID"));
        return message;
    }
}
