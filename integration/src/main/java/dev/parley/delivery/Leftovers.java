package dev.parley.delivery;

import java.time.Instant;
import java.util.List;

/**
 * What versions of the mapping files wrote that going back leaves in the CRM: fields that are filled only once, or only
 * while they are empty, and that the files that are gone back to fill otherwise or not at all.
 *
 * @param version number of the first of the versions, or null where nothing is left
 * @param since when that was taken up: undoing from then on takes back what is left, and all else that was written
 * @param fields the most frequent first
 */
public record Leftovers(Long version, Instant since, List<Field> fields) {

    static final Leftovers NONE = new Leftovers(null, null, List.of());

    /**
     * One field.
     *
     * @param sobject API name of the object type
     * @param name API name of the field
     * @param records on how many records it was written and not undone
     */
    public record Field(String sobject, String name, long records) {}
}
