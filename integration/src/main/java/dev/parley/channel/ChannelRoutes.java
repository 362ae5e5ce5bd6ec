package dev.parley.channel;

import dev.parley.conversation.Inbox;
import org.apache.camel.builder.RouteBuilder;

/** How events come in over HTTP; the way from receiving to folding is an endpoint that a property can exchange. */
final class ChannelRoutes extends RouteBuilder {

    static final String FOLD = "{{channel.fold:direct:fold-events}}";

    private final Senders senders;
    private final EventReader reader;
    private final Answers answers;
    private final Inbox inbox;

    ChannelRoutes(Senders senders, EventReader reader, Answers answers, Inbox inbox) {
        this.senders = senders;
        this.reader = reader;
        this.answers = answers;
        this.inbox = inbox;
    }

    @Override
    public void configure() {
        from("platform-http:/v1/events?httpMethodRestrict=POST")
                .routeId("receive-events")
                .routeConfigurationId(ChannelProblems.ID)
                // Query parameters become headers too: only these two are ever looked at, none goes further.
                .removeHeaders("*", "Authorization", "Content-Type")
                .setProperty("sender", method(senders, "admit"))
                .bean(reader, "read")
                .bean(senders, "permit")
                .removeHeaders("*")
                .to(FOLD)
                .id("fold")
                .bean(answers, "accept");

        from("direct:fold-events")
                .routeId("fold-events")
                // Whoever sent the events here has the error, and with it the decision.
                .errorHandler(noErrorHandler())
                .bean(inbox, "receive")
                .id("receive");
    }
}
