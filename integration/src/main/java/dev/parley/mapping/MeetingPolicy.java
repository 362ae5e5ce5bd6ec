package dev.parley.mapping;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * How visitors get a meeting: what {@code meetings.yaml} says.
 *
 * @param length of a meeting
 * @param buffer free time before and after it
 * @param notice least time from now to it
 * @param horizon most time from now to it
 * @param offered how many times are offered
 * @param offeredADay how many of them within 24 hours
 * @param hold how long they are kept for the visitor
 * @param zone the company's
 * @param subject what a meeting is called
 * @param sellers in the order of the file; empty where nobody holds meetings
 */
public record MeetingPolicy(
        Duration length,
        Duration buffer,
        Duration notice,
        Duration horizon,
        int offered,
        int offeredADay,
        Duration hold,
        ZoneId zone,
        String subject,
        List<Seller> sellers) {

    /** Where there is no such file: nobody is offered a time. */
    public static final MeetingPolicy NONE = new MeetingPolicy(
            Duration.ofMinutes(30),
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofDays(1),
            1,
            1,
            Duration.ofMinutes(1),
            ZoneOffset.UTC,
            "Meeting",
            List.of());

    /**
     * Somebody who holds meetings.
     *
     * @param key the name in the file
     * @param name as visitors read it
     * @param email their address
     * @param hours name of their working hours
     * @param calendar their CalDAV collection, or null
     * @param user the login there, or null
     */
    public record Seller(String key, String name, String email, String hours, URI calendar, String user) {}
}
