package dev.parley.acceptance;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A lock between processes; it ends with {@link #close}, or with the process. */
record Lock(FileChannel file) implements AutoCloseable {

    /** Waits for the lock. */
    static Lock of(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        file.lock();
        return new Lock(file);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
