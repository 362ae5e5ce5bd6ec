package dev.parley.acceptance;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/**
 * The company's mail server, which takes mail by SMTP and gives it out by IMAP: one of this program, or the one whose
 * ports stand in the environment (tests/system starts postfix and dovecot).
 */
final class MailServer {

    static final String ADDRESS = "in@parley.test";

    private static final String PASSWORD = "hush";
    private static final String HOST = "127.0.0.1";

    private final GreenMail own;
    private final int smtp;
    private final int imap;

    private MailServer(GreenMail own, int smtp, int imap) {
        this.own = own;
        this.smtp = smtp;
        this.imap = imap;
    }

    static MailServer start() {
        Optional<String> smtp = Optional.ofNullable(System.getenv("MAIL_STORIES_SMTP"));
        return smtp.map(port -> new MailServer(
                        null, Integer.parseInt(port), Integer.parseInt(System.getenv("MAIL_STORIES_IMAP"))))
                .orElseGet(MailServer::greenMail);
    }

    private static MailServer greenMail() {
        GreenMail server = new GreenMail(new ServerSetup[] {
                    new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP),
                    new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP)
                })
                .withConfiguration(GreenMailConfiguration.aConfig().withUser(ADDRESS, ADDRESS, PASSWORD));
        server.start();
        return new MailServer(
                server, server.getSmtp().getPort(), server.getImap().getPort());
    }

    /** What the plugin must know to read the mailbox. */
    String[] settings() {
        return new String[] {
            "mailbox.host",
            HOST,
            "mailbox.port",
            Integer.toString(imap),
            "mailbox.security",
            "none",
            "mailbox.user",
            ADDRESS,
            "mailbox.password",
            PASSWORD,
            "mailbox.every",
            "1s"
        };
    }

    /** Sends a mail as it stands, from this address on the envelope. */
    void send(String sender, String mail) {
        send(sender, ADDRESS, mail);
    }

    /** The same to somebody else. */
    void send(String sender, String to, String mail) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", HOST);
        properties.setProperty("mail.smtp.port", Integer.toString(smtp));
        properties.setProperty("mail.smtp.from", sender);
        byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        try {
            Transport.send(
                    new MimeMessage(Session.getInstance(properties), new ByteArrayInputStream(bytes)),
                    new InternetAddress[] {new InternetAddress(to)});
        } catch (MessagingException e) {
            throw new AssertionError("the mail server did not take the mail", e);
        }
    }

    /** How many mails are in a folder, whose names are separated by slashes. */
    int count(String folder) {
        Properties properties = new Properties();
        properties.setProperty("mail.imap.timeout", "10000");
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect(HOST, imap, ADDRESS, PASSWORD);
            Folder found =
                    store.getFolder(folder.replace('/', store.getDefaultFolder().getSeparator()));
            return found.exists() ? found.getMessageCount() : 0;
        } catch (MessagingException e) {
            throw new AssertionError("the mail server does not show " + folder, e);
        }
    }

    /** For stories that are told once more: as long as the process lives it serves the same ports. */
    void empty() throws FolderException {
        if (own != null) {
            own.purgeEmailFromAllMailboxes();
        }
    }
}
