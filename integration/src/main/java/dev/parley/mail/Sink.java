package dev.parley.mail;

import jakarta.mail.MessagingException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        // A mail is written out byte by byte.
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            letters.message(claimed.mail()).writeTo(out);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
