package dev.parley.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.company.EmailAddress;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keyed hashes in the place of people's e-mail addresses and telephone numbers: enough to find somebody by them and to
 * tell whether two are the same, and nothing that could be read out of the store.
 */
final class PersonalKeys {

    /** Standard fields and an org's own ones, of whatever package: PersonEmail, Other_Phone__c. */
    private static final Pattern PERSONAL = Pattern.compile("\\w*(Email|Phone|Fax)(__c|__pc)?");

    private final Fingerprints fingerprints;
    private final String word;
    private final String beginning;

    PersonalKeys(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
        this.word = hash("word", "").substring(0, 8);
        this.beginning = Keyed.beginning(word);
    }

    /** Tells one key from another without telling it. */
    String word() {
        return word;
    }

    /** The hash that an address goes by. */
    String email(String address) {
        return hash("email", address);
    }

    /** The hash that a number goes by. */
    String ending(String phoneKey) {
        return hash("phone", phoneKey);
    }

    /** The record with hashes for what is a person's; a company's telephone number stays. */
    Known hashed(Known record) {
        ObjectNode fields = record.fields().deepCopy();
        record.fields().properties().forEach(field -> {
            String value = field.getValue().asText("");
            if (isPersonal(record, field.getKey()) && !value.startsWith(beginning)) {
                fields.put(field.getKey(), keyed(field.getKey(), value).text(beginning));
            }
        });
        return new Known(record.sobject(), record.id(), record.stamp(), fields);
    }

    private static boolean isPersonal(Known record, String field) {
        boolean person = !record.sobject().equals(Followed.ACCOUNT.sobject()) || record.flag("IsPersonAccount");
        return person && PERSONAL.matcher(field).matches();
    }

    private Keyed keyed(String field, String value) {
        if (field.contains("Email")) {
            Optional<EmailAddress> address = EmailAddress.of(value);
            return new Keyed(
                    email(address.map(EmailAddress::toString).orElse(value)),
                    address.flatMap(Mailbox::untagged).map(this::email).orElse(""),
                    address.map(EmailAddress::domain).orElse(""));
        }
        return new Keyed(ending(Phone.key(value).orElse(value)), whole(value).orElse(""), "");
    }

    private Optional<String> whole(String phone) {
        return Phone.normal(phone, null)
                .filter(number -> number.startsWith("+"))
                .map(number -> hash("number", number));
    }

    /** Whether an address is the record's. */
    boolean isEmail(String address, Known record) {
        return address != null
                && Keyed.of(record.text("Email"))
                        .filter(kept -> kept.hash().equals(email(address)))
                        .isPresent();
    }

    /** Whether a number is the one in that field of the record, as far as their countries are known. */
    boolean isPhone(String phone, Known record, String field) {
        Optional<String> ending = Phone.key(phone).map(this::ending);
        return Keyed.of(record.text(field))
                .filter(kept -> ending.filter(kept.hash()::equals).isPresent())
                .filter(kept -> !differ(whole(phone), kept.further()))
                .isPresent();
    }

    private static boolean differ(Optional<String> one, Optional<String> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }

    /**
     * Puts a value back in the place of its hash.
     *
     * @param fields of a record that was read from the store
     * @param guesses what the field may hold; if it is none of them the hash stays, which equals nothing
     */
    void recognise(ObjectNode fields, String field, Collection<JsonNode> guesses) {
        Optional<Keyed> kept = Keyed.of(fields.path(field).asText(null));
        kept.flatMap(hashed -> guesses.stream()
                        .filter(JsonNode::isTextual)
                        .filter(guess -> same(hashed, keyed(field, guess.textValue())))
                        .findFirst())
                .ifPresent(guess -> fields.set(field, TextNode.valueOf(guess.textValue())));
    }

    private static boolean same(Keyed one, Keyed other) {
        return one.hash().equals(other.hash()) && !differ(one.further(), other.further());
    }

    private String hash(String meaning, String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fingerprints.of(meaning, text));
    }
}
