package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.SalesforceError;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answers of earlier subrequests, which later ones refer to as {@code @{refName.id}}. */
final class References {
    private static final Pattern REFERENCE = Pattern.compile("@\\{([A-Za-z0-9][A-Za-z0-9_]*)([^}]*)}");

    private final Map<String, JsonNode> answers = new HashMap<>();

    void put(String referenceId, JsonNode answer) {
        if (answer != null) {
            answers.put(referenceId, answer);
        }
    }

    /** The names that a text, or any text within the JSON, refers to. */
    static Set<String> names(String url, JsonNode body) {
        Set<String> names = new LinkedHashSet<>();
        for (String text : new String[] {url, body.toString()}) {
            REFERENCE.matcher(text).results().map(found -> found.group(1)).forEach(names::add);
        }
        return names;
    }

    /** The text with each reference replaced by what it refers to. */
    String resolve(String text) {
        if (!text.contains("@{")) {
            return text;
        }
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(found).asText()));
    }

    /** The JSON with each reference replaced; a text that is nothing but a reference becomes the value itself. */
    JsonNode resolve(JsonNode json) {
        if (json.isTextual()) {
            Matcher whole = REFERENCE.matcher(json.textValue());
            return whole.matches() ? value(whole.toMatchResult()) : Reply.JSON.textNode(resolve(json.textValue()));
        }
        if (json.isObject()) {
            ObjectNode resolved = Reply.JSON.objectNode();
            json.properties().forEach(entry -> resolved.set(entry.getKey(), resolve(entry.getValue())));
            return resolved;
        }
        if (json.isArray()) {
            ArrayNode resolved = Reply.JSON.arrayNode();
            json.forEach(element -> resolved.add(resolve(element)));
            return resolved;
        }
        return json;
    }

    private JsonNode value(MatchResult reference) {
        String name = reference.group(1);
        String pointer = reference.group(2).replaceAll("\\[(\\d+)]", "/$1").replace('.', '/');
        JsonNode answer = answers.get(name);
        JsonNode value = answer == null || pointer.isEmpty() || !pointer.startsWith("/") ? null : answer.at(pointer);
        if (value == null || value.isMissingNode() || value.isContainerNode()) {
            throw SalesforceError.badRequest(
                    "PROCESSING_HALTED",
                    "Invalid reference specified. No value for " + name + reference.group(2) + " found in " + name);
        }
        return value;
    }
}
