package dev.parley.dossier;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Facts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The agents of a conversation as mapping files see them, each with the user that they are in the org. */
final class Agents {

    private Agents() {}

    /** The users that they are. */
    static Set<String> users(Conversation conversation, BiFunction<String, String, Optional<String>> users) {
        return conversation.family(Facts.AGENT).keySet().stream()
                .flatMap(id -> users
                        .apply(id, conversation.fact(Facts.AGENT_EMAIL + id).asText(null))
                        .stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    static List<ObjectNode> of(Conversation conversation, BiFunction<String, String, Optional<String>> users) {
        return conversation.family(Facts.AGENT).entrySet().stream()
                .map(agent -> {
                    String id = agent.getKey();
                    String email = conversation.fact(Facts.AGENT_EMAIL + id).asText(null);
                    ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", id);
                    Dossiers.put(node, "name", agent.getValue().asText());
                    Dossiers.put(node, "email", email);
                    Dossiers.put(node, "userId", users.apply(id, email).orElse(null));
                    return node;
                })
                .toList();
    }
}
