package dev.parley.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Somebody in a conversation or a meeting, as far as the chat service knows them; every part may be null.
 *
 * @param id the chat service's own id of the person
 * @param name the whole name as given
 * @param email as given, not normalised
 * @param phone as given, not normalised
 * @param company the company's name as given
 * @param title the job title
 * @param website the company's website
 * @param country a country's name or ISO 3166 code as given
 * @param locale a BCP 47 language tag
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Person(
        String id,
        String name,
        String email,
        String phone,
        String company,
        String title,
        String website,
        String country,
        String locale) {

    /** Nobody known. */
    public static final Person UNKNOWN = new Person(null, null, null, null, null, null, null, null, null);
}
