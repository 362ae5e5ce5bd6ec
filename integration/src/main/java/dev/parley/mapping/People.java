package dev.parley.mapping;

import java.util.Map;
import java.util.Optional;

/**
 * Who the people of the chat service are in the org, as {@code people.yaml} says.
 *
 * @param agents usernames of the org's users, by {@code {source}:{agent's id}} or by e-mail address
 * @param fallbackOwner who owns instead of an inactive user: {@code manager}, a username, or a queue's API name; null
 *     for the queue of what belongs to nobody
 */
public record People(Map<String, String> agents, String fallbackOwner) {

    /** Where there is no such file. */
    static final People UNKNOWN = new People(Map.of(), null);

    public People {
        agents = Map.copyOf(agents);
    }

    /**
     * The username of an agent's user, if the file tells it.
     *
     * @param source the channel's name
     * @param id the agent's id there
     * @param email the agent's address, or null
     */
    public Optional<String> username(String source, String id, String email) {
        return Optional.ofNullable(agents.get(source + ":" + id))
                .or(() -> Optional.ofNullable(email).map(agents::get))
                .or(() -> Optional.ofNullable(agents.get(id)));
    }
}
