package dev.parley.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Events of a file, one a line, read batch by batch from any place that was read up to before. */
final class EventLines implements HistoryEvents {

    private static final int LONGEST_LINE = 1 << 20;
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_LINES = 1_000;
    private static final ObjectReader JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .reader();

    private final InputStream in;
    private long offset;
    private long number;

    /**
     * @param offset bytes to leave out
     * @param number how many lines those are
     */
    EventLines(Path file, long offset, long number) throws IOException {
        FileChannel channel = FileChannel.open(file);
        this.in = new BufferedInputStream(Channels.newInputStream(channel.position(offset)), 1 << 16);
        this.offset = offset;
        this.number = number;
    }

    /** The next lines; blank ones are left out. */
    @Override
    public List<Line> batch() throws IOException {
        List<Line> batch = new ArrayList<>();
        long start = offset;
        while (batch.size() < MOST_LINES && offset - start < MOST_BYTES - LONGEST_LINE) {
            Line line = next();
            if (line == null) {
                break;
            }
            if (line.bytes().length > 0) {
                batch.add(line);
            }
        }
        return batch;
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public long number() {
        return number;
    }

    private Line next() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        long start = offset;
        int next = in.read();
        while (next >= 0 && next != '\n') {
            offset++;
            if (text.size() <= LONGEST_LINE) {
                text.write(next);
            }
            next = in.read();
        }
        if (next < 0 && offset == start) {
            return null;
        }
        offset += next < 0 ? 0 : 1;
        number++;
        return line(text);
    }

    private Line line(ByteArrayOutputStream text) throws IOException {
        if (text.size() > LONGEST_LINE) {
            return new Line(number, text.toByteArray(), "longer than 1 MiB");
        }
        byte[] bytes = text.toString(StandardCharsets.UTF_8)
                .replaceFirst("^\uFEFF", "")
                .strip()
                .getBytes(StandardCharsets.UTF_8);
        return new Line(number, bytes, bytes.length == 0 ? null : fault(bytes));
    }

    private static String fault(byte[] bytes) throws IOException {
        try {
            return JSON.readTree(bytes).isObject() ? null : "no JSON object";
        } catch (JsonProcessingException e) {
            return "no JSON: column " + e.getLocation().getColumnNr();
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
