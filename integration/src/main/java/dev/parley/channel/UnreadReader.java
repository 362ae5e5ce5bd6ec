package dev.parley.channel;

/** Reads one kind of delivery and stores its events; asked again for those that were kept unread. */
public interface UnreadReader {

    /** Whether deliveries of this media type are read here. */
    boolean reads(String mediaType);

    /**
     * Stores the events of a delivery, all or none.
     *
     * @throws Unreadable if it still cannot be read
     */
    void read(RawBody delivery);
}
