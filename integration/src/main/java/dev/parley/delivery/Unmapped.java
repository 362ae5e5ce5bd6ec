package dev.parley.delivery;

import dev.parley.crm.ExternalId;
import dev.parley.mapping.Translation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records that a mapping file could not make, as dead letters: one for each line that failed, however often it did. */
final class Unmapped {

    static final String CODE = "mapping-failed";

    private Unmapped() {}

    static Map<RecordKey, Refusal> of(List<Translation.Failure> failures) {
        Map<RecordKey, Refusal> letters = new LinkedHashMap<>();
        for (Translation.Failure failure : failures) {
            String place = failure.place().toString();
            letters.putIfAbsent(
                    new RecordKey(failure.sobject(), place),
                    new Refusal(place, CODE, failure.message(), ExternalId.hash(failure.message())));
        }
        return letters;
    }
}
