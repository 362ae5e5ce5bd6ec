package dev.parley.sandbox.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Mail is read while more of it comes in. */
class MailServerTest {
    private static final int MAILS = 300;
    private static final String TO = "maja@norrvik.example";

    @Test
    void whoReadsIsNotDisturbedByWhatComesIn() {
        try (MailServer server = MailServer.start(0)) {
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(server.port()));
            while (!sending.isDone()) {
                assertThat(server.sent()).hasSizeLessThanOrEqualTo(MAILS);
            }
            sending.join();
            assertThat(server.sent()).hasSize(MAILS);
        }
    }

    private static void send(int port) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", port);
        Session session = Session.getInstance(properties);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            MimeMessage mail = new MimeMessage(session);
            mail.setFrom("parley@norrvik.example");
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(TO));
            mail.setSubject("One of many");
            mail.setText("Hello");
            mail.saveChanges();
            for (int i = 0; i < MAILS; i++) {
                transport.sendMessage(mail, mail.getAllRecipients());
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
