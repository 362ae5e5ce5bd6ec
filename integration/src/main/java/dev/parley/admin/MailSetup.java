package dev.parley.admin;

import dev.parley.mail.MailServer;
import dev.parley.mail.MailServer.Security;
import dev.parley.mail.MailSettings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How mail goes out, from the settings. */
final class MailSetup {

    /** Stands in files of the sink alone, never in a mail that is sent. */
    private static final String NOBODY = "parley@localhost";

    private MailSetup() {}

    /**
     * The settings of mail.
     *
     * @throws SettingsProblem if there is a server but no sender
     */
    static MailSettings of(Settings settings) {
        Optional<MailServer> server = settings.find("mail.host")
                .map(host -> new MailServer(
                        host,
                        settings.number("mail.port"),
                        Security.valueOf(settings.text("mail.security").toUpperCase(Locale.ROOT)),
                        settings.find("mail.user").orElse(null),
                        settings.find("mail.password").orElse(null)));
        Optional<String> from = settings.find("mail.from");
        if (server.isPresent() && from.isEmpty()) {
            throw new SettingsProblem(List.of(SettingFinding.error(
                    "mail.from",
                    "missing, though mail.host is given",
                    "Give the sender of all mail, such as parley@example.com.")));
        }
        return new MailSettings(
                server, from.orElse(NOBODY), settings.path("home").resolve("mail"));
    }
}
