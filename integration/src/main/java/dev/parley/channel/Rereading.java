package dev.parley.channel;

import java.util.List;
import java.util.Optional;

/** Reads anew what was kept unread, by whoever reads its kind. */
public final class Rereading {

    private final Unread unread;
    private final List<UnreadReader> readers;

    /** @param readers each for its own media types */
    public Rereading(Unread unread, List<UnreadReader> readers) {
        this.unread = unread;
        this.readers = List.copyOf(readers);
    }

    /**
     * Reads a delivery again; once its events are stored it is forgotten.
     *
     * @return what it was; empty if there is none with this id
     * @throws ProblemException 409 with the place and the reason if it still cannot be read; it stays kept then
     */
    public Optional<RawBody> replay(String id) {
        Optional<RawBody> found = unread.find(id);
        found.ifPresent(delivery -> {
            read(delivery);
            unread.remove(id);
        });
        return found;
    }

    private void read(RawBody delivery) {
        try {
            readers.stream()
                    .filter(reader -> reader.reads(delivery.mediaType()))
                    .findFirst()
                    .orElseThrow(() -> new Unreadable(null, "Nothing here reads " + delivery.mediaType() + "."))
                    .read(delivery);
        } catch (Unreadable e) {
            unread.keep(delivery, e.place().orElse(null), e.getMessage());
            String where = e.place().map(place -> place + " ").orElse("");
            throw Problem.of(409, "It still cannot be read: " + where + e.getMessage())
                    .exception();
        }
    }
}
