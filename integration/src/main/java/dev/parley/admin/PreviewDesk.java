package dev.parley.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.channel.Fault;
import dev.parley.channel.Problem;
import dev.parley.delivery.DryRun;
import dev.parley.delivery.WrittenBy;
import dev.parley.mapping.BrokenMappings;
import dev.parley.mapping.FilesInForce;
import dev.parley.mapping.Level;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingSet;
import dev.parley.rehearsal.Scene;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.apache.camel.Body;
import org.apache.camel.Header;

/** Answers what other mapping files would change on the conversations in the store; writes nothing, asks no CRM. */
public final class PreviewDesk {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A path of a file below the mappings folder. */
    private static final String NAME = "([A-Za-z0-9_-]+/)?[A-Za-z0-9_][A-Za-z0-9._-]*\\.ya?ml";

    private static final int MOST_FILES = 500;
    private static final int PAGE = 200;

    private final Scene past;
    private final FilesInForce inForce;
    private final WrittenBy written;

    /** One page at a time, so that looking back takes no more than one core from what is going on. */
    private final Semaphore free = new Semaphore(1);

    private PreviewDesk(Scene past, FilesInForce inForce, WrittenBy written) {
        this.past = past;
        this.inForce = inForce;
        this.written = written;
    }

    static PreviewDesk of(Parts parts) {
        DryRun dryRun = new DryRun(parts.database().tx(), parts.directory());
        WrittenBy written =
                new WrittenBy(parts.database().tx(), parts.versioning().versions(), Clock.systemUTC());
        return new PreviewDesk(new Scene(parts.due(), parts.planner()::with, dryRun), parts.mappings(), written);
    }

    /** {@code POST /v1/mappings/preview}: a page of conversations with the files of the body and what was last written. */
    public String preview(@Body byte[] body, @Header("after") String after) {
        MappingSet files = files(body);
        long row = row(after);
        if (!free.tryAcquire()) {
            throw Problem.tooMany("Another preview is being worked on.", Duration.ofSeconds(1))
                    .exception();
        }
        try {
            return JSON.writeValueAsString(past.compare(inForce.get(), written::of, files, row, PAGE));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written as JSON", e);
        } finally {
            free.release();
        }
    }

    private static MappingSet files(byte[] body) {
        Map<String, String> texts = new TreeMap<>(texts(body));
        // What is wrong with a test changes nothing on a conversation.
        texts.keySet().removeIf(name -> name.endsWith(".test.yaml"));
        try {
            return MappingFiles.load(texts).orThrow();
        } catch (BrokenMappings e) {
            List<Fault> faults = e.findings().stream()
                    .filter(finding -> finding.level() == Level.ERROR)
                    .limit(20)
                    .map(finding -> new Fault("/" + pointer(finding.place().file()), finding.toString()))
                    .toList();
            throw new Problem(400, "The mapping files cannot be used.", faults, null).exception();
        }
    }

    private static Map<String, String> texts(byte[] body) {
        try {
            Map<String, String> texts = JSON.readValue(body, new TypeReference<>() {});
            if (texts != null
                    && texts.size() <= MOST_FILES
                    && texts.entrySet().stream().allMatch(PreviewDesk::isFile)) {
                return texts;
            }
        } catch (IOException | IllegalArgumentException e) {
            // Said below.
        }
        throw Problem.of(
                        400,
                        "Send a JSON object with the text of each mapping file by its path, such as salesforce/lead.yaml,"
                                + " at most " + MOST_FILES + ".")
                .exception();
    }

    private static boolean isFile(Map.Entry<String, String> file) {
        return file.getValue() != null && file.getKey().matches(NAME);
    }

    private static long row(String after) {
        if (after == null) {
            return 0;
        }
        if (!after.matches("\\d{1,18}")) {
            throw Problem.of(400, "'after' is not the number that the page before gave as 'next'.")
                    .exception();
        }
        return Long.parseLong(after);
    }

    private static String pointer(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
