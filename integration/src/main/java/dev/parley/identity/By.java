package dev.parley.identity;

import com.google.common.collect.ImmutableSetMultimap;
import dev.parley.company.Host;
import java.util.Optional;
import java.util.function.Function;

/** What records are found by; each is blank for a record that cannot be found that way. */
enum By {
    CONTACT_EMAIL(Followed.CONTACT, By::email),
    CONTACT_MAILBOX(Followed.CONTACT, By::mailbox),
    CONTACT_PHONE(Followed.CONTACT, record -> hash(record, "Phone")),
    CONTACT_MOBILE(Followed.CONTACT, record -> hash(record, "MobilePhone")),
    CONTACT_KEY(Followed.CONTACT, By::visitorKey),
    CONTACT_NAME(Followed.CONTACT, PersonalName::keyOf),
    LEAD_EMAIL(Followed.LEAD, By::email),
    LEAD_MAILBOX(Followed.LEAD, By::mailbox),
    LEAD_PHONE(Followed.LEAD, record -> hash(record, "Phone")),
    LEAD_MOBILE(Followed.LEAD, record -> hash(record, "MobilePhone")),
    LEAD_KEY(Followed.LEAD, By::visitorKey),
    PERSON_EMAIL(Followed.ACCOUNT, record -> person(record, "PersonEmail").map(Keyed::hash)),
    PERSON_MAILBOX(Followed.ACCOUNT, record -> person(record, "PersonEmail").flatMap(Keyed::further)),
    PERSON_PHONE(Followed.ACCOUNT, record -> person(record, "Phone").map(Keyed::hash)),
    PERSON_MOBILE(
            Followed.ACCOUNT, record -> person(record, "PersonMobilePhone").map(Keyed::hash)),
    ACCOUNT_HOST(Followed.ACCOUNT, record -> website(record).map(Host::name)),
    ACCOUNT_DOMAIN(Followed.ACCOUNT, record -> website(record).map(Host::registrable)),
    OPEN_OPPORTUNITY(Followed.OPPORTUNITY, By::accountIfOpen),
    WON_OPPORTUNITY(Followed.OPPORTUNITY, By::accountIfWon),
    OPPORTUNITY_MADE_FOR(Followed.OPPORTUNITY, OpportunityKey::accountOf),
    ROLE_OF_CONTACT(Followed.ROLE, record -> Optional.ofNullable(record.text("ContactId"))),
    MERGED_ACCOUNT(Followed.ACCOUNT, By::master),
    MERGED_CONTACT(Followed.CONTACT, By::master),
    MERGED_LEAD(Followed.LEAD, By::master);

    private final Followed followed;
    private final Function<Known, Optional<String>> key;

    By(Followed followed, Function<Known, Optional<String>> key) {
        this.followed = followed;
        this.key = key;
    }

    Followed followed() {
        return followed;
    }

    /** What the index goes by for what somebody is looked for by: never an address or a number itself. */
    String key(String text, PersonalKeys personal) {
        return switch (this) {
            case CONTACT_EMAIL, CONTACT_MAILBOX, LEAD_EMAIL, LEAD_MAILBOX, PERSON_EMAIL, PERSON_MAILBOX -> personal
                    .email(text);
            case CONTACT_PHONE, CONTACT_MOBILE, LEAD_PHONE, LEAD_MOBILE, PERSON_PHONE, PERSON_MOBILE -> personal.ending(
                    text);
            default -> text;
        };
    }

    private static Optional<String> hash(Known record, String field) {
        return Keyed.of(record.text(field)).map(Keyed::hash);
    }

    private static Optional<Keyed> person(Known account, String field) {
        return PersonAccounts.isPerson(account) ? Keyed.of(account.text(field)) : Optional.empty();
    }

    /** Everything that a record with hashes is found by. */
    static ImmutableSetMultimap<By, String> keysOf(Known record) {
        ImmutableSetMultimap.Builder<By, String> keys = ImmutableSetMultimap.builder();
        for (By by : values()) {
            if (by.followed.sobject().equals(record.sobject())) {
                by.key.apply(record).ifPresent(key -> keys.put(by, key));
            }
        }
        return keys.build();
    }

    private static Optional<String> email(Known record) {
        return hash(record, "Email");
    }

    /** Only of an address with a tag: all others are found by the address itself. */
    private static Optional<String> mailbox(Known record) {
        return Keyed.of(record.text("Email")).flatMap(Keyed::further);
    }

    /** The records that were merged into one. */
    static Optional<By> mergedInto(Followed followed) {
        return switch (followed) {
            case ACCOUNT -> Optional.of(MERGED_ACCOUNT);
            case CONTACT -> Optional.of(MERGED_CONTACT);
            case LEAD -> Optional.of(MERGED_LEAD);
            case OPPORTUNITY, ROLE -> Optional.empty();
        };
    }

    private static Optional<String> master(Known record) {
        return Optional.ofNullable(record.text(Followed.MASTER));
    }

    private static Optional<String> visitorKey(Known record) {
        return Optional.ofNullable(record.text(VisitorKey.FIELD));
    }

    /** A person's page says nothing of a company. */
    private static Optional<Host> website(Known record) {
        return PersonAccounts.isPerson(record) ? Optional.empty() : Host.ofWebsite(record.text("Website"));
    }

    private static Optional<String> accountIfWon(Known record) {
        return record.flag("IsWon") ? Optional.ofNullable(record.text("AccountId")) : Optional.empty();
    }

    private static Optional<String> accountIfOpen(Known record) {
        return record.flag("IsClosed") ? Optional.empty() : Optional.ofNullable(record.text("AccountId"));
    }
}
