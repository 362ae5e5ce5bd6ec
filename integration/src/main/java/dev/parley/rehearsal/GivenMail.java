package dev.parley.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.channel.mailbox.TranscriptTrial;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Map;
import java.util.Properties;

/** A mail as a test describes it, written out as mail servers hand it over (RFC 5322, MIME). */
final class GivenMail extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String WRITTEN = "2026-01-05T09:00:00Z";

    private GivenMail() {
        super(Session.getInstance(new Properties()));
    }

    /**
     * Its bytes.
     *
     * @param mail with {@code from}, {@code subject}, {@code text} or {@code html} or both, and what else the schema has
     * @throws Attachments.Missing if no mail can be made of it
     */
    static byte[] bytes(JsonNode mail) {
        GivenMail message = new GivenMail();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            message.write(mail);
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException | IOException e) {
            throw new Attachments.Missing("no mail can be made of it: " + e.getMessage(), e);
        }
    }

    private void write(JsonNode mail) throws MessagingException {
        String from = mail.path("from").asText();
        setFrom(new InternetAddress(from));
        setSubject(mail.path("subject").asText(), UTF_8);
        setSentDate(Date.from(
                OffsetDateTime.parse(mail.path("date").asText(WRITTEN)).toInstant()));
        if (mail.path("authenticated").asBoolean()) {
            String domain = from.substring(from.lastIndexOf('@') + 1).replace(">", "");
            setHeader("Authentication-Results", TranscriptTrial.SERVER + "; dmarc=pass header.from=" + domain);
        }
        for (Map.Entry<String, JsonNode> header : mail.path("headers").properties()) {
            setHeader(header.getKey(), header.getValue().asText());
        }
        setContent(body(mail));
        saveChanges();
    }

    private static Multipart body(JsonNode mail) throws MessagingException {
        Multipart body = new MimeMultipart("alternative");
        for (String kind : new String[] {"text", "html"}) {
            if (mail.has(kind)) {
                MimeBodyPart part = new MimeBodyPart();
                part.setText(mail.path(kind).asText(), UTF_8, kind.equals("html") ? "html" : "plain");
                body.addBodyPart(part);
            }
        }
        return body;
    }

    /** None: it would be made from the machine's name. */
    @Override
    protected void updateMessageID() {}
}
