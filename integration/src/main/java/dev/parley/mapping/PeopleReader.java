package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** Reads {@code people.yaml} once it fits its schema. */
final class PeopleReader {

    private PeopleReader() {}

    static People read(YamlFile file) {
        JsonNode content = file.content();
        Map<String, String> agents = new HashMap<>();
        content.path("agents").properties().forEach(agent -> {
            if (agent.getValue().isTextual()) {
                agents.put(agent.getKey(), agent.getValue().textValue());
            }
        });
        return new People(agents, content.path("fallbackOwner").textValue());
    }
}
