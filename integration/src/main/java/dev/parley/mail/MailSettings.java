package dev.parley.mail;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How mail goes out.
 *
 * @param server where to, or empty if all mail goes into the sink
 * @param from the sender's address
 * @param sink folder for mail that must not be sent, one {@code .eml} file (RFC 5322) each
 */
public record MailSettings(Optional<MailServer> server, String from, Path sink) {

    /** The domain of the sender's address. */
    String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }
}
