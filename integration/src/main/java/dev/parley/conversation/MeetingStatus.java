package dev.parley.conversation;

import java.util.Locale;

/** Where a meeting stands. */
public enum MeetingStatus {
    /** Somebody asks for it; nothing is agreed. */
    REQUESTED("Requested"),
    BOOKED("Booked"),
    /** It stands, at other times or under another UID than at first. */
    RESCHEDULED("Rescheduled"),
    CANCELLED("Cancelled"),
    /** It took place. */
    HELD("Held"),
    /** Somebody did not come. */
    MISSED("Missed");

    private final String word;

    MeetingStatus(String word) {
        this.word = word;
    }

    /** What it is called in the CRM. */
    public String word() {
        return word;
    }

    /** What an event makes of a meeting; null for one that leaves it where it stands. */
    static MeetingStatus after(ChatEvent.MeetingEvent event) {
        // Each type of event that is not an answer is named after the state it leads to.
        return event instanceof ChatEvent.MeetingAnswered
                ? null
                : valueOf(event.envelope().type().substring("meeting.".length()).toUpperCase(Locale.ROOT));
    }
}
