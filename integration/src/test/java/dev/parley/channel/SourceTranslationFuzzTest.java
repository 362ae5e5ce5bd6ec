package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.primitives.Bytes;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.SourceMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Looks for a body that a shipped source neither reads, nor keeps unread, nor refuses with a 4xx. It begins with bodies as
 * the services send them; without the environment's {@code JAZZER_FUZZ} it tries only those.
 */
class SourceTranslationFuzzTest {

    private static final Path MODULE = Path.of(System.getProperty("basedir", ""));
    private static final List<SourceMapping> SHIPPED = List.copyOf(
            MappingFiles.load(MODULE.resolve("../mappings")).orThrow().sources());

    private final WebhookBodies bodies = new WebhookBodies();
    private final WebhookTranslator translator = new WebhookTranslator(new EventReader(Samples.CLOCK));

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "15s")
    void anyBodyIsReadKeptOrRefused(byte[] data) {
        check(data);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "15m")
    void anyBodyIsReadKeptOrRefusedForLong(byte[] data) {
        check(data);
    }

    /** The first byte says which source it is sent to. */
    private void check(byte[] data) {
        if (data == null || data.length == 0) {
            return;
        }
        SourceMapping source = SHIPPED.get(Byte.toUnsignedInt(data[0]) % SHIPPED.size());
        byte[] body = Arrays.copyOfRange(data, 1, data.length);
        WebhookCall call = new WebhookCall(source.name(), null, body, Map.of(), Map.of(), Samples.CLOCK.instant());
        try {
            ObjectNode scope = bodies.read(source, call);
            assertThat(translator.read(source, call, scope)).isInstanceOfAny(List.class, Unreadable.class);
        } catch (ProblemException e) {
            assertThat(e.problem().status()).isBetween(400, 499);
        }
    }

    static Stream<byte[]> seeds() {
        return IntStream.range(0, SHIPPED.size()).boxed().flatMap(SourceTranslationFuzzTest::seeds);
    }

    private static Stream<byte[]> seeds(int index) {
        Path folder = MODULE.resolve("src/test/resources/dev/parley/channel/sources")
                .resolve(SHIPPED.get(index).name());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(file -> Bytes.concat(new byte[] {(byte) index}, bytes(file))).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
