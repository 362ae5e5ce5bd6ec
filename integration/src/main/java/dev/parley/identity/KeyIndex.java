package dev.parley.identity;

import dev.parley.company.Freshness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Which records go by which key: an index on disk beside the store, since keys are spread evenly and a table's index
 * would be written anew from end to end for every page of them. It holds fingerprints and ids, nothing readable.
 *
 * <p>It says itself how far it has been written; what the store has beyond that is read again at the next start.
 */
final class KeyIndex implements AutoCloseable {

    /** More records under one key say nothing more, and would only cost time. */
    static final int MOST = 50;

    private static final String RECORD = "record";
    private static final String TYPE = "type";
    private static final String KEY = "key";
    private static final String ID = "id";
    private static final String SECRET = "secret";
    private static final double BUFFER_MEGABYTES = 8;

    /** What segments are merged to that are kept in memory until the index is saved. */
    private static final double MERGED_MEGABYTES = 2;

    private final Fingerprints fingerprints;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<String, Position> positions = new HashMap<>();
    private final Freshness freshness = new Freshness();

    private KeyIndex(Directory directory, Fingerprints fingerprints) throws IOException {
        this.fingerprints = fingerprints;
        this.writer = new IndexWriter(
                directory,
                new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MEGABYTES).setCommitOnClose(false));
        this.searchers = new SearcherManager(writer, null);
        readPositions();
    }

    /** Under another secret nothing would be found in what is there. */
    private void readPositions() throws IOException {
        Map<String, String> saved = new HashMap<>();
        if (writer.getLiveCommitData() != null) {
            writer.getLiveCommitData().forEach(entry -> saved.put(entry.getKey(), entry.getValue()));
        }
        if (secretWord().equals(saved.remove(SECRET))) {
            saved.forEach((sobject, words) -> positions.put(sobject, Position.of(words)));
        } else {
            writer.deleteAll();
            freshness.changed();
        }
    }

    /** Tells one secret from another without telling it, and an index with other kinds of keys from this one. */
    private String secretWord() {
        return HexFormat.of().formatHex(fingerprints.of(SECRET, Arrays.toString(By.values())));
    }

    /**
     * Opens it.
     *
     * @param folder where it stands, or null for one in memory
     */
    static KeyIndex open(Path folder, Fingerprints fingerprints) {
        try {
            Directory directory = folder == null ? new ByteBuffersDirectory() : cached(folder);
            return new KeyIndex(directory, fingerprints);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the directory's index in " + folder + " cannot be opened; delete that folder to have it made anew",
                    e);
        }
    }

    /** What was just added is looked for at once, and need not make a dozen files each time. */
    private static Directory cached(Path folder) throws IOException {
        return new NRTCachingDirectory(new NIOFSDirectory(folder), MERGED_MEGABYTES, BUFFER_MEGABYTES);
    }

    /** How far an object type stood in it when it was last saved; null if it never was. */
    synchronized Position position(Followed followed) {
        return positions.get(followed.sobject());
    }

    void add(Known record) {
        try {
            Document document = new Document();
            document.add(new StringField(RECORD, name(record.sobject(), record.id()), Store.NO));
            document.add(new StringField(TYPE, record.sobject(), Store.NO));
            document.add(new BinaryDocValuesField(ID, new BytesRef(record.id())));
            By.keysOf(record).forEach((by, key) -> document.add(new StringField(KEY, fingerprint(by, key), Store.NO)));
            writer.updateDocument(new Term(RECORD, name(record.sobject(), record.id())), document);
            freshness.changed();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    void remove(String sobject, Collection<String> ids) {
        delete(ids.stream().map(id -> new Term(RECORD, name(sobject, id))).toArray(Term[]::new));
    }

    /** Forgets all records of one object type. */
    synchronized void clear(Followed followed) {
        positions.remove(followed.sobject());
        delete(new Term(TYPE, followed.sobject()));
    }

    /** The ids of the first {@value #MOST} records under that key, smallest first. */
    List<String> find(By by, String key) {
        try {
            freshness.ensure(searchers::maybeRefreshBlocking);
            IndexSearcher searcher = searchers.acquire();
            try {
                IdCollector ids = new IdCollector(ID, MOST);
                searcher.search(new TermQuery(new Term(KEY, fingerprint(by, key))), ids);
                return ids.smallest();
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the directory's index cannot be read", e);
        }
    }

    /** Makes sure that what is in it now is there after a crash, and how far that is. */
    synchronized void save(Map<String, Position> reached) {
        positions.putAll(reached);
        Map<String, String> words = new TreeMap<>(Map.of(SECRET, secretWord()));
        positions.forEach((sobject, position) -> words.put(sobject, position.toString()));
        try {
            writer.setLiveCommitData(words.entrySet());
            writer.commit();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void delete(Term... terms) {
        try {
            writer.deleteDocuments(terms);
            freshness.changed();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private BytesRef fingerprint(By by, String key) {
        return new BytesRef(fingerprints.of(by.name(), key));
    }

    private static String name(String sobject, String id) {
        return sobject + ":" + id;
    }

    private static UncheckedIOException unwritable(IOException e) {
        return new UncheckedIOException("the directory's index cannot be written: is the disk full?", e);
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }
}
