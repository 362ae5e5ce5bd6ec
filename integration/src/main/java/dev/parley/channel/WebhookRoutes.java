package dev.parley.channel;

import org.apache.camel.builder.RouteBuilder;

/**
 * How webhooks come in. {@link WebhookGate} hands the calls over rather than Camel's own HTTP consumer: a signature is
 * over the bytes as they came, and that one takes forms apart and mixes query and headers.
 */
final class WebhookRoutes extends RouteBuilder {

    static final String RECEIVE = "direct:receive-webhook";
    static final String CHALLENGE = "direct:answer-challenge";

    private final WebhookSources sources;
    private final WebhookVerifier verifier;
    private final WebhookBodies bodies;
    private final WebhookTranslator translator;
    private final WebhookKeeper keeper;
    private final WebhookAnswers answers;

    WebhookRoutes(
            WebhookSources sources,
            WebhookVerifier verifier,
            WebhookBodies bodies,
            WebhookTranslator translator,
            WebhookKeeper keeper,
            WebhookAnswers answers) {
        this.sources = sources;
        this.verifier = verifier;
        this.bodies = bodies;
        this.translator = translator;
        this.keeper = keeper;
        this.answers = answers;
    }

    @Override
    public void configure() {
        from(RECEIVE)
                .routeId("receive-webhook")
                .routeConfigurationId(ChannelProblems.ID)
                .setProperty("call", body())
                .setProperty("source", method(sources, "find"))
                .bean(verifier, "verify")
                .bean(bodies, "read")
                .bean(translator, "read")
                .choice()
                .when(body().isInstanceOf(Unreadable.class))
                .bean(keeper, "keep")
                .bean(answers, "kept")
                .otherwise()
                .to(ChannelRoutes.FOLD)
                .bean(answers, "accept")
                .end();

        from(CHALLENGE)
                .routeId("answer-challenge")
                .routeConfigurationId(ChannelProblems.ID)
                .setProperty("source", method(sources, "find"))
                .bean(verifier, "answer");
    }
}
