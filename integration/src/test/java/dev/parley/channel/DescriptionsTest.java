package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.parley.conversation.ChatEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Whoever builds on the descriptions sends what is taken. */
class DescriptionsTest {

    private final EventReader reader = new EventReader(Samples.CLOCK);

    @Test
    void everyEventInTheDescriptionsIsTaken() throws IOException {
        List<JsonNode> events = new ArrayList<>();
        JsonNode content = document("openapi.yaml").at("/paths/~1v1~1events/post/requestBody/content");
        content.path(Samples.ONE).path("examples").forEach(example -> events.add(example.get("value")));
        content.path(Samples.MANY).path("examples").forEach(example -> example.get("value")
                .forEach(events::add));
        document("asyncapi.yaml")
                .at("/components/messages/event/examples")
                .forEach(example -> events.add(example.get("payload")));

        assertThat(events).hasSize(6).allSatisfy(event -> assertThat(
                        reader.read(Samples.bytes(event.toString()), Samples.ONE))
                .hasSize(1));
    }

    @Test
    void theSchemaAsAWholeAcceptsThemToo() throws IOException {
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .errorMessageKeyword("errorMessage")
                .build();
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of("classpath:dev/parley/conversation/events.schema.json"), config);

        for (JsonNode example : document("openapi.yaml")
                .at("/paths/~1v1~1events/post/requestBody/content")
                .path(Samples.ONE)
                .path("examples")) {
            assertThat(schema.validate(example.get("value"))).isEmpty();
        }
        JsonNode wrong = new ObjectMapper().readTree(Samples.message("e-1").replace("\"text\"", "\"txt\""));
        assertThat(schema.validate(wrong)).isNotEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        for (String name : List.of("openapi.yaml", "asyncapi.yaml", "events.schema.json")) {
            JsonNode document = document(name);
            for (String reference : document.findValuesAsText("$ref")) {
                String[] parts = reference.split("#", 2);
                JsonNode target = parts[0].isEmpty() ? document : document(parts[0]);
                String pointer = parts.length == 1 ? "" : parts[1];
                assertThat(target.at(pointer).isMissingNode())
                        .as("%s in %s", reference, name)
                        .isFalse();
            }
        }
    }

    private static JsonNode document(String name) throws IOException {
        Class<?> owner = name.equals("events.schema.json") ? ChatEvent.class : DescriptionsTest.class;
        try (InputStream in = owner.getResourceAsStream(name)) {
            Object loaded = new Load(LoadSettings.builder().setLabel(name).build()).loadFromInputStream(in);
            return new ObjectMapper().valueToTree(loaded);
        }
    }
}
