package dev.parley.channel;

import org.apache.camel.builder.RouteConfigurationBuilder;

/** What the routes of channels do with an error: tell the sender, who still has the events. */
final class ChannelProblems extends RouteConfigurationBuilder {

    static final String ID = "channel-problems";

    private final Answers answers;

    ChannelProblems(Answers answers) {
        this.answers = answers;
    }

    @Override
    public void configuration() {
        routeConfiguration(ID).onException(Exception.class).handled(true).bean(answers, "refuse");
    }
}
