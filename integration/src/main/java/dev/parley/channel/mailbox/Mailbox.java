package dev.parley.channel.mailbox;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.time.Duration;
import java.util.Properties;

/**
 * The mailbox that services send to (IMAP4rev1, RFC 3501).
 *
 * @param host the server's name
 * @param port the server's port
 * @param security how the connection is protected
 * @param user whom to log in as
 * @param password of the user
 * @param folder the folder that is read, its names separated as the server does it
 */
public record Mailbox(String host, int port, Security security, String user, String password, String folder) {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** How the connection is protected. */
    public enum Security {
        /** It begins in clear text and must change to TLS before anything is said (RFC 3501 section 6.2.1). */
        STARTTLS,
        /** TLS from the first byte (RFC 8314). */
        TLS,
        /** Not at all: for a server on the same machine. */
        NONE
    }

    /** The URI scheme of the protocol. */
    String protocol() {
        return security == Security.TLS ? "imaps" : "imap";
    }

    /** What Jakarta Mail needs to know; no secret among it. */
    Properties properties() {
        Properties properties = new Properties();
        String prefix = "mail." + protocol() + ".";
        properties.setProperty("mail.store.protocol", protocol());
        properties.setProperty(prefix + "connectiontimeout", Long.toString(CONNECT.toMillis()));
        properties.setProperty(prefix + "timeout", Long.toString(ANSWER.toMillis()));
        properties.setProperty(prefix + "writetimeout", Long.toString(ANSWER.toMillis()));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        boolean starttls = security == Security.STARTTLS;
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(starttls));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(starttls));
        return properties;
    }

    /**
     * Logs in and looks for the folder; reads no mail and changes nothing.
     *
     * @return how many mails wait in the folder
     * @throws MessagingException if one of it fails
     */
    public int tryOut() throws MessagingException {
        try (Store store = Session.getInstance(properties()).getStore(protocol())) {
            store.connect(host, port, user, password);
            try (Folder found = store.getFolder(folder)) {
                found.open(Folder.READ_ONLY);
                return found.getMessageCount();
            }
        }
    }

    /** Everything but who reads it. */
    @Override
    public String toString() {
        return "Mailbox[%s %s:%d %s %s]".formatted(protocol(), host, port, security, folder);
    }
}
