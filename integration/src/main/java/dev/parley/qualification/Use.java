package dev.parley.qualification;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a message is used for.
 *
 * @param function such as {@code purchase-decision}
 * @param confidence from 0 to 1
 * @param evidence the sentence that it rests on
 * @param because the rule that says so or the phrase that it is like, and where that stands; null where nobody tells
 * @param by whose second opinion it is, or null where rules and models of the mapping files say so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Use(String function, double confidence, String evidence, String because, String by) {

    /** What rules and models of the mapping files say. */
    public Use(String function, double confidence, String evidence, String because) {
        this(function, confidence, evidence, because, null);
    }

    /** The function, and by whom it was told where that were not the files. */
    String told() {
        return by == null ? function : function + ", second opinion of " + by;
    }
}
