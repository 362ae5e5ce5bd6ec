package dev.parley.channel.mailbox;

import org.apache.camel.builder.RouteConfigurationBuilder;

/** What happens to a mail whose events could not be stored: it stays where it is, and the next look takes it again. */
public final class MailboxProblems extends RouteConfigurationBuilder {

    static final String ID = "mailbox-problems";

    MailboxProblems() {}

    @Override
    public void configuration() {
        routeConfiguration(ID)
                .onException(Exception.class)
                .handled(false)
                // The consumer says it, in words of its own.
                .logExhausted(false);
    }
}
