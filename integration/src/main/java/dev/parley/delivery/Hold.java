package dev.parley.delivery;

import java.util.Set;
import java.util.TreeSet;

/**
 * Fields that an undo put back. The mapping files that were in force then would write the same again at the next event, so
 * they leave them alone; what other files say is news, and is written.
 *
 * @param mappings hash of those files, or null where nothing is held
 * @param fields their API names
 */
record Hold(String mappings, Set<String> fields) {

    static final Hold NONE = new Hold(null, Set.of());

    /** What these files leave alone. */
    Set<String> under(String hash) {
        return mappings != null && mappings.equals(hash) ? fields : Set.of();
    }

    /** These fields too; what was put back under other files is theirs to write by now. */
    Hold and(Set<String> more, String hash) {
        Set<String> all = new TreeSet<>(under(hash));
        all.addAll(more);
        return all.isEmpty() ? NONE : new Hold(hash, all);
    }

    Hold without(Set<String> names) {
        Set<String> rest = new TreeSet<>(fields);
        rest.removeAll(names);
        return rest.isEmpty() ? NONE : new Hold(mappings, rest);
    }
}
