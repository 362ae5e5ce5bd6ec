package dev.parley.channel.writeback;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How one service's conversations are written to. Stateless; what stands already is looked for first, and left as it is. */
interface Desk {

    /** The headers that prove who asks. */
    Map<String, String> headers(String token);

    /**
     * Sees to it that the note stands once, and that the conversation is with whoever takes it over.
     *
     * @param conversation the service's own id of it
     * @throws WriteTrouble if that could not be brought about; doing it again is safe
     */
    void write(Session session, String conversation, Note note);

    /** That of a service, by the name that its source file gives it. */
    static Optional<Desk> of(String service) {
        return switch (service.toLowerCase(Locale.ROOT)) {
            case "chatwoot" -> Optional.of(new ChatwootDesk());
            case "rocket.chat" -> Optional.of(new RocketChatDesk());
            case "intercom" -> Optional.of(new IntercomDesk());
            default -> Optional.empty();
        };
    }
}
