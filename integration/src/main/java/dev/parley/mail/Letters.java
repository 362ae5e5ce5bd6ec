package dev.parley.mail;

import java.util.Map;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;

/** Writes a mail as the mail component takes it. */
final class Letters {

    private final MailSettings settings;

    Letters(MailSettings settings) {
        this.settings = settings;
    }

    /** Sets body and headers, and only these. */
    public void write(@ExchangeProperty(MailRoutes.MAIL) ClaimedMail claimed, Message letter) {
        letter.removeHeaders("*");
        letter.setBody(claimed.mail().text());
        headers(claimed.mail()).forEach(letter::setHeader);
    }

    /** The headers; the same mail always has the same {@code Message-ID}. */
    Map<String, String> headers(Mail mail) {
        return Map.of(
                "From",
                settings.from(),
                "To",
                mail.recipient(),
                "Subject",
                mail.subject(),
                "Message-ID",
                "<" + mail.key() + "@" + settings.domain() + ">",
                "Auto-Submitted",
                "auto-generated",
                "Content-Type",
                "text/plain; charset=UTF-8");
    }
}
