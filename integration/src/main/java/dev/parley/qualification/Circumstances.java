package dev.parley.qualification;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What is known around a conversation, besides what is said in it.
 *
 * @param account fields of the CRM's account by API name, as text; blank ones left out; empty if there is no account
 * @param opportunity {@code open} if the conversation belongs to an open one, {@code won} if the account has a won one
 * @param person {@code contact} or {@code lead} as which the CRM knows the visitor, or null
 * @param contactSince when the contact came into the CRM, or null
 * @param surelyNew whether the CRM has been looked through and surely does not know the visitor
 * @param reachable whether an e-mail address or a phone number is known
 * @param lastAt when the conversation's last event happened; recency is counted from there
 * @param nextMeeting when the next meeting begins that was agreed, or null
 */
public record Circumstances(
        Map<String, String> account,
        Set<String> opportunity,
        String person,
        Instant contactSince,
        boolean surelyNew,
        boolean reachable,
        Instant lastAt,
        Instant nextMeeting) {

    public Circumstances {
        account = Map.copyOf(account);
        opportunity = Set.copyOf(opportunity);
    }
}
