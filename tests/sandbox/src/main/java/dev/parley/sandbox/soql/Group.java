package dev.parley.sandbox.soql;

import dev.parley.sandbox.records.SObject;
import java.util.List;

/**
 * The records that {@code GROUP BY} puts into one row.
 *
 * @param key the values they have in common, null where a subtotal runs over all values
 * @param subtotal for each value of the key whether this row runs over all of them
 */
record Group(List<Object> key, List<Boolean> subtotal, List<SObject> records) {}
