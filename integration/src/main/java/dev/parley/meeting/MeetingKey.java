package dev.parley.meeting;

/**
 * Which meeting.
 *
 * @param source whose UIDs are meant
 * @param uid unique among those of the source
 */
public record MeetingKey(String source, String uid) {}
