package dev.parley.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.ChatEvent;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.SourceMapping;
import dev.parley.mapping.SourceTranslation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A source file as it is shipped, and what it makes of the bodies that stand under {@code sources/{name}}. */
final class ShippedSource {

    /** When every body arrives. */
    static final Instant NOW = Instant.parse("2026-09-20T12:00:00Z");

    private static final MappingSet SHIPPED =
            MappingFiles.load(Path.of("../mappings")).orThrow();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventReader reader = new EventReader(Clock.fixed(NOW, ZoneOffset.UTC));
    private final SourceMapping mapping;

    ShippedSource(String name) {
        this.mapping = SHIPPED.source(name).orElseThrow();
    }

    /** The file. */
    SourceMapping mapping() {
        return mapping;
    }

    /** The events of some bodies, checked as those that come to {@code /v1/events} are. */
    List<ChatEvent> events(String... bodies) {
        List<ChatEvent> events = new ArrayList<>();
        for (String body : bodies) {
            translate(json(body), NOW).forEach(event -> events.add(reader.event(event)));
        }
        return events;
    }

    /** The events of a body that is read already and arrives then. */
    List<ObjectNode> translate(JsonNode body, Instant receivedAt) {
        ObjectNode scope = JSON.createObjectNode();
        scope.set("body", body);
        scope.putObject("headers");
        scope.putObject("query");
        SourceTranslation translation = mapping.translate(scope, receivedAt);
        if (!translation.failures().isEmpty()) {
            throw new AssertionError(translation.failures());
        }
        return translation.events();
    }

    /** What a body tells: for each event of a type that begins so its id, conversation, time and data, line by line. */
    String told(String body, String types) {
        return events(body).stream()
                .filter(event -> event.envelope().type().startsWith(types))
                .map(ShippedSource::told)
                .collect(Collectors.joining());
    }

    private static String told(ChatEvent event) {
        StringBuilder lines = new StringBuilder(
                event.envelope().type() + " " + event.envelope().id() + conversation(event) + " at "
                        + event.envelope().time() + "\n");
        flatten("", event.envelope().data(), lines);
        return lines.toString();
    }

    /** A meeting's is found when it is stored. */
    private static String conversation(ChatEvent event) {
        String subject = event.envelope().subject();
        return subject == null ? "" : " of " + subject;
    }

    private static void flatten(String path, JsonNode node, StringBuilder lines) {
        if (node.isValueNode()) {
            lines.append("  ").append((path + ": " + node.asText()).strip()).append('\n');
        }
        node.properties()
                .forEach(member -> flatten(
                        path.isEmpty() ? member.getKey() : path + "." + member.getKey(), member.getValue(), lines));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            flatten(path + "." + i, node.get(i), lines);
        }
    }

    /** A body as it stands in the resources. */
    JsonNode json(String body) {
        try {
            return JSON.readTree(bytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a body. */
    byte[] bytes(String body) {
        String path = "sources/" + mapping.name() + "/" + body + ".json";
        try (InputStream in = ShippedSource.class.getResourceAsStream(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
