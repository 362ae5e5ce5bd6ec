package dev.parley.admin;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Bodies of an export, one at a time: those of a list at the top, of a list at a known place in an object, or one after
 * the other, as JSON lines are. What is in memory is one body, however long the file is.
 */
final class ExportedBodies implements AutoCloseable {

    /** A body, or what stands before the list, longer than this is none. */
    private static final int MOST_BYTES = 32 << 20;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .configure(JsonParser.Feature.AUTO_CLOSE_SOURCE, true)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(100)
                        .maxStringLength(MOST_BYTES)
                        .build());
    }

    private final Set<String> lists;
    private final JsonParser parser;
    private boolean inList;

    /** @param lists JSON pointers to where the list may stand in an object */
    ExportedBodies(Path file, Set<String> lists) throws IOException {
        this.lists = lists;
        this.parser = JSON.getFactory().createParser(file.toFile());
    }

    /** The next body; null at the end of the file. */
    JsonNode next() throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (inList && token != JsonToken.END_ARRAY) {
                return tree(parser);
            } else if (inList) {
                leaveList();
            } else if (token == JsonToken.START_ARRAY) {
                inList = true;
            } else {
                JsonNode alone = alone();
                if (alone != null) {
                    return alone;
                }
            }
        }
        return null;
    }

    /** Leaves bodies out without keeping any of them. */
    void skip(long bodies) throws IOException {
        for (long i = 0; i < bodies && next() != null; i++) {
            // Read, because only reading tells where one ends.
        }
    }

    /** How many bytes have been read. */
    long offset() {
        return parser.currentLocation().getByteOffset();
    }

    /** An object at the top is a body itself, unless the list turns up in it: null then. */
    private JsonNode alone() throws IOException {
        long start = offset();
        try (TokenBuffer read = new TokenBuffer(parser)) {
            int depth = 0;
            do {
                if (parser.currentToken() == JsonToken.START_ARRAY
                        && lists.contains(
                                parser.getParsingContext().pathAsPointer().toString())) {
                    inList = true;
                    return null;
                }
                depth += step(parser.currentToken());
                read.copyCurrentEvent(parser);
                if (offset() - start > MOST_BYTES) {
                    throw new CommandFailed("What begins at byte " + start + " is longer than " + (MOST_BYTES >> 20)
                            + " MiB: is the list somewhere else than the source file's 'exports' say?");
                }
            } while (depth > 0 && parser.nextToken() != null);
            return tree(read.asParserOnFirstToken());
        }
    }

    private static int step(JsonToken token) {
        return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }

    /** What stands beside the list, paging for example, is of no use. */
    private void leaveList() throws IOException {
        inList = false;
        while (!parser.getParsingContext().inRoot() && parser.nextToken() != null) {
            parser.skipChildren();
        }
    }

    private static JsonNode tree(JsonParser from) throws IOException {
        return JSON.readTree(from);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
