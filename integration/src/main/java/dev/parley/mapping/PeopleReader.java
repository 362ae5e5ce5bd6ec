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
        Map<String, Place> places = new HashMap<>();
        places.put(People.FALLBACK, file.valuePlace("/" + People.FALLBACK));
        content.path("agents").properties().forEach(agent -> {
            if (agent.getValue().isTextual()) {
                agents.put(agent.getKey(), agent.getValue().textValue());
                places.put(agent.getKey(), file.valuePlace(YamlFile.child("/agents", agent.getKey())));
            }
        });
        return new People(agents, content.path(People.FALLBACK).textValue(), places);
    }
}
