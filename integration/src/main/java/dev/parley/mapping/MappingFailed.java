package dev.parley.mapping;

/** One record could not be made of a dossier. The message holds nothing of what the dossier says. */
public final class MappingFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Place place;

    MappingFailed(Place place, String message) {
        super(message);
        this.place = place;
    }

    /** The expression that failed. */
    public Place place() {
        return place;
    }
}
