package dev.parley.admin;

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
    private final Path place;

    /**
     * @param folder where bookmarks and reports are kept
     * @param create whether it is loaded with {@code --create}
     */
    HistoryFile(Path folder, Path file, boolean create) throws IOException {
        this.file = file;
        this.place = Bookmark.place(folder, file, create);
    }

    /** How far it has been loaded. */
    Bookmark bookmark() throws IOException {
        return Bookmark.of(place, file);
    }

    /** Lines that could not be loaded, by number and with the reason; none of their text. */
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
                EventLines lines = new EventLines(file, bookmark.offset(), bookmark.lines())) {
            HistorySender sender = new HistorySender(
                    server, create, pause, (line, why) -> report.println(file + ":" + line + ": " + why));
            for (List<EventLines.Line> batch = lines.batch(); !batch.isEmpty(); batch = lines.batch()) {
                bookmark = bookmark.at(lines, sender.send(batch));
                report.flush();
                bookmark.keep(place);
                progress.accept(bookmark.offset());
            }
        }
        bookmark = bookmark.finished();
        bookmark.keep(place);
        return bookmark;
    }

    private PrintWriter openReport() throws IOException {
        return new PrintWriter(Files.newBufferedWriter(
                report(), StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }
}
