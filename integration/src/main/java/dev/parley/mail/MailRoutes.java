package dev.parley.mail;

import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mail.MailComponent;
import org.apache.camel.component.mail.MailConfiguration;

/**
 * Sends what stands in the outbox: {@code send-mail}, which takes turns without a pause as long as there is more, and
 * {@code hold-mail}, which keeps others from sending it too as long as this process lives. The properties {@code
 * mail.interval} and {@code mail.renewal} say how often, in milliseconds; 1 s and 20 s where they are left out.
 */
public final class MailRoutes extends RouteBuilder {

    static final String MAIL = "mail";

    private final MailSettings settings;
    private final Outbox outbox;
    private final Dispatch dispatch;
    private final Letters letters;
    private final Sink sink;
    private final Line line = new Line();

    /**
     * Makes them; {@link MailProblems} belongs to them.
     *
     * @param outbox what to send
     * @param settings how
     * @param sandbox whether the CRM's org is no production org, so that mail goes into the sink; may throw while that
     *     is not known, and mail waits
     */
    public MailRoutes(Outbox outbox, MailSettings settings, BooleanSupplier sandbox) {
        this.settings = settings;
        this.outbox = outbox;
        this.dispatch = new Dispatch(outbox, settings.server().isPresent(), sandbox);
        this.letters = new Letters(settings);
        this.sink = new Sink(settings.sink(), letters);
    }

    /** The error policy of these routes, to be added beside them. */
    public MailProblems problems() {
        return new MailProblems(dispatch);
    }

    @Override
    public void configure() {
        settings.server().ifPresent(this::addComponent);
        from("scheduler:mail-leases?delay={{mail.renewal:20000}}")
                .routeId("hold-mail")
                .bean(outbox, "renew")
                .id("renew");
        from("scheduler:mail?greedy=true&delay={{mail.interval:1000}}")
                .routeId("send-mail")
                .routeConfigurationId(MailProblems.ID)
                .bean(line, "hangUp")
                // Said first: a turn that fails is not followed by the next one at once.
                .setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, constant(false))
                .bean(dispatch, "next")
                .setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, method(dispatch, "isMore"))
                .split(body())
                .setProperty(MAIL, body())
                .filter(method(dispatch, "mayGo"))
                .choice()
                .when(method(dispatch, "toSink"))
                .bean(sink, "write")
                .id("sink")
                .otherwise()
                .bean(letters, "write")
                .to(endpoint())
                .id("server")
                .end()
                .bean(dispatch, "sent");
    }

    /** Without a server nothing ever goes this way. */
    private String endpoint() {
        return settings.server()
                .map(server -> server.protocol() + "://" + server.host() + ":" + server.port())
                .orElse("direct:no-mail-server");
    }

    /** Configured here and not in the URI, which is shown in logs and consoles. */
    private void addComponent(MailServer server) {
        line.leadTo(server);
        MailConfiguration configuration = new MailConfiguration(getContext());
        configuration.setJavaMailSender(line);
        MailComponent component = new MailComponent(getContext());
        component.setConfiguration(configuration);
        getContext().addComponent(server.protocol(), component);
    }
}
