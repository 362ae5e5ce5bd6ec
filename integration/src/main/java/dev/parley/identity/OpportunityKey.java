package dev.parley.identity;

import dev.parley.identity.Identity.Decision;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key of an opportunity that is made when a visitor wants to buy. It is the account's: two conversations of it at once
 * make one. One that was closed stands, so the next one of the account has the next number, also where others were deleted
 * or given to another account since: a key that is used again would write over an old deal.
 */
final class OpportunityKey {

    /** API name of the field. */
    static final String FIELD = "Chat_Key__c";

    private static final Pattern WRITTEN = Pattern.compile("(?<account>[^:]+):(?<number>\\d{1,9})");

    private final Directory directory;
    private final Decisions decisions;

    OpportunityKey(Directory directory, Decisions decisions) {
        this.directory = directory;
        this.decisions = decisions;
    }

    /**
     * The key; empty where none may be made: the account is not sure or has an open one, a person decided that there is
     * none, or the conversation had one before, whatever became of it.
     */
    Optional<String> of(Search search, Accounts.Match account, Decision decision) {
        boolean sure = decision == Decision.AUTO || decision == Decision.MANUAL;
        if (!search.policy().opportunities().onBuyingSignal() || !sure || account.id() == null) {
            return Optional.empty();
        }
        long conversation = search.talk().conversation();
        List<Known> made = directory.find(By.OPPORTUNITY_MADE_FOR, account.id());
        boolean none = directory.find(By.OPEN_OPPORTUNITY, account.id()).isEmpty()
                // The index tells of no more than that: no number is surely free.
                && made.size() < KeyIndex.MOST
                && !decisions.of(conversation).says(Manual.OPPORTUNITY)
                && !decisions.hadOpportunity(conversation);
        return none ? Optional.of(account.id() + ":" + (highest(made) + 1)) : Optional.empty();
    }

    private static long highest(List<Known> made) {
        return made.stream()
                .map(opportunity -> WRITTEN.matcher(opportunity.text(FIELD)))
                .filter(Matcher::matches)
                .mapToLong(key -> Long.parseLong(key.group("number")))
                .max()
                .orElse(0);
    }

    /** The account that an opportunity was made for, wherever it is now; empty for one that Parley did not make. */
    static Optional<String> accountOf(Known opportunity) {
        return Optional.ofNullable(opportunity.text(FIELD))
                .map(WRITTEN::matcher)
                .filter(Matcher::matches)
                .map(key -> key.group("account"));
    }
}
