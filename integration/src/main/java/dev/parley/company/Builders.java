package dev.parley.company;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.IndexWriter;

/**
 * Writes many companies on two threads, the caller's and one more: what the caller hands over while the other is busy,
 * it writes itself.
 */
final class Builders implements AutoCloseable {
    private static final int WAITING = 2;

    private final IndexWriter writer;
    private final List<Future<?>> batches = new ArrayList<>();
    private final ExecutorService other = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            new ThreadFactoryBuilder()
                    .setNameFormat("build-companies")
                    .setDaemon(true)
                    .build(),
            new ThreadPoolExecutor.CallerRunsPolicy());

    Builders(IndexWriter writer) {
        this.writer = writer;
    }

    /** Writes these, now or soon; whether that went well, {@link #finish} says. */
    void write(List<Company> companies) {
        batches.add(other.submit(() -> {
            Documents documents = new Documents();
            for (Company company : companies) {
                writer.addDocument(documents.of(company));
            }
            return null;
        }));
    }

    /**
     * Waits until all is written.
     *
     * @throws IOException if some of it could not be
     */
    void finish() throws IOException {
        for (Future<?> batch : batches) {
            Futures.getChecked(batch, IOException.class);
        }
    }

    @Override
    public void close() {
        other.shutdownNow();
    }
}
