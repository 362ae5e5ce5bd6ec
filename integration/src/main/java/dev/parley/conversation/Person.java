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

    /** Whether the two can be one person: their e-mail addresses do not tell them apart. */
    boolean mayBe(Person other) {
        return email == null || other.email == null || email.strip().equalsIgnoreCase(other.email.strip());
    }

    /** The same person with what only the other record of them knows; ids are each service's own, and stay. */
    Person orElse(Person other) {
        return new Person(
                id,
                known(name, other.name),
                known(email, other.email),
                known(phone, other.phone),
                known(company, other.company),
                known(title, other.title),
                known(website, other.website),
                known(country, other.country),
                known(locale, other.locale));
    }

    private static String known(String own, String other) {
        return own == null || own.isBlank() ? other : own;
    }
}
