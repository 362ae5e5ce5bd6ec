package dev.parley.meeting;

import dev.parley.mail.Outbox;

/**
 * How invitations go out.
 *
 * @param outbox sends each once
 * @param address who they are from
 * @param language for whom no other is known (BCP 47)
 */
public record Sender(Outbox outbox, String address, String language) {

    String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
