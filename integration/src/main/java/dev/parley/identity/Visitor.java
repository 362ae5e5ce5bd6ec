package dev.parley.identity;

import dev.parley.company.EmailAddress;
import dev.parley.company.Host;
import dev.parley.conversation.Person;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What matching sees of a visitor, each part in the form in which it is compared, or null where it is unknown or cannot
 * be what it should be.
 *
 * @param source the channel's name
 * @param id the chat service's own id of the visitor
 * @param email in lower case, its domain in ASCII
 * @param phone as E.164 says where the country is known, else digits only
 * @param website the host name of the company's website
 * @param name the whole name as given
 * @param company the company's name as given
 * @param country the country's code (ISO 3166-1 alpha-2)
 */
public record Visitor(
        String source,
        String id,
        String email,
        String phone,
        String website,
        String name,
        String company,
        String country) {

    /** What the chat service knows of somebody, normalised; takes any text, never throws. */
    public static Visitor of(String source, Person person) {
        String country = Country.code(person.country());
        return new Visitor(
                source,
                person.id() == null || person.id().isBlank() ? null : person.id(),
                EmailAddress.of(person.email()).map(EmailAddress::toString).orElse(null),
                Phone.normal(person.phone(), country).orElse(null),
                Host.ofWebsite(person.website()).map(Host::name).orElse(null),
                person.name(),
                person.company(),
                country);
    }

    /**
     * The same for the visitor of a conversation: somebody who left a telephone number and nothing else is known by the
     * conversation that they left it in, under an id that no chat service gives.
     */
    public static Visitor of(String source, Person person, String conversationId) {
        Visitor visitor = of(source, person);
        boolean phoneOnly = visitor.externalId() == null && visitor.phone() != null;
        return phoneOnly
                ? new Visitor(
                        source,
                        "conversation:" + conversationId,
                        null,
                        visitor.phone(),
                        visitor.website(),
                        visitor.name(),
                        visitor.company(),
                        visitor.country())
                : visitor;
    }

    /** The e-mail's domain in ASCII, or null. */
    public String domain() {
        return email == null ? null : email.substring(email.lastIndexOf('@') + 1);
    }

    /** The external id of the visitor's lead or contact ({@link VisitorKey}), or null for somebody unknown. */
    public String externalId() {
        return VisitorKey.of(source, id, email).orElse(null);
    }

    /** Whether somebody could get in touch: without that no lead is made. */
    public boolean reachable() {
        return email != null || phone != null;
    }

    /** Whether a telephone number, as given, is theirs as far as numbers tell. */
    public boolean hasPhone(String number) {
        return phone != null && Phone.agree(phone, number);
    }

    /** Every key under which the visitor may have been written before, the surest first. */
    List<String> keys() {
        return Stream.of(VisitorKey.ofEmail(email), VisitorKey.ofId(source, id))
                .flatMap(Optional::stream)
                .toList();
    }
}
