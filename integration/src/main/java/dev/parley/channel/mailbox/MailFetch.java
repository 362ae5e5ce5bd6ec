package dev.parley.channel.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Body;

/** Fetches a mail from the server, and no more of it than may be read, whatever size the server says it has. */
final class MailFetch {

    /** More than any mail has in headers; enough of one that is too long to see from whom it is. */
    private static final int HEADERS = 64 << 10;

    private final int largest;

    /** @param largest the most bytes of a mail that is read */
    MailFetch(int largest) {
        this.largest = largest;
    }

    /** Fetches it; the server keeps it as not read. */
    public FetchedMail fetch(@Body jakarta.mail.Message mail) throws MessagingException, IOException {
        char separator = mail.getFolder() == null ? '/' : mail.getFolder().getSeparator();
        boolean promised = mail.getSize() <= largest;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream bounded = new Bounded(bytes, promised ? largest : HEADERS)) {
            ((MimeMessage) mail).writeTo(bounded);
            return new FetchedMail(bytes.toByteArray(), true, separator);
        } catch (Full e) {
            return new FetchedMail(headers(bytes.toByteArray()), false, separator);
        }
    }

    private static byte[] headers(byte[] beginning) {
        String text = new String(beginning, 0, Math.min(beginning.length, HEADERS), StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        return (end < 0 ? text : text.substring(0, end + 2)).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Ends the fetching. */
    private static final class Full extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Bounded extends FilterOutputStream {

        private int room;

        Bounded(OutputStream out, int room) {
            super(out);
            this.room = room;
        }

        @Override
        public void write(int b) throws IOException {
            take(1);
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            take(length);
            out.write(bytes, from, length);
        }

        private void take(int length) throws IOException {
            room -= length;
            if (room < 0) {
                throw new Full();
            }
        }
    }
}
