package dev.parley.mail;

import org.apache.camel.builder.RouteConfigurationBuilder;

/** What happens to a mail that could not be sent: it stays in the outbox. */
public final class MailProblems extends RouteConfigurationBuilder {

    static final String ID = "mail-problems";

    private final Dispatch dispatch;

    MailProblems(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @Override
    public void configuration() {
        routeConfiguration(ID)
                .onException(Exception.class)
                // Before a mail is claimed there is none to put off: the next turn looks again.
                .onWhen(exchangeProperty(MailRoutes.MAIL).isNotNull())
                .handled(true)
                .bean(dispatch, "failed");
    }
}
