package dev.parley.identity;

import dev.parley.mapping.Haystack;
import dev.parley.mapping.Phrase;
import dev.parley.mapping.Qualification;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the customer whom a visitor names as the one who recommended us: a contact whose name stands in the sentence. Of
 * several that may be meant it is none, and none either if another company is said than theirs.
 */
public final class Referrers {

    private final Directory directory;
    private final Collection<Phrase> employers;

    /**
     * Looks in that copy of the CRM.
     *
     * @param files say how the company of somebody is put behind their name
     */
    public Referrers(Directory directory, Qualification files) {
        this.directory = directory;
        this.employers = files.employers();
    }

    /**
     * A contact who recommended us.
     *
     * @param accountId the contact's account, or null
     */
    public record Referrer(String contactId, String name, String accountId) {}

    /**
     * The only contact whom a sentence can mean.
     *
     * @param sentence in any language, at most a few hundred characters
     */
    public Optional<Referrer> in(String sentence) {
        if (directory.state() != Directory.State.CURRENT) {
            // Somebody else of that name may not have come in yet.
            return Optional.empty();
        }
        Map<String, Known> meant = new TreeMap<>();
        for (NameInText name : NameInText.all(sentence)) {
            directory.find(By.CONTACT_NAME, name.key()).stream()
                    .filter(contact -> name.isWhole() && name.isOf(contact) && isOfTheirCompany(contact, name))
                    .forEach(contact -> meant.put(contact.id(), contact));
        }
        return meant.size() == 1 ? meant.values().stream().findFirst().map(Referrers::referrer) : Optional.empty();
    }

    /** Whether a visitor of that name may be the referrer themselves. */
    public static boolean isCalled(Referrer referrer, String name) {
        return PersonalName.isWithin(name, referrer.name()) || PersonalName.isWithin(referrer.name(), name);
    }

    private static Referrer referrer(Known contact) {
        return new Referrer(contact.id(), PersonalName.nameOf(contact), contact.text("AccountId"));
    }

    /** Where no company is said, any will do. */
    private boolean isOfTheirCompany(Known contact, NameInText name) {
        String around = name.around();
        Haystack words = new Haystack(around.toLowerCase(Locale.ROOT));
        List<String> said = employers.stream()
                .flatMap(phrase -> phrase.findIn(around, words).stream())
                .toList();
        return said.isEmpty()
                || directory
                        .find(Followed.ACCOUNT, contact.text("AccountId"))
                        .map(account -> account.text("Name"))
                        .filter(company -> said.stream().anyMatch(named -> CompanyName.agree(named, company)))
                        .isPresent();
    }
}
