package dev.parley.mapping;

/** A mail that a file is for could not be read by it. The message holds nothing of what the mail says. */
public final class UnreadableTranscript extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Place place;

    UnreadableTranscript(Place place, String message) {
        super(message, null, false, false);
        this.place = place;
    }

    /** What in the file did not fit. */
    public Place place() {
        return place;
    }
}
