package dev.parley.delivery;

import java.util.Set;
import java.util.TreeSet;

/**
 * Fields that an undo put back. The mapping files that were in force then would write the same again at the next event, so
 * the fields are left alone until other files are applied: what those say is news, and is written. A file that is only
 * saved, which may have nothing to do with them, changes nothing of it.
 *
 * @param mappings hash of those files, or null where nothing is held
 * @param fields their API names
 */
record Hold(String mappings, Set<String> fields) {

    static final Hold NONE = new Hold(null, Set.of());

    /** What would still be left alone if these files were applied. */
    Set<String> under(String hash) {
        return mappings != null && mappings.equals(hash) ? fields : Set.of();
    }

    /** These fields too, from now on until other files than these are applied. */
    Hold and(Set<String> more, String hash) {
        Set<String> all = new TreeSet<>(fields);
        all.addAll(more);
        return all.isEmpty() ? NONE : new Hold(hash, all);
    }

    Hold without(Set<String> names) {
        Set<String> rest = new TreeSet<>(fields);
        rest.removeAll(names);
        return rest.isEmpty() ? NONE : new Hold(mappings, rest);
    }
}
