package dev.parley.identity;

import dev.parley.company.EmailAddress;
import dev.parley.crm.ExternalId;
import java.util.Optional;

/** The external id under which a visitor's lead or contact is known in the CRM. */
public final class VisitorKey {

    /** API name of the field, on Lead and on Contact. */
    public static final String FIELD = "Chat_Visitor_Id__c";

    private VisitorKey() {}

    /**
     * The first 40 hex digits of the SHA-256 of the normalised e-mail, else {@code {source}:{visitor id}} by the rule
     * of {@link ExternalId}; empty for a visitor who has neither.
     *
     * @param source the channel's name
     * @param visitorId the chat service's own id of the visitor, or null
     * @param email as given, or null
     */
    public static Optional<String> of(String source, String visitorId, String email) {
        return ofEmail(email).or(() -> ofId(source, visitorId));
    }

    static Optional<String> ofEmail(String email) {
        return EmailAddress.of(email).map(address -> ExternalId.hash(address.toString()));
    }

    static Optional<String> ofId(String source, String visitorId) {
        return visitorId == null || visitorId.isBlank()
                ? Optional.empty()
                : Optional.of(ExternalId.of(source, visitorId));
    }
}
