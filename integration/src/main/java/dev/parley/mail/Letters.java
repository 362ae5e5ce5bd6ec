package dev.parley.mail;

import java.util.Map;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.apache.camel.component.mail.MailConstants;

/** Writes a mail as the mail component takes it. */
final class Letters {

    private final MailSettings settings;

    Letters(MailSettings settings) {
        this.settings = settings;
    }

    /** Sets body and headers, and only these. */
    public void write(@ExchangeProperty(MailRoutes.MAIL) ClaimedMail claimed, Message letter) {
        letter.removeHeaders("*");
        Mail mail = claimed.mail();
        letter.setBody(mail.html() == null ? mail.text() : mail.html());
        if (mail.html() != null) {
            letter.setHeader(MailConstants.MAIL_ALTERNATIVE_BODY, mail.text());
        }
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
                mail.html() == null ? "text/plain; charset=UTF-8" : "text/html; charset=UTF-8");
    }
}
