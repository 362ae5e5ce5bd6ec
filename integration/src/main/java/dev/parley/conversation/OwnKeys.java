package dev.parley.conversation;

import dev.parley.store.Tx;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Keys that Parley makes for itself and keeps in its store. */
public final class OwnKeys {
    private static final int KEY_BYTES = 32;

    private OwnKeys() {}

    /** The key of that name: 64 hex digits; it is made when there is none. */
    public static String of(Tx tx, String name) {
        return tx.call(em -> kept(em, name));
    }

    private static String kept(EntityManager em, String name) {
        OwnKeyRow kept = em.find(OwnKeyRow.class, name);
        if (kept == null) {
            byte[] made = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(made);
            kept = new OwnKeyRow(name, HexFormat.of().formatHex(made));
            em.persist(kept);
        }
        return kept.secret;
    }
}
