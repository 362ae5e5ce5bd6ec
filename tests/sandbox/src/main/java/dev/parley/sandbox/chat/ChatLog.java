package dev.parley.sandbox.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** The file that the chat service lives by, one JSON object a line; what is in it is on the disk. */
final class ChatLog implements AutoCloseable {
    private final FileChannel file;

    private ChatLog(FileChannel file) {
        this.file = file;
    }

    /** Reads what was written before; a last line that a crash cut off was never acknowledged and is dropped. */
    static ChatLog open(Path path, Consumer<ObjectNode> line) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            FileChannel file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            byte[] all = Files.readAllBytes(path);
            int from = 0;
            for (int i = 0; i < all.length; i++) {
                if (all[i] == '\n') {
                    Json.parse(new String(all, from, i - from, StandardCharsets.UTF_8))
                            .ifPresent(line);
                    from = i + 1;
                }
            }
            file.truncate(from).position(from);
            return new ChatLog(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when the line is on the disk. */
    void append(ObjectNode line) {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
