package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Looks for a mapping file that is neither read nor refused with its findings. It begins with the shipped files; without
 * the environment's {@code JAZZER_FUZZ} it tries only those.
 */
class MappingLoadFuzzTest {

    private static final int LONGEST_SEED = 1_500;
    private static final Path SHIPPED =
            Path.of(System.getProperty("basedir", "")).resolve("../mappings");

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

    /** The first byte says of which kind it is. */
    private static void check(byte[] data) {
        if (data == null || data.length == 0) {
            return;
        }
        Kind kind = Kind.values()[Byte.toUnsignedInt(data[0]) % Kind.values().length];
        String text = new String(data, 1, data.length - 1, StandardCharsets.UTF_8);

        Loaded loaded = MappingFiles.load(
                Map.of(kind.folder() + "/fuzzed.yaml", text, "salesforce/chat_conversation.yaml", SourceFiles.RECORD));

        assertThat(loaded.findings())
                .allSatisfy(finding -> assertThat(finding.place().line()).isPositive());
        if (!loaded.broken()) {
            loaded.mappings()
                    .sources()
                    .forEach(source -> source.translate(JsonNodeFactory.instance.objectNode(), Instant.EPOCH));
        }
    }

    private enum Kind {
        SOURCES,
        SALESFORCE,
        TRANSCRIPTS;

        String folder() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static Stream<byte[]> seeds() {
        return Stream.of(Kind.values()).flatMap(MappingLoadFuzzTest::seeds);
    }

    private static Stream<byte[]> seeds(Kind kind) {
        try (Stream<Path> files = Files.list(SHIPPED.resolve(kind.folder()))) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(file -> seed(kind, file))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] seed(Kind kind, Path file) {
        try {
            String text = Files.readString(file);
            // Their beginnings: what is short is mutated more often in the same time.
            String start = text.substring(0, text.indexOf('\n', Math.min(LONGEST_SEED, text.length() - 1)));
            return ((char) kind.ordinal() + start).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
