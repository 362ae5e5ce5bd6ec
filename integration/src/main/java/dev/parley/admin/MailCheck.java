package dev.parley.admin;

import dev.parley.mail.MailServer;
import dev.parley.mail.MailSettings;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;

/** Whether the mail server lets Parley in. No mail is sent. */
record MailCheck(MailSettings mail, boolean someoneIsTold) implements Check {

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public List<Diagnosis> diagnose() {
        List<Diagnosis> diagnoses = new ArrayList<>();
        diagnoses.add(mail.server()
                .map(MailCheck::reach)
                .orElse(Diagnosis.warning(
                        mail.sink().toString(), "no mail is sent: it goes into this folder", "Set mail.host.")));
        if (!someoneIsTold) {
            diagnoses.add(Diagnosis.warning(
                    "mail.alertsTo", "nobody is told of dead letters and of requests for erasure", "Set it."));
        }
        return diagnoses;
    }

    private static Diagnosis reach(MailServer server) {
        String where = server.host() + ":" + server.port();
        try {
            server.tryOut();
            return Diagnosis.ok(where, "lets Parley in");
        } catch (AuthenticationFailedException e) {
            return Diagnosis.failed(where, "refuses the login", "Look at mail.user and mail.password.");
        } catch (MessagingException e) {
            return Diagnosis.failed(
                    where, "cannot be used: " + e.getMessage(), "Look at mail.host, mail.port and mail.security.");
        }
    }
}
