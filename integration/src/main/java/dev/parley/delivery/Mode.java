package dev.parley.delivery;

import java.util.Locale;

/** How far Parley goes for a source. Each mode does all that the one before it does. */
public enum Mode {
    /** Computes and shows; writes nothing. */
    OBSERVE,
    /** Writes chat records and links them to what the CRM has. */
    ATTACH,
    /** Also makes and fills leads, contacts, tasks and roles, as the mapping files say. */
    CREATE,
    /** Also offers promising conversations to sellers. */
    HANDOFF;

    /** The word used in settings and mapping files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
