package dev.parley.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * What was read from each file, each for itself. Of a folder that is read again and again, only the files that have
 * changed since the time before are read anew. For one thread at a time.
 */
final class FilesRead {

    private record Read(String text, Optional<?> made, List<Finding> findings) {}

    private Map<String, Read> before = Map.of();
    private Map<String, Read> now = new HashMap<>();

    /** From here on the files are those of another reading; what that does not name is forgotten with the next one. */
    void begin() {
        before = now;
        now = new HashMap<>();
    }

    /**
     * What a file says, by itself.
     *
     * @param reader makes something of it that does not change any more, and depends on nothing but the file
     * @param findings get what is wrong with it, each time
     * @return empty if nothing of the file can be used
     */
    @SuppressWarnings("unchecked") // a name decides the reader, and so what was made
    <T> Optional<T> read(
            String name, String text, BiFunction<YamlFile, Consumer<Finding>, T> reader, Consumer<Finding> findings) {
        Read known = before.get(name);
        Read read = known != null && known.text().equals(text) ? known : anew(name, text, reader);
        now.put(name, read);
        read.findings().forEach(findings);
        return (Optional<T>) read.made();
    }

    private static <T> Read anew(String name, String text, BiFunction<YamlFile, Consumer<Finding>, T> reader) {
        List<Finding> findings = new ArrayList<>();
        YamlFile file = YamlReader.read(name, text, findings::add);
        if (!file.keys().isEmpty()) {
            return new Read(text, Optional.of(reader.apply(file, findings::add)), findings);
        }
        if (findings.isEmpty()) {
            findings.add(Finding.error(new Place(name, 1, 1), "empty-file", "the file says nothing"));
        }
        return new Read(text, Optional.empty(), findings);
    }
}
