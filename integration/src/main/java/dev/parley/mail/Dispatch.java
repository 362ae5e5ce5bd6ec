package dev.parley.mail;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.camel.ExchangeException;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what is sent next, and where to; keeps the outbox true to what became of it. */
final class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final Outbox outbox;
    private final boolean hasServer;
    private final BooleanSupplier sandbox;

    /**
     * @param hasServer whether there is a mail server at all
     * @param sandbox whether the CRM's org is no production org; throws while that is not known
     */
    Dispatch(Outbox outbox, boolean hasServer, BooleanSupplier sandbox) {
        this.outbox = outbox;
        this.hasServer = hasServer;
        this.sandbox = sandbox;
    }

    /** Mails to send now. None while it is not known whether they may leave the house. */
    public List<ClaimedMail> next() {
        return outbox.hasDue() && isDestinationKnown() ? outbox.claim() : List.of();
    }

    /** Whether there may be more after these. */
    public boolean isMore(List<ClaimedMail> claimed) {
        return !claimed.isEmpty();
    }

    /** Whether nobody else can be sending it meanwhile. */
    public boolean mayGo(ClaimedMail claimed) {
        return outbox.mayGo(claimed);
    }

    /** Whether mail goes into the sink. */
    public boolean toSink() {
        return !hasServer || sandbox.getAsBoolean();
    }

    /** It went out. */
    public void sent(@ExchangeProperty(MailRoutes.MAIL) ClaimedMail claimed) {
        outbox.sent(claimed);
    }

    /** It did not go out. The server's words may quote the address: they stand in the outbox, not in the log. */
    public void failed(@ExchangeProperty(MailRoutes.MAIL) ClaimedMail claimed, @ExchangeException Exception failure) {
        boolean dead = outbox.failed(claimed, failure.getClass().getSimpleName() + ": " + failure.getMessage());
        LOG.warn(
                "Mail {} could not be sent ({}): {}",
                claimed.mail().key(),
                failure.getClass().getSimpleName(),
                dead ? "given up; the outbox says why" : "it will be tried again");
    }

    private boolean isDestinationKnown() {
        try {
            toSink();
            return true;
        } catch (RuntimeException e) {
            LOG.info("Mail waits until the CRM says whether it is a production org");
            return false;
        }
    }
}
