package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Looks for a mapping file that is neither read nor refused with its findings. It begins with the shipped files; without
 * the environment's {@code JAZZER_FUZZ} it tries only those.
 */
class MappingLoadFuzzTest {

    private static final int LONGEST_SEED = 1_500;
    private static final Map<String, String> SHIPPED = Shipped.files();

    /** Every source, and at least one of each other kind. Of hours.yaml there is one already. */
    private static final List<String> FILES = List.of(
            "sources/calcom.yaml",
            "sources/calendly.yaml",
            "sources/chatwoot.yaml",
            "sources/generic.yaml",
            "sources/intercom.yaml",
            "sources/livechat.yaml",
            "sources/rocketchat.yaml",
            "sources/tawkto.yaml",
            "sources/whatsapp.yaml",
            "salesforce/chat_meeting.yaml",
            "salesforce/lead.yaml",
            "transcripts/generic.yaml",
            "transcripts/zendesk.yaml",
            "signals/en.yaml",
            "functions/en.yaml",
            "presence/en.yaml",
            "people.yaml",
            "identity.yaml",
            "qualification.yaml",
            "routing.yaml",
            "meetings.yaml",
            "hours.test.yaml",
            "salesforce/chat_conversation.test.yaml");

    private static final String HOURS = SHIPPED.get("hours.yaml");

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "15s")
    void anyFileIsReadOrRefused(byte[] data) {
        check(data);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "15m")
    void anyFileIsReadOrRefusedForLong(byte[] data) {
        check(data);
    }

    /** The first byte says which file it is. */
    private static void check(byte[] data) {
        if (data == null || data.length == 0) {
            return;
        }
        String file = FILES.get(Byte.toUnsignedInt(data[0]) % FILES.size());
        String text = new String(data, 1, data.length - 1, StandardCharsets.UTF_8);

        Loaded loaded = MappingFiles.load(
                Map.of("hours.yaml", HOURS, "salesforce/chat_conversation.yaml", SourceFiles.RECORD, file, text));

        assertThat(loaded.findings())
                .allSatisfy(finding -> assertThat(finding.place().line()).isPositive());
        if (!loaded.broken()) {
            loaded.mappings()
                    .sources()
                    .forEach(source -> source.translate(JsonNodeFactory.instance.objectNode(), Instant.EPOCH));
        }
    }

    static Stream<byte[]> seeds() {
        return FILES.stream().map(MappingLoadFuzzTest::seed);
    }

    private static byte[] seed(String name) {
        String text = name.matches("(signals|functions|presence)/en\\.yaml")
                ? Schemas.text("examples/" + name)
                : SHIPPED.get(name);
        // Their beginnings: what is short is mutated more often in the same time.
        int end = text.indexOf('\n', Math.min(LONGEST_SEED, text.length() - 1));
        return ((char) FILES.indexOf(name) + text.substring(0, end)).getBytes(StandardCharsets.UTF_8);
    }
}
