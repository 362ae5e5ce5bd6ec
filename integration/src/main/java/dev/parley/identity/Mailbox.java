package dev.parley.identity;

import dev.parley.company.EmailAddress;
import dev.parley.mapping.IdentityPolicy.MailPolicy;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The addresses that lead to one mailbox. */
final class Mailbox {

    /** More spellings than that are no person's. */
    private static final int MOST = 20;

    private Mailbox() {}

    /** The address without its tag ({@code anna+shop@…}); empty if it has none. */
    static Optional<String> untagged(EmailAddress address) {
        int plus = address.local().indexOf('+');
        return plus < 1 ? Optional.empty() : Optional.of(address.local().substring(0, plus) + "@" + address.domain());
    }

    /** Other addresses that mean the same as this one, the nearest first. */
    static Set<String> others(String email, MailPolicy policy) {
        Set<String> same = new LinkedHashSet<>(Set.of(email));
        int before = 0;
        while (before < same.size() && same.size() < MOST) {
            before = same.size();
            for (String address : Set.copyOf(same)) {
                if (policy.plusTags()) {
                    EmailAddress.of(address).flatMap(Mailbox::untagged).ifPresent(same::add);
                }
                policy.aliases().entrySet().forEach(alias -> {
                    renamed(address, alias.getKey(), alias.getValue()).ifPresent(same::add);
                    renamed(address, alias.getValue(), alias.getKey()).ifPresent(same::add);
                });
            }
        }
        same.remove(email);
        return same;
    }

    private static Optional<String> renamed(String address, String from, String to) {
        if (from.contains("@")) {
            return address.equals(from) ? Optional.of(to) : Optional.empty();
        }
        return address.endsWith("@" + from)
                ? Optional.of(address.substring(0, address.length() - from.length()) + to)
                : Optional.empty();
    }
}
