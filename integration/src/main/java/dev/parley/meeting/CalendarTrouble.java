package dev.parley.meeting;

/** A calendar that cannot be read or written now; the message says why and names nobody. */
public final class CalendarTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CalendarTrouble(String message, Throwable cause) {
        super(message, cause);
    }

    CalendarTrouble(String message) {
        this(message, null);
    }
}
