package dev.parley.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Properties;

/**
 * The server that takes outgoing mail.
 *
 * @param host its name
 * @param port its port
 * @param security how the connection is protected
 * @param user whom to log in as, or null for no login
 * @param password of the user, or null
 */
public record MailServer(String host, int port, Security security, String user, String password) {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** How the connection is protected. */
    public enum Security {
        /** It begins in clear text and must change to TLS before anything is said (RFC 3207). */
        STARTTLS,
        /** TLS from the first byte (RFC 8314). */
        TLS,
        /** Not at all: for a server on the same machine. */
        NONE
    }

    /** The URI scheme of the protocol. */
    String protocol() {
        return security == Security.TLS ? "smtps" : "smtp";
    }

    /** What Jakarta Mail needs to know; no secret among it. */
    Properties properties() {
        Properties properties = new Properties();
        String prefix = "mail." + protocol() + ".";
        properties.setProperty("mail.transport.protocol", protocol());
        properties.setProperty(prefix + "connectiontimeout", Long.toString(CONNECT.toMillis()));
        properties.setProperty(prefix + "timeout", Long.toString(ANSWER.toMillis()));
        properties.setProperty(prefix + "writetimeout", Long.toString(ANSWER.toMillis()));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "auth", Boolean.toString(user != null));
        properties.put(prefix + "socketFactory", new PromptSockets());
        // Who cannot be reached is not tried twice.
        properties.setProperty(prefix + "socketFactory.fallback", "false");
        boolean starttls = security == Security.STARTTLS;
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(starttls));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(starttls));
        return properties;
    }

    /** A session with this server. */
    Session session() {
        Properties properties = properties();
        properties.setProperty("mail." + protocol() + ".host", host);
        properties.setProperty("mail." + protocol() + ".port", Integer.toString(port));
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return user == null ? null : new PasswordAuthentication(user, password);
            }
        });
    }

    /**
     * Connects, protects the connection and logs in, and sends nothing.
     *
     * @throws MessagingException if one of it fails
     */
    public void tryOut() throws MessagingException {
        try (Transport transport = session().getTransport()) {
            transport.connect(host, port, user, password);
        }
    }

    /** Everything but the password. */
    @Override
    public String toString() {
        return "MailServer[%s %s:%d %s]".formatted(protocol(), host, port, security);
    }
}
