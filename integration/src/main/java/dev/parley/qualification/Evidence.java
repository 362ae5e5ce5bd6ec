package dev.parley.qualification;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a judgement rests on.
 *
 * @param what in a few words
 * @param message the message that shows it, or null if the CRM does
 * @param quote its words, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Evidence(String what, String message, String quote) {

    static Evidence ofCrm(String what) {
        return new Evidence(what, null, null);
    }

    /** One line for people. */
    @Override
    public String toString() {
        return what
                + (quote == null ? "" : ": “" + quote + "”")
                + (message == null ? "" : " (message " + message + ")");
    }
}
