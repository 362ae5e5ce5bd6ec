package dev.parley.delivery;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What earlier deliveries wrote of a conversation's meetings and links. */
interface WrittenBefore {

    /** What meetings become; a conversation that a meeting opened bears the same name, and is none. */
    Set<String> SOBJECTS = Set.of("Chat_Meeting__c", Delivery.EVENT);

    /** What second and further records of a conversation become. */
    String LINK = "Chat_Link__c";

    /** Where no more is known than Events, by the meetings' external ids. */
    static WrittenBefore known(Function<String, Optional<String>> eventIds) {
        return new WrittenBefore() {
            @Override
            public boolean isWritten(String externalId) {
                return false;
            }

            @Override
            public Optional<String> eventId(String externalId) {
                return eventIds.apply(externalId);
            }

            @Override
            public Set<String> links() {
                return Set.of();
            }
        };
    }

    /** Whether a record was written, or perhaps written, of the meeting of that external id. */
    boolean isWritten(String externalId);

    /** The Salesforce id of the Event that it became. */
    Optional<String> eventId(String externalId);

    /** External ids of the links that ask whose a conversation is, or did, written or perhaps written. */
    Set<String> links();
}
