package dev.parley.channel.mailbox;

import dev.parley.channel.mailbox.Mailroom.Outcome;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;

/** Says where a mail goes once it has been dealt with, in the names of its server. */
final class MailFolders {

    private final String read;
    private final String unread;

    /** The folders' names, separated by slashes. */
    MailFolders(String read, String unread) {
        this.read = read;
        this.unread = unread;
    }

    /** The folder's full name. */
    public String folder(@Body Outcome outcome, @ExchangeProperty(MailboxRoutes.SEPARATOR) String separator) {
        return (outcome == Outcome.KEPT ? unread : read).replace("/", separator);
    }
}
