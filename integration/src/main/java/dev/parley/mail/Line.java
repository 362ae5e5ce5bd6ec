package dev.parley.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One connection to the mail server for many mails: the library would connect, greet and log in for each. Who could not
 * be reached is not called again before the next hanging up, since every attempt may take as long as it may.
 */
final class Line extends DefaultJavaMailSender {

    private static final int GOODBYE = 421;

    private Transport open;
    private MessagingException away;

    /** How many mails went over the open connection. */
    private int carried;

    /** Says where it leads; nobody is called yet. */
    void leadTo(MailServer server) {
        setSession(server.session());
        setProtocol(server.protocol());
        setHost(server.host());
        setPort(server.port());
        setUsername(server.user());
        setPassword(server.password());
    }

    @Override
    public synchronized void send(MimeMessage letter) throws MessagingException {
        Transport line = connected();
        try {
            save(letter);
            line.sendMessage(letter, letter.getAllRecipients());
            carried++;
        } catch (MessagingException | RuntimeException e) {
            boolean enough = carried > 0 && isGoodbye(line);
            // Whatever the server says late must not be taken for its answer to the next mail.
            hangUp();
            if (!enough) {
                throw e;
            }
            send(letter);
        }
    }

    /** The server closes the connection, and has not taken the mail (RFC 5321, 4.2.3): it may well take it over the next. */
    private static boolean isGoodbye(Transport line) {
        return line instanceof SMTPTransport smtp && smtp.getLastReturnCode() == GOODBYE;
    }

    /** Ends the connection, if there is one; the next mail makes another. */
    public synchronized void hangUp() {
        away = null;
        carried = 0;
        if (open != null) {
            Transport last = open;
            open = null;
            close(last);
        }
    }

    /** Asks the server whether it is still there: many end a connection after some time, or some mails. */
    private Transport connected() throws MessagingException {
        if (away != null) {
            throw away;
        }
        if (open == null || !open.isConnected()) {
            hangUp();
            open = connect();
        }
        return open;
    }

    private Transport connect() throws MessagingException {
        try {
            Transport line = getTransport(getSession());
            PasswordAuthentication login = getPasswordAuthentication();
            line.connect(getHost(), getPort(), login.getUserName(), login.getPassword());
            return line;
        } catch (MessagingException e) {
            away = e;
            throw e;
        }
    }

    /** As the library does it: saving would give it another id. */
    private static void save(MimeMessage letter) throws MessagingException {
        if (letter.getSentDate() == null) {
            letter.setSentDate(new Date());
        }
        String id = letter.getMessageID();
        letter.saveChanges();
        if (id != null) {
            letter.setHeader("Message-ID", id);
        }
    }

    private static void close(Transport line) {
        try {
            line.close();
        } catch (MessagingException e) {
            // It is of no use any more in any case.
            return;
        }
    }
}
