package dev.parley.mapping;

import java.util.Map;
import java.util.Optional;

/**
 * Who the people of the chat service are in the org, as {@code people.yaml} says.
 *
 * @param agents usernames of the org's users, by {@code {source}:{agent's id}} or by e-mail address
 * @param fallbackOwner who owns instead of an inactive user: {@code manager}, a username, or a queue's API name; null
 *     for the queue of what belongs to nobody
 * @param places where in the file each username stands, by agent; that of the fallback by {@link #FALLBACK}
 */
public record People(Map<String, String> agents, String fallbackOwner, Map<String, Place> places) {

    /** The key of who owns instead of an inactive user. */
    static final String FALLBACK = "fallbackOwner";

    /** Who owns instead of an inactive user: the first active manager above. */
    public static final String MANAGER = "manager";

    /** Where there is no such file. */
    static final People UNKNOWN = new People(Map.of(), null);

    public People {
        agents = Map.copyOf(agents);
        places = Map.copyOf(places);
    }

    /** The same from no file. */
    public People(Map<String, String> agents, String fallbackOwner) {
        this(agents, fallbackOwner, Map.of());
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
