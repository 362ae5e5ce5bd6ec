package dev.parley.sandbox.soql;

import dev.parley.sandbox.records.SObject;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A checked query, ready to pick its records.
 *
 * @param condition what a record must fit
 * @param order null where the query asks for none
 * @param cut where the answer begins and ends
 */
record Finder(Predicate<SObject> condition, Comparator<SObject> order, Cut cut) {

    /** Those that fit, in order, from the offset to the limit. */
    List<SObject> among(Stream<SObject> records) {
        Stream<SObject> found = records.filter(condition);
        return cut.of(order == null ? found : found.sorted(order)).toList();
    }
}
