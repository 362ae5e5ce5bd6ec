package dev.parley.channel.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/** The text of one part of a mail, whatever its encoding says of itself. */
final class PartText {

    /** What programs write that claim another charset, or none: every byte is a letter in it. */
    private static final Charset LAST_RESORT = Charset.forName("windows-1252");

    private PartText() {}

    /**
     * The text, its lines ending in {@code \n}.
     *
     * @throws UnreadableMail if its transfer encoding is broken
     */
    static String of(Part part, ContentType type) throws MessagingException {
        String text = text(bytes(part), type.getParameter("charset"))
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        return "flowed".equalsIgnoreCase(type.getParameter("format")) ? unwrapped(text) : text;
    }

    private static byte[] bytes(Part part) throws MessagingException {
        // The mail itself is in memory and bounded; what is decoded of it is never longer.
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UnreadableMail("the transfer encoding of a part is broken");
        }
    }

    private static String text(byte[] bytes, String name) {
        try {
            return charset(name).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException | IllegalCharsetNameException | UnsupportedCharsetException e) {
            return otherwise(bytes);
        }
    }

    private static Charset charset(String name) {
        if (name == null) {
            return StandardCharsets.UTF_8;
        }
        return Charset.isSupported(name) ? Charset.forName(name) : Charset.forName(MimeUtility.javaCharset(name));
    }

    private static String otherwise(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, LAST_RESORT);
        }
    }

    /** Joins the lines that a mail program has wrapped (RFC 3676 section 4.1). */
    private static String unwrapped(String text) {
        StringBuilder unwrapped = new StringBuilder(text.length());
        text.lines().forEach(line -> {
            boolean goesOn = line.endsWith(" ") && !line.equals("-- ");
            unwrapped.append(line);
            if (!goesOn) {
                unwrapped.append('\n');
            }
        });
        return unwrapped.toString();
    }
}
