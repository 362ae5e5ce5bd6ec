package dev.parley.delivery;

import com.google.common.base.Ascii;
import dev.parley.store.Tx;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every set of mapping files that was ever in force, the latest of which is. */
public final class MappingVersions {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_NOTE = 1000;

    private final Tx tx;
    private final Clock clock;

    /** Over the store. */
    public MappingVersions(Tx tx, Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /** Writes down that other files are in force from now on. */
    MappingVersion add(String hash, Map<String, String> files, String by, String note) {
        return tx.call(em -> {
            Long latest = em.createQuery("select max(v.number) from MappingVersionRow v", Long.class)
                    .getSingleResult();
            MappingVersion version = new MappingVersion(
                    latest == null ? 1 : latest + 1,
                    hash,
                    clock.instant(),
                    Ascii.truncate(by, LONGEST_NAME, "…"),
                    note == null || note.isBlank() ? null : Ascii.truncate(note, LONGEST_NOTE, "…"),
                    files);
            em.persist(new MappingVersionRow(version));
            return version;
        });
    }

    /** All of them, the latest first. */
    public List<MappingVersion> list() {
        return tx.call(em -> em.createQuery(
                        "select v from MappingVersionRow v order by v.number desc", MappingVersionRow.class)
                .getResultStream()
                .map(MappingVersionRow::version)
                .toList());
    }

    /** One of them, if there is such a number. */
    public Optional<MappingVersion> find(long number) {
        return tx.call(em -> Optional.ofNullable(em.find(MappingVersionRow.class, number)))
                .map(MappingVersionRow::version);
    }

    /** The one in force; empty only before the first start. */
    public Optional<MappingVersion> latest() {
        return tx.call(em -> em.createQuery(
                        "select v from MappingVersionRow v order by v.number desc", MappingVersionRow.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(MappingVersionRow::version));
    }

    /** The latest version with these files that was taken up until then; empty if it is not known. */
    Optional<MappingVersion> inForceAt(String hash, Instant at) {
        return tx.call(em -> em.createQuery(
                        "select v from MappingVersionRow v where v.hash = :hash and v.at <= :at order by v.number desc",
                        MappingVersionRow.class)
                .setParameter("hash", hash)
                .setParameter("at", at)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(MappingVersionRow::version));
    }
}
