package dev.parley.admin;

import dev.parley.channel.mailbox.Mailbox;
import dev.parley.channel.mailbox.MailboxSettings;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.util.List;

/** Whether the mailbox can be read. No mail in it is touched. */
record MailboxCheck(MailboxSettings settings) implements Check {

    @Override
    public String name() {
        return "mailbox";
    }

    @Override
    public List<Diagnosis> diagnose() {
        Mailbox mailbox = settings.mailbox();
        String where = mailbox.host() + ":" + mailbox.port();
        try {
            int waiting = mailbox.tryOut();
            return List.of(
                    Diagnosis.ok(where, "lets Parley in; mails that wait in " + mailbox.folder() + ": " + waiting));
        } catch (AuthenticationFailedException e) {
            return List.of(Diagnosis.failed(where, "refuses the login", "Look at mailbox.user and mailbox.password."));
        } catch (FolderNotFoundException e) {
            return List.of(Diagnosis.failed(where, "has no folder " + mailbox.folder(), "Look at mailbox.folder."));
        } catch (MessagingException e) {
            return List.of(Diagnosis.failed(
                    where,
                    "cannot be used: " + e.getMessage(),
                    "Look at mailbox.host, mailbox.port and mailbox.security."));
        }
    }
}
