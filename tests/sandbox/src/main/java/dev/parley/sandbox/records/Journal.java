package dev.parley.sandbox.records;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.sandbox.schema.Schema;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The file that the records are in between two starts: a line a transaction, an array of record states. A line cut
 * short by the end of the process was never answered, and is dropped.
 */
final class Journal implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Below so many states a journal is not worth rewriting. */
    private static final int FEW = 10_000;

    private final FileChannel channel;

    private Journal(FileChannel channel) {
        this.channel = channel;
    }

    /** Writes the file anew with nothing but each record's last state, if it holds more than twice as many states. */
    static void compact(Schema schema, Path file) {
        Map<String, SObject> last = new LinkedHashMap<>();
        AtomicInteger states = new AtomicInteger();
        open(schema, file, state -> {
                    states.incrementAndGet();
                    last.put(state.id(), state);
                })
                .close();
        if (states.get() >= FEW && states.get() > 2 * last.size()) {
            rewrite(schema, file, last.values());
        }
    }

    private static void rewrite(Schema schema, Path file, Collection<SObject> states) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            try (Journal journal = open(schema, fresh, none -> {})) {
                states.forEach(state -> journal.append(List.of(state)));
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unusable) {
            throw new UncheckedIOException("Cannot rewrite the sandbox org's records in " + file, unusable);
        }
    }

    /** Opens the file and gives every state that stands there, oldest first. */
    static Journal open(Schema schema, Path file, Consumer<SObject> states) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            long intact = Files.exists(file) ? replay(schema, file, states) : 0;
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(Math.min(intact, channel.size()));
            channel.position(channel.size());
            if (channel.size() < intact) {
                channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
            }
            return new Journal(channel);
        } catch (IOException unusable) {
            throw new UncheckedIOException("Cannot keep the sandbox org's records in " + file, unusable);
        }
    }

    void append(List<SObject> states) {
        if (states.isEmpty()) {
            return;
        }
        try {
            ByteArrayOutputStream line = new ByteArrayOutputStream(256 * states.size());
            try (JsonGenerator json = JSON.getFactory().createGenerator(line, JsonEncoding.UTF8)) {
                json.writeStartArray();
                for (SObject state : states) {
                    StateJson.write(json, state);
                }
                json.writeEndArray();
            }
            line.write('\n');
            ByteBuffer bytes = ByteBuffer.wrap(line.toByteArray());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException full) {
            throw new UncheckedIOException("The sandbox org cannot write its journal", full);
        }
    }

    void clear() {
        try {
            channel.truncate(0);
            channel.position(0);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** The number of bytes of the whole lines, their ends included (the last end may be missing). */
    private static long replay(Schema schema, Path file, Consumer<SObject> states) throws IOException {
        long intact = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode transaction;
                try {
                    transaction = JSON.readTree(line);
                } catch (JsonProcessingException cutShort) {
                    return intact;
                }
                transaction.forEach(state -> StateJson.read(schema, state).ifPresent(states));
                intact += line.getBytes(StandardCharsets.UTF_8).length + 1L;
            }
        }
        return intact;
    }
}
