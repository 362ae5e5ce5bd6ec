package dev.parley.identity;

import com.google.common.collect.ImmutableSetMultimap;
import dev.parley.company.EmailAddress;
import dev.parley.company.Host;
import java.util.Optional;
import java.util.function.Function;

/** What records are found by; each is blank for a record that cannot be found that way. */
enum By {
    CONTACT_EMAIL(Followed.CONTACT, By::email),
    CONTACT_MAILBOX(Followed.CONTACT, By::mailbox),
    CONTACT_PHONE(Followed.CONTACT, record -> Phone.key(record.text("Phone"))),
    CONTACT_MOBILE(Followed.CONTACT, record -> Phone.key(record.text("MobilePhone"))),
    CONTACT_KEY(Followed.CONTACT, By::visitorKey),
    LEAD_EMAIL(Followed.LEAD, By::email),
    LEAD_MAILBOX(Followed.LEAD, By::mailbox),
    LEAD_PHONE(Followed.LEAD, record -> Phone.key(record.text("Phone"))),
    LEAD_MOBILE(Followed.LEAD, record -> Phone.key(record.text("MobilePhone"))),
    LEAD_KEY(Followed.LEAD, By::visitorKey),
    ACCOUNT_HOST(Followed.ACCOUNT, record -> website(record).map(Host::name)),
    ACCOUNT_DOMAIN(Followed.ACCOUNT, record -> website(record).map(Host::registrable)),
    OPEN_OPPORTUNITY(Followed.OPPORTUNITY, By::accountIfOpen),
    WON_OPPORTUNITY(Followed.OPPORTUNITY, By::accountIfWon),
    ROLE_OF_CONTACT(Followed.ROLE, record -> Optional.ofNullable(record.text("ContactId")));

    private final Followed followed;
    private final Function<Known, Optional<String>> key;

    By(Followed followed, Function<Known, Optional<String>> key) {
        this.followed = followed;
        this.key = key;
    }

    Followed followed() {
        return followed;
    }

    /** Everything that a record is found by. */
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
        return EmailAddress.of(record.text("Email")).map(EmailAddress::toString);
    }

    /** Only of an address with a tag: all others are found by the address itself. */
    private static Optional<String> mailbox(Known record) {
        return EmailAddress.of(record.text("Email")).flatMap(Mailbox::untagged);
    }

    private static Optional<String> visitorKey(Known record) {
        return Optional.ofNullable(record.text(VisitorKey.FIELD));
    }

    private static Optional<Host> website(Known record) {
        return Host.ofWebsite(record.text("Website"));
    }

    private static Optional<String> accountIfWon(Known record) {
        return record.flag("IsWon") ? Optional.ofNullable(record.text("AccountId")) : Optional.empty();
    }

    private static Optional<String> accountIfOpen(Known record) {
        return record.flag("IsClosed") ? Optional.empty() : Optional.ofNullable(record.text("AccountId"));
    }
}
