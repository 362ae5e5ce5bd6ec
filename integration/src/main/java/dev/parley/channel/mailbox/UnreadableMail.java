package dev.parley.channel.mailbox;

import dev.parley.mapping.Place;

/** Thrown where a mail cannot be read; the message holds nothing of what the mail says. */
final class UnreadableMail extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String source;
    private final transient Place place;

    /** Of a mail of which it is not known whose it is. */
    UnreadableMail(String message) {
        this("mailbox", null, message);
    }

    /**
     * @param source whose mail it is
     * @param place what in the mapping files did not fit, or null
     */
    UnreadableMail(String source, Place place, String message) {
        super(message, null, false, false);
        this.source = source;
        this.place = place;
    }

    String source() {
        return source;
    }

    Place place() {
        return place;
    }
}
