package dev.parley.sandbox.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Takes every mail on 127.0.0.1, whoever it is for, and keeps it until the org is reset or ends. */
public final class MailServer implements AutoCloseable {
    private final GreenMail server;

    private MailServer(GreenMail server) {
        this.server = server;
    }

    /**
     * Starts it.
     *
     * @param port where it listens, 0 for a free port
     */
    public static MailServer start(int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new MailServer(server);
    }

    /** The port it listens on. */
    public int port() {
        return server.getSmtp().getPort();
    }

    /** All mail, once for each recipient, in the order in which it came. */
    public List<SentMail> sent() {
        return server.getUserManager().listUser().stream()
                .flatMap(this::of)
                .sorted(Comparator.comparing(SentMail::at).thenComparing(SentMail::to))
                .toList();
    }

    private Stream<SentMail> of(GreenMailUser recipient) {
        MailFolder inbox;
        try {
            inbox = server.getManagers().getImapHostManager().getInbox(recipient);
        } catch (FolderException e) {
            throw new IllegalStateException("a recipient has no inbox", e);
        }
        // A copy, which is made at once: more may come in meanwhile.
        return List.copyOf(inbox.getMessages()).stream().map(mail -> read(recipient, mail));
    }

    private static SentMail read(GreenMailUser recipient, StoredMessage mail) {
        return new MailReader(mail.getMimeMessage())
                .read(recipient.getEmail(), mail.getReceivedDate().toInstant());
    }

    /** Forgets all mail. */
    public void clear() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException("the mail cannot be forgotten", e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
