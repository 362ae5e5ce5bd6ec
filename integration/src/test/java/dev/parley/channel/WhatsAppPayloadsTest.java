package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each message of each webhook of WhatsApp becomes its event, by its own id and in its own words. The bodies are our own
 * ones, or those in the folder that the property {@code parley.payloads.whatsapp} names: a file is a body, or holds many
 * by names.
 */
class WhatsAppPayloadsTest {

    private static final String OWN = "src/test/resources/dev/parley/channel/sources/whatsapp";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ShippedSource whatsapp = new ShippedSource("whatsapp");

    static List<Arguments> bodies() throws IOException {
        List<Arguments> bodies = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("parley.payloads.whatsapp", OWN)))) {
            for (Path file : files.sorted().toList()) {
                JsonNode content = JSON.readTree(file.toFile());
                if (content.has("entry")) {
                    bodies.add(Arguments.of(file.getFileName().toString(), content));
                } else {
                    content.properties()
                            .forEach(body -> bodies.add(
                                    Arguments.of(file.getFileName() + " " + body.getKey(), body.getValue())));
                }
            }
        }
        return bodies;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void eachMessageIsToldOnceByItsOwnIdAndInItsOwnWords(String name, JsonNode body) {
        List<String> expected = new ArrayList<>();
        body.findValues("value").forEach(change -> {
            String business = change.at("/metadata/phone_number_id").asText();
            change.path("messages").forEach(message -> expected.addAll(said(message, business, "from")));
            change.path("message_echoes").forEach(message -> expected.addAll(said(message, business, "to")));
        });

        List<ObjectNode> events = whatsapp.translate(body, ShippedSource.NOW);

        assertThat(events)
                .filteredOn(event -> event.path("type").asText().matches("chat\\.(message|visitor)\\..*"))
                .extracting(WhatsAppPayloadsTest::told)
                .containsExactlyInAnyOrderElementsOf(expected);
        Stream.of("messages", "message_echoes")
                .flatMap(kind -> body.findValues(kind).stream())
                .flatMap(messages -> StreamSupport.stream(messages.spliterator(), false))
                .filter(message ->
                        words(message) != null && !message.path("type").asText().equals("system"))
                .forEach(message -> assertThat(events)
                        .extracting(event -> event.path("id").asText() + " "
                                + event.at("/data/text").asText())
                        .contains(message.path("id").asText() + " " + words(message)));
        assertThat(events)
                .filteredOn(event -> event.path("type").asText().equals("chat.conversation.started"))
                .as("a conversation begins only by a customer's message")
                .hasSizeLessThanOrEqualTo(body.findValues("messages").stream()
                        .mapToInt(JsonNode::size)
                        .sum());
    }

    /** What one message must become. */
    private static List<String> said(JsonNode message, String business, String other) {
        String id = message.path("id").asText();
        String of = " of " + business + "-"
                + message.path(other).asText(message.path(other + "_user_id").asText());
        return switch (message.path("type").asText()) {
            case "edit" -> List.of("chat.message.edited " + id + of + " "
                    + message.at("/edit/original_message_id").asText());
            case "revoke" -> List.of("chat.message.deleted " + id + (other.equals("to") ? "" : "-deleted") + of + " "
                    + message.at("/revoke/original_message_id").asText());
            case "reaction" -> List.of(
                    message.at("/reaction/emoji").asText().isEmpty()
                            ? "chat.message.deleted " + id + "-deleted" + of + " reaction-"
                                    + message.at("/reaction/message_id").asText()
                            : "chat.message.posted " + id + of + " reaction-"
                                    + message.at("/reaction/message_id").asText());
            case "system" -> message.path("system").has("wa_id")
                    ? List.of("chat.visitor.identified " + id + of + " +"
                            + message.at("/system/wa_id").asText())
                    : List.of();
            case "request_welcome" -> List.of();
            default -> List.of("chat.message.posted " + id + of + " " + id);
        };
    }

    private static String told(ObjectNode event) {
        JsonNode data = event.path("data");
        return event.path("type").asText() + " " + event.path("id").asText() + " of "
                + event.path("subject").asText() + " "
                + data.path("id").asText(data.at("/visitor/phone").asText());
    }

    /** What a message says in plain words; null where it says nothing so. */
    private static String words(JsonNode message) {
        JsonNode content = message.path(message.path("type").asText());
        return Stream.of("body", "text", "caption")
                .map(content::path)
                .filter(text -> text.isTextual() && !text.asText().isEmpty())
                .map(JsonNode::asText)
                .findFirst()
                .orElse(null);
    }
}
