package dev.parley.sandbox.rest;

import dev.parley.sandbox.saving.Draft;
import dev.parley.sandbox.schema.Field;

/** Faults that are set up for one record of a collection, by its external id or its id. */
final class RecordFaults {
    private RecordFaults() {}

    static void mayFail(Context context, Draft draft) {
        draft.values().forEach((field, value) -> {
            if (value != null && field.is(Field.Trait.EXTERNAL_ID)) {
                context.mayFail(value.toString());
            }
        });
        if (draft.id() != null) {
            context.mayFail(draft.id());
        }
    }
}
