package dev.parley.identity;

import dev.parley.identity.Identity.Decision;
import java.util.List;
import java.util.Optional;

/**
 * The key of an opportunity that is made when a visitor wants to buy. It is the account's: two conversations of it at once
 * make one. One that was closed stands, so the next one of the account has the next number.
 */
final class OpportunityKey {

    /** API name of the field. */
    static final String FIELD = "Chat_Key__c";

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
        List<Known> made = directory.find(By.MADE_OPPORTUNITY, account.id());
        boolean none = directory.find(By.OPEN_OPPORTUNITY, account.id()).isEmpty()
                // The index tells of no more than that: no number is surely free.
                && made.size() < KeyIndex.MOST
                && !decisions.of(conversation).says(Manual.OPPORTUNITY)
                && !decisions.hadOpportunity(conversation);
        return none ? Optional.of(account.id() + ":" + (made.size() + 1)) : Optional.empty();
    }
}
