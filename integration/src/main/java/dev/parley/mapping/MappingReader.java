package dev.parley.mapping;

import java.util.Map;

/**
 * Reads one set of mapping files after another that is much like it, as whoever tries changes does: only what has
 * changed since the time before is read anew. For one thread at a time.
 */
public final class MappingReader {

    private final FilesRead files = new FilesRead();

    /** One that has read nothing yet. */
    public MappingReader() {}

    /**
     * Reads and checks files as {@link MappingFiles#load(Map)} does.
     *
     * @param texts by path below the mappings folder
     */
    public Loaded load(Map<String, String> texts) {
        files.begin();
        return MappingFiles.load(texts, files);
    }
}
