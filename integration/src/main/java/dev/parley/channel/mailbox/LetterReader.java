package dev.parley.channel.mailbox;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** Reads mails (RFC 5322, MIME) from their bytes alone: the same bytes are the same letter, always. */
final class LetterReader {

    private static final int MOST_HEADERS = 1_000;

    /** Lines that could stand between parts: the parser makes an object of each part before it can be asked for any. */
    private static final int MOST_DASHES = 5_000;

    /** Bytes of all headers: unfolding one takes time by the square of its length. */
    private static final int MOST_HEADER_BYTES = 128 << 10;

    private static final Session SESSION = Session.getInstance(new Properties());

    private LetterReader() {}

    /**
     * The letter.
     *
     * @throws UnreadableMail if it is no mail, or past a bound
     */
    static Letter read(byte[] mail) {
        requireShortHeaders(mail);
        requireFewParts(mail);
        try {
            MimeMessage message = new MimeMessage(SESSION, new SharedByteArrayInputStream(mail));
            Map<String, List<String>> headers = headers(message);
            boolean report = message.isMimeType("multipart/report");
            // Nothing in a report is for us, so its parts, which quote other mails, are not even looked at.
            LetterParts parts = report ? LetterParts.none() : LetterParts.of(message);
            return new Letter(
                    headers,
                    from(headers.getOrDefault("from", List.of())),
                    headers.getOrDefault("subject", List.of("")).get(0),
                    date(headers),
                    parts.plain(),
                    parts.html(),
                    parts.calendars(),
                    report);
        } catch (MessagingException | IOException e) {
            throw new UnreadableMail("the mail is broken: its MIME structure cannot be followed");
        }
    }

    private static void requireShortHeaders(byte[] mail) {
        int length = Math.min(mail.length, MOST_HEADER_BYTES);
        String beginning = new String(mail, 0, length, StandardCharsets.ISO_8859_1);
        boolean ends = beginning.contains("\r\n\r\n") || beginning.contains("\n\n");
        if (mail.length > MOST_HEADER_BYTES && !ends) {
            throw new UnreadableMail("the mail has more than " + MOST_HEADER_BYTES + " bytes of headers");
        }
    }

    private static void requireFewParts(byte[] mail) {
        int dashes = 0;
        for (int i = 2; i < mail.length; i++) {
            if (mail[i] == '-' && mail[i - 1] == '-' && mail[i - 2] == '\n' && ++dashes > MOST_DASHES) {
                throw new UnreadableMail("the mail has more than " + MOST_DASHES + " lines that could divide parts");
            }
        }
    }

    private static Map<String, List<String>> headers(MimeMessage message) throws MessagingException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        int count = 0;
        for (Header header : Collections.list(message.getAllHeaders())) {
            if (++count > MOST_HEADERS) {
                throw new UnreadableMail("the mail has more than " + MOST_HEADERS + " headers");
            }
            String name = header.getName().strip().toLowerCase(Locale.ROOT);
            headers.computeIfAbsent(name, none -> new ArrayList<>()).add(value(name, header.getValue()));
        }
        return headers;
    }

    /** RFC 2047 section 5: no encoded words in what is not for people, where they could stand for delimiters. */
    private static String value(String name, String value) {
        String unfolded = MimeUtility.unfold(value == null ? "" : value);
        return name.equals(Authentication.HEADER) ? onOneLine(unfolded) : decoded(unfolded);
    }

    private static String decoded(String unfolded) {
        try {
            return onOneLine(MimeUtility.decodeText(unfolded));
        } catch (IOException e) {
            // A charset that nobody knows: better the letters as they stand than none.
            return onOneLine(unfolded);
        }
    }

    private static String onOneLine(String text) {
        // Not Cntrl, which is ASCII alone in Java.
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    }

    private static String from(List<String> values) {
        try {
            InternetAddress[] addresses =
                    values.size() == 1 ? InternetAddress.parseHeader(values.get(0), false) : new InternetAddress[0];
            return addresses.length == 1 && addresses[0].getAddress() != null
                    ? addresses[0].getAddress().strip().toLowerCase(Locale.ROOT)
                    : "";
        } catch (AddressException e) {
            return "";
        }
    }

    /** The mail's own date, else when the server nearest to us took it: both stand in the mail. */
    private static Instant date(Map<String, List<String>> headers) {
        return Stream.concat(
                        headers.getOrDefault("date", List.of()).stream(),
                        headers.getOrDefault("received", List.of()).stream()
                                .map(received -> received.substring(received.lastIndexOf(';') + 1)))
                .flatMap(LetterReader::moment)
                .findFirst()
                .orElseThrow(() -> new UnreadableMail("the mail has no date that can be read"));
    }

    private static Stream<Instant> moment(String text) {
        try {
            return Stream.of(new MailDateFormat().parse(text.strip()).toInstant());
        } catch (ParseException e) {
            return Stream.empty();
        }
    }
}
