package dev.parley.company;

import com.google.common.collect.Iterators;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FileSwitchDirectory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NIOFSDirectory;

/**
 * The companies on disk, found by what is the same and by what is like it. A company that was put or removed is found or
 * gone at the next question, half a second later at most; it is on disk for good after {@link #commit()}.
 *
 * <p>One process at a time opens a folder. All methods may be called by any thread.
 */
public final class CompanyIndex implements Closeable {

    /** Changes with what documents hold, so that an index of another program version is built again. */
    private static final String VERSION = "3";

    /** The ending of files with the values of documents (Lucene90DocValuesFormat). */
    private static final String DOCUMENT_VALUES = "dvd";

    private static final double BUFFER_MEBIBYTES = 32;
    private static final int STEPS = 500;

    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Documents documents = new Documents();
    private final Freshness freshness = new Freshness();

    private CompanyIndex(IndexWriter writer) throws IOException {
        this.writer = writer;
        this.searchers = new SearcherManager(writer, null);
    }

    /**
     * Opens the index of a folder, or makes an empty one there. An index that another version of the program has left is
     * emptied: whoever finds {@link #size()} 0 fills it again.
     *
     * @throws UncheckedIOException if the folder cannot be read or written, or another process has it open
     */
    public static CompanyIndex open(Path folder) {
        return Io.get("open the companies' index in " + folder, () -> {
            try {
                return open(folder, IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
            } catch (IndexFormatTooOldException | IndexFormatTooNewException otherVersion) {
                return open(folder, IndexWriterConfig.OpenMode.CREATE);
            }
        });
    }

    private static CompanyIndex open(Path folder, IndexWriterConfig.OpenMode mode) throws IOException {
        IndexWriter writer = new IndexWriter(
                directory(folder),
                new IndexWriterConfig()
                        .setOpenMode(mode)
                        .setRAMBufferSizeMB(BUFFER_MEBIBYTES)
                        .setMergePolicy(Merging.policy())
                        .setUseCompoundFile(false)
                        .setCommitOnClose(false));
        if (writer.getDocStats().numDocs > 0 && !VERSION.equals(version(writer))) {
            writer.deleteAll();
        }
        return new CompanyIndex(writer);
    }

    /**
     * What companies are found by is mapped into memory. What is read of the few that were found is not: they stand
     * anywhere in the largest file, and the system maps 16 pages around each that is touched.
     */
    private static Directory directory(Path folder) throws IOException {
        return new FileSwitchDirectory(
                Set.of(DOCUMENT_VALUES), new NIOFSDirectory(folder), new MMapDirectory(folder), true);
    }

    private static String version(IndexWriter writer) {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data != null) {
            for (Map.Entry<String, String> entry : data) {
                if (entry.getKey().equals("version")) {
                    return entry.getValue();
                }
            }
        }
        return null;
    }

    /** How many companies there are. */
    public int size() {
        return writer.getDocStats().numDocs;
    }

    /** Puts a company in, in the place of the one with its id. */
    public void put(Company company) {
        Io.run("write to the companies' index", () -> {
            synchronized (documents) {
                writer.updateDocument(Documents.idOf(company.id()), documents.of(company));
            }
            freshness.changed();
        });
    }

    /** Takes a company out; nothing happens if it is not there. */
    public void remove(String id) {
        Io.run("write to the companies' index", () -> {
            writer.deleteDocuments(Documents.idOf(id));
            freshness.changed();
        });
    }

    /**
     * Puts these in the place of all there were, and commits.
     *
     * @param companies each id once
     * @param progress is told now and then how many are in
     */
    public void rebuild(Iterator<Company> companies, LongConsumer progress) {
        Io.run("build the companies' index", () -> {
            writer.deleteAll();
            try (Builders builders = new Builders(writer)) {
                progress.accept(write(companies, builders, progress));
            }
            freshness.changed();
            commit();
        });
    }

    private static long write(Iterator<Company> companies, Builders builders, LongConsumer progress)
            throws IOException {
        long done = 0;
        for (Iterator<List<Company>> batches = Iterators.partition(companies, STEPS); batches.hasNext(); ) {
            List<Company> batch = batches.next();
            builders.write(batch);
            done += batch.size();
            progress.accept(done);
        }
        builders.finish();
        return done;
    }

    /** Makes everything so far durable. */
    public void commit() {
        Io.run("commit the companies' index", () -> {
            writer.setLiveCommitData(Map.of("version", VERSION).entrySet());
            writer.commit();
        });
    }

    /** The companies as they are now, for one question. */
    <T> T ask(Io.Ask<Companies, T> question) {
        return Io.get("read the companies' index", () -> {
            freshness.ensure(searchers::maybeRefreshBlocking);
            var searcher = searchers.acquire();
            try {
                return question.ask(new Companies(searcher));
            } finally {
                searchers.release(searcher);
            }
        });
    }

    /** Closes it; what was not committed is lost. */
    @Override
    public void close() {
        Io.run("close the companies' index", () -> {
            searchers.close();
            try (var directory = writer.getDirectory()) {
                writer.rollback();
            }
        });
    }
}
