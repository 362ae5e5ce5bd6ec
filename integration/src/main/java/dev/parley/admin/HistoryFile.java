package dev.parley.admin;

import dev.parley.mapping.SourceMapping;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** A file of history on its way to the server, with its bookmark and the report of its bad lines. */
final class HistoryFile {

    private final Path file;
    private final SourceMapping source;
    private final Path place;

    /**
     * @param folder where bookmarks and reports are kept
     * @param source by which the bodies of an export are translated; null for a file of events
     * @param create whether it is loaded with {@code --create}
     */
    HistoryFile(Path folder, Path file, SourceMapping source, boolean create) throws IOException {
        this.file = file;
        this.source = source;
        this.place = Bookmark.place(folder, file, source == null ? null : source.name(), create);
    }

    /** How far it has been loaded. */
    Bookmark bookmark() throws IOException {
        return Bookmark.of(place, file);
    }

    /** How many lines were not loaded for which reason, and where the first of each stands: one line of text each. */
    List<String> reasons() throws IOException {
        return new LoadReport(file, report(), source == null ? "line" : "body").reasons();
    }

    /** Lines that were not loaded, by number and with the reason; none of their text. */
    Path report() {
        return place.resolveSibling(place.getFileName().toString().replace(".json", ".bad.txt"));
    }

    /** Goes back to the beginning. */
    void forget() throws IOException {
        Files.deleteIfExists(place);
        Files.deleteIfExists(report());
    }

    /**
     * Loads what is left.
     *
     * @param server to load into
     * @param create whether leads and tasks may come of it
     * @param pause waits that long
     * @param progress is told how many bytes are durable
     */
    Bookmark load(ServerClient server, boolean create, Consumer<Duration> pause, LongConsumer progress)
            throws IOException {
        Bookmark bookmark = bookmark();
        try (PrintWriter report = openReport();
                HistoryEvents events = open(bookmark)) {
            HistorySender sender = new HistorySender(
                    server, create, pause, (line, why) -> report.println(file + ":" + line + ": " + why));
            for (List<HistoryEvents.Line> batch = events.batch(); !batch.isEmpty(); batch = events.batch()) {
                bookmark = bookmark.at(events, sender.send(batch));
                report.flush();
                bookmark.keep(place);
                progress.accept(bookmark.offset());
            }
        }
        bookmark = bookmark.finished();
        bookmark.keep(place);
        return bookmark;
    }

    private HistoryEvents open(Bookmark bookmark) throws IOException {
        return source == null
                ? new EventLines(file, bookmark.offset(), bookmark.lines())
                : new ExportEvents(file, source, bookmark);
    }

    private PrintWriter openReport() throws IOException {
        return new PrintWriter(Files.newBufferedWriter(
                report(), StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }
}
