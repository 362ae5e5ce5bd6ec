package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every body of every source that is shipped. */
class ShippedSourcesTest {

    /** LiveChat tells of an edit neither when it was nor how often: each delivery is one, {@link LiveChatMessagesTest}. */
    private static final Path NO_TIME_AND_NO_VERSION = Path.of("livechat", "event_updated.json");

    private static final Path BODIES = Path.of("src/test/resources/dev/parley/channel/sources");

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodySentAgainHasTheSameIds(String name, String body) {
        ShippedSource source = new ShippedSource(name);
        JsonNode sent = source.json(body);

        assertThat(ids(source.translate(sent, ShippedSource.NOW.plusSeconds(3600))))
                .doesNotHaveDuplicates()
                .isEqualTo(ids(source.translate(sent, ShippedSource.NOW)));
    }

    private static List<String> ids(List<ObjectNode> events) {
        return events.stream().map(event -> event.get("id").textValue()).toList();
    }

    static List<Arguments> bodies() throws IOException {
        try (Stream<Path> files = Files.walk(BODIES)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.endsWith(NO_TIME_AND_NO_VERSION))
                    .sorted()
                    .map(file -> Arguments.of(
                            file.getParent().getFileName().toString(),
                            file.getFileName().toString().replace(".json", "")))
                    .toList();
        }
    }
}
