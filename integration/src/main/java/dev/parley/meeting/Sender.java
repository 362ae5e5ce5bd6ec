package dev.parley.meeting;

import dev.parley.mail.Outbox;

/**
 * How invitations go out.
 *
 * @param outbox sends each once
 * @param address who they are from
 */
public record Sender(Outbox outbox, String address) {

    String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
