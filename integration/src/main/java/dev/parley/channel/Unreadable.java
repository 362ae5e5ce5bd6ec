package dev.parley.channel;

import dev.parley.mapping.Place;
import java.util.Optional;

/** A delivery cannot be read as events. The message says why, without personal text. */
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Place place;

    /**
     * Makes one.
     *
     * @param place the line of the file that does not fit, or null
     * @param reason what is wrong, without personal text
     */
    public Unreadable(Place place, String reason) {
        super(reason, null, false, false);
        this.place = place;
    }

    /** The line of the file that does not fit. */
    public Optional<Place> place() {
        return Optional.ofNullable(place);
    }
}
