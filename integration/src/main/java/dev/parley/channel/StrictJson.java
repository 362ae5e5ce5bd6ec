package dev.parley.channel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses JSON as RFC 8259 has it and nothing beside: UTF-8 only, no name twice in an object, nothing after the value,
 * and bounded in depth, in number and length of its values.
 */
final class StrictJson {

    /** Levels of nesting, characters of a name, and of a number. */
    static final int DEEPEST = 64;

    static final int LONGEST_NAME = 1_000;
    static final int LONGEST_NUMBER = 100;

    private final ContentMode mode;
    private final int mostValues;
    private final ObjectMapper mapper;

    StrictJson(ContentMode mode, int mostValues) {
        this.mode = mode;
        this.mostValues = mostValues;
        StreamReadConstraints bounds = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNameLength(LONGEST_NAME)
                .maxNumberLength(LONGEST_NUMBER)
                .maxStringLength(ContentMode.STRUCTURED.mostBytes())
                .maxTokenCount(mode.mostTokens())
                .build();
        mapper = new ObjectMapper(JsonFactory.builder()
                .streamReadConstraints(bounds)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build());
    }

    /**
     * The values of a body: its one object, or the elements of its array.
     *
     * @throws ProblemException 400 with the place where it stops being JSON; 413 for too many values
     */
    List<JsonNode> read(byte[] body) {
        // A decoder of our own: left to itself Jackson guesses UTF-16 and UTF-32, and lets ill-formed UTF-8 pass.
        Reader utf8 = new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8.newDecoder());
        try (JsonParser parser = mapper.createParser(utf8)) {
            return read(parser);
        } catch (CharacterCodingException e) {
            throw Problem.invalid("", "The body is not well-formed UTF-8.").exception();
        } catch (IOException e) {
            throw Problem.invalid("", "The body cannot be read.").exception();
        }
    }

    private List<JsonNode> read(JsonParser parser) throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw Problem.invalid("", "The body is empty.").exception();
            }
            List<JsonNode> values =
                    mode == ContentMode.BATCHED ? elements(parser) : List.of((JsonNode) mapper.readTree(parser));
            if (parser.nextToken() != null) {
                throw Problem.invalid("", "Something follows the JSON value.").exception();
            }
            return values;
        } catch (JsonProcessingException e) {
            throw Problem.invalid(List.of(JsonMistake.at(parser, e))).exception();
        }
    }

    private List<JsonNode> elements(JsonParser parser) throws IOException {
        if (!parser.isExpectedStartArrayToken()) {
            throw Problem.invalid("", "A batch is a JSON array of events.").exception();
        }
        List<JsonNode> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            long start = parser.currentTokenLocation().getCharOffset();
            values.add(mapper.readTree(parser));
            long length = parser.currentTokenLocation().getCharOffset() - start;
            requireRoom(values.size(), length);
        }
        return values;
    }

    private void requireRoom(int values, long length) {
        if (values > mostValues) {
            throw Problem.of(413, "A batch may have at most " + mostValues + " events. Send several.")
                    .exception();
        }
        if (length > ContentMode.STRUCTURED.mostBytes()) {
            String detail = "An event may have at most " + ContentMode.STRUCTURED.mostBytes() + " bytes.";
            throw new Problem(413, detail, List.of(new Fault("/" + (values - 1), "is too long")), null).exception();
        }
    }
}
