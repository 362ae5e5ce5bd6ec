package dev.parley.delivery;

import com.google.common.base.Ascii;
import dev.parley.store.Tx;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every set of mapping files that was ever in force, the latest of which is. */
public final class MappingVersions {

    /** The note of one that came with a start of the program. */
    static final String FOUND = "found at the start";

    /** The note of one that somebody saved in the folder. */
    static final String SAVED = "saved in the folder";

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_NOTE = 1000;
    private static final String LATEST_FIRST = "select v from MappingVersionRow v order by v.number desc";

    private final Tx tx;
    private final Clock clock;

    /** Over the store. */
    public MappingVersions(Tx tx, Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /**
     * Writes down that other files are in force from now on. They are applied already if only their tests are others.
     *
     * @param restores number of the version that has them already and is brought back, or null
     */
    MappingVersion add(String hash, Map<String, String> files, String by, String note, Long restores) {
        return tx.call(em -> {
            Optional<MappingVersionRow> latest = latest(em);
            Optional<MappingVersionRow> same = latest.filter(row -> row.hash.equals(hash));
            MappingVersion version = new MappingVersion(
                    latest.map(row -> row.number + 1).orElse(1L),
                    hash,
                    clock.instant(),
                    Ascii.truncate(by, LONGEST_NAME, "…"),
                    note == null || note.isBlank() ? null : Ascii.truncate(note, LONGEST_NOTE, "…"),
                    same.map(row -> row.appliedAt).orElse(null),
                    same.map(row -> row.appliedBy).orElse(null),
                    restores,
                    files);
            em.persist(new MappingVersionRow(version));
            return version;
        });
    }

    /** Writes down what is about to be applied, before anything is changed; {@link #apply} has done it. */
    void intend(String hash, String by, String note, Long restores) {
        tx.run(em -> {
            MappingIntentRow row = new MappingIntentRow();
            row.hash = hash;
            row.by = Ascii.truncate(by, LONGEST_NAME, "…");
            row.note = note == null || note.isBlank() ? null : Ascii.truncate(note, LONGEST_NOTE, "…");
            row.restores = restores;
            em.merge(row);
        });
    }

    /** What was about to be applied and is not, if it was these files. */
    Optional<MappingIntentRow> intended(String hash) {
        return tx.call(em -> Optional.ofNullable(em.find(MappingIntentRow.class, MappingIntentRow.ONLY)))
                .filter(row -> row.hash.equals(hash));
    }

    /** Nothing is about to be applied any more. */
    void forgetIntent() {
        tx.run(MappingVersions::forgetIntent);
    }

    private static void forgetIntent(EntityManager em) {
        em.createQuery("delete from MappingIntentRow").executeUpdate();
    }

    /** Writes down that the latest one is applied now; a note stands beside what was said before. */
    MappingVersion apply(String by, String note) {
        return tx.call(em -> {
            MappingVersionRow row = latest(em).orElseThrow();
            row.appliedAt = clock.instant();
            row.appliedBy = Ascii.truncate(by, LONGEST_NAME, "…");
            row.note = note == null || note.isBlank() ? row.note : joined(row.note, note);
            forgetIntent(em);
            return row.version();
        });
    }

    private static String joined(String before, String note) {
        boolean said = before != null && !before.equals(FOUND) && !before.equals(SAVED);
        return Ascii.truncate(said ? before + "; " + note : note, LONGEST_NOTE, "…");
    }

    /** All of them, the latest first. */
    public List<VersionSummary> list() {
        return tx.call(em -> em.createQuery(
                        "select new dev.parley.delivery.VersionSummary(v.number, v.hash, v.at, v.by, v.note, v.appliedAt,"
                                + " v.appliedBy, v.restores, coalesce(v.fileCount, 0))"
                                + " from MappingVersionRow v order by v.number desc",
                        VersionSummary.class)
                .getResultList());
    }

    /** One of them, if there is such a number. */
    public Optional<MappingVersion> find(long number) {
        return tx.call(em -> Optional.ofNullable(em.find(MappingVersionRow.class, number)))
                .map(MappingVersionRow::version);
    }

    /** The one in force; empty only before the first start. */
    public Optional<MappingVersion> latest() {
        return tx.call(em -> latest(em).map(MappingVersionRow::version));
    }

    /** The way back: the last that was applied before this one, and has other files; empty if there is none. */
    Optional<MappingVersion> appliedBefore(MappingVersion version) {
        return tx.call(em -> em.createQuery(
                        "select v from MappingVersionRow v where v.number < :number and v.appliedAt is not null"
                                + " and v.files <> (select w.files from MappingVersionRow w where w.number = :present)"
                                + " order by v.number desc",
                        MappingVersionRow.class)
                .setParameter("number", version.origin())
                .setParameter("present", version.number())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(MappingVersionRow::version));
    }

    /** The names of those of these files that no version holds with just this text. */
    Set<String> unheld(Map<String, String> texts) {
        Map<String, String> left = new HashMap<>(texts);
        for (VersionSummary version : left.isEmpty() ? List.<VersionSummary>of() : list()) {
            Map<String, String> held = find(version.number()).orElseThrow().files();
            left.entrySet().removeIf(file -> file.getValue().equals(held.get(file.getKey())));
            if (left.isEmpty()) {
                break;
            }
        }
        return new TreeSet<>(left.keySet());
    }

    /** What those that came after this one wrote, and going back to it leaves in the CRM. */
    Leftovers leftovers(MappingVersion back) {
        return new LeftoverSearch(tx, this, back).find();
    }

    /** Brings versions that an earlier release of the program wrote down into the form of this one. */
    void renew() {
        tx.run(em -> em.createQuery(
                        "select v from MappingVersionRow v where v.fileCount is null", MappingVersionRow.class)
                .getResultList()
                .forEach(MappingVersionRow::renew));
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

    private static Optional<MappingVersionRow> latest(EntityManager em) {
        return em.createQuery(LATEST_FIRST, MappingVersionRow.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
