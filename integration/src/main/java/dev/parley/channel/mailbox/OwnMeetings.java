package dev.parley.channel.mailbox;

import java.util.Optional;

/** Meetings that Parley itself sent invitations for: what comes back about them is of the conversation they came out of. */
public interface OwnMeetings {

    /** None. */
    OwnMeetings NONE = uid -> Optional.empty();

    /** The meeting with a UID of Parley's own (RFC 5545 section 3.8.4.7); empty for anybody else's. */
    Optional<Own> find(String uid);

    /** One of them. */
    interface Own {

        /** Whose meeting it is to the conversation. */
        String source();

        /** Its UID there. */
        String uid();

        /** The SEQUENCE that it has now. */
        int sequence();

        /** Whether somebody with this address was invited to it. */
        boolean invited(String email);
    }
}
