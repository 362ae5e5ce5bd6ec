package dev.parley.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.channel.EventReader;
import dev.parley.channel.Fault;
import dev.parley.channel.ProblemException;
import dev.parley.mapping.BodyFormat;
import dev.parley.mapping.Place;
import dev.parley.mapping.SourceMapping;
import dev.parley.mapping.SourceTranslation;
import dev.parley.mapping.TestFile;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A test of the events that a service's body becomes.
 *
 * @param file it stands in
 * @param pointer to it in the file
 * @param test as it stands there
 * @param beside gives the file that it names
 */
record SourceTest(TestFile file, String pointer, JsonNode test, Attachments beside) {

    /** When every body of a test arrives. */
    private static final Instant RECEIVED = Instant.parse("2026-01-05T09:00:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EventReader EVENTS = new EventReader(Rehearsal.AFTERWARDS);

    /** All that is not as it should be. */
    List<Mismatch> run(SourceMapping source) {
        SourceTranslation translation;
        try {
            translation = source.translate(scope(source.body()), RECEIVED);
        } catch (Attachments.Missing e) {
            return List.of(
                    Mismatch.of(file.place(pointer + "/" + (test.has("file") ? "file" : "body")), e.getMessage()));
        }
        List<Mismatch> mismatches =
                new ArrayList<>(FailureExpectations.checkSource(file, pointer, test, failures(translation)));
        if (test.has("expect")) {
            mismatches.addAll(EventExpectations.check(
                    file, pointer, test.path("expect"), translation.events(), translation::place));
        }
        return mismatches;
    }

    private ObjectNode scope(BodyFormat format) {
        ObjectNode scope = JSON.createObjectNode();
        scope.set("body", body(format));
        ObjectNode headers = scope.putObject("headers");
        test.path("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue().asText()));
        ObjectNode query = scope.putObject("query");
        test.path("query")
                .properties()
                .forEach(parameter ->
                        query.put(parameter.getKey(), parameter.getValue().asText()));
        return scope;
    }

    private JsonNode body(BodyFormat format) {
        if (test.has("body") && !test.path("body").isTextual()) {
            return test.path("body");
        }
        String text = test.has("file")
                ? new String(beside.read(file.name(), test.path("file").asText()), StandardCharsets.UTF_8)
                : test.path("body").asText();
        try {
            return format == BodyFormat.FORM ? form(text) : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Attachments.Missing("the body is no JSON", e);
        }
    }

    private static ObjectNode form(String text) {
        ObjectNode body = JSON.createObjectNode();
        new QueryStringDecoder(text, StandardCharsets.UTF_8, false)
                .parameters()
                .forEach((name, values) -> body.put(name, values.get(values.size() - 1)));
        return body;
    }

    /** What the file could not make, or made in vain: no event that is accepted. */
    private static List<SourceTranslation.Failure> failures(SourceTranslation translation) {
        List<SourceTranslation.Failure> failures = new ArrayList<>(translation.failures());
        ArrayNode events = JSON.createArrayNode().addAll(translation.events());
        try {
            EVENTS.read(events.toString().getBytes(StandardCharsets.UTF_8), "application/cloudevents-batch+json");
        } catch (ProblemException e) {
            e.problem().errors().forEach(fault -> failures.add(failure(translation, fault)));
        }
        return failures;
    }

    private static SourceTranslation.Failure failure(SourceTranslation translation, Fault fault) {
        String[] event = fault.pointer().split("/", 3);
        String below = event.length < 3 ? "" : "/" + event[2];
        Place place = translation.place(Integer.parseInt(event[1]), below);
        return new SourceTranslation.Failure(place, "makes no valid event: " + below + " " + fault.detail());
    }
}
