package dev.parley.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/** Ids by field as the store keeps them: JSON, the fields in the order of their names. */
final class LinkText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LinkText() {}

    static String of(Map<String, String> links) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(links));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("links cannot be kept as JSON", e);
        }
    }

    static Map<String, String> read(String text) {
        try {
            return JSON.readValue(text, new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what a person decided cannot be read from the store", e);
        }
    }
}
