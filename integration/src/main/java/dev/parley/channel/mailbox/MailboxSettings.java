package dev.parley.channel.mailbox;

import java.time.Duration;

/**
 * How a mailbox is read.
 *
 * @param mailbox which one
 * @param every how long to wait between looks, at least 1 ms
 * @param readFolder where mail goes whose events are durable, its names separated by slashes
 * @param unreadFolder where mail goes that could not be read, likewise
 * @param largest the most bytes of a mail that is read, at least 1
 * @param authenticatedBy name of the own mail server in {@code Authentication-Results} (RFC 8601 section 2.5), or null if
 *     it vouches for nobody
 * @param invitations the source of meetings that come by invitation
 * @param own the address that Parley itself sends from, or null if it sends no mail
 */
public record MailboxSettings(
        Mailbox mailbox,
        Duration every,
        String readFolder,
        String unreadFolder,
        int largest,
        String authenticatedBy,
        String invitations,
        String own) {}
