package dev.parley.channel.mailbox;

/**
 * A mail could not be stored and has to wait in its folder. What kept it from it may hold what people wrote, and Camel
 * logs whatever ends a route: this says its kind, and no more.
 */
final class MailWaits extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MailWaits(RuntimeException cause) {
        super("a mail waits in its folder: " + cause.getClass().getSimpleName(), null, false, false);
    }
}
