package dev.parley.meeting;

import java.time.Instant;

/**
 * A meeting that Parley booked itself, as it stands.
 *
 * @param key which meeting
 * @param icalUid its UID in calendars (RFC 5545 section 3.8.4.7); stays
 * @param seller the seller's name in {@code meetings.yaml}
 * @param slot when it is, or was to be
 * @param cancelled whether it is off
 * @param revision counts each change from 0: the SEQUENCE of RFC 5546
 * @param stamp when it was changed last, in whole seconds; grows with each revision
 * @param told the revision that calendar, attendees and conversation know; -1 before the first
 */
record Booking(
        MeetingKey key,
        String icalUid,
        String seller,
        Slot slot,
        boolean cancelled,
        int revision,
        Instant stamp,
        int told) {

    /** Whether everybody knows how it stands. */
    boolean isTold() {
        return told >= revision;
    }
}
