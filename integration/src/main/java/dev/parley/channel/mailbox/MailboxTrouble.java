package dev.parley.channel.mailbox;

import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log that the mailbox cannot be read; it is tried again at the next look. */
final class MailboxTrouble implements ExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxTrouble.class);

    @Override
    public void handleException(Throwable exception) {
        handleException(null, null, exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        handleException(message, null, exception);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        LOG.warn("The mailbox cannot be read, and is tried again: {}", exception.getMessage());
    }
}
