package dev.parley.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.SourceMapping;
import dev.parley.mapping.SourceTranslation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Parsing the body of a webhook and translating it into events by the shipped source file. */
@State(Scope.Thread)
public class SourceBenchmark {

    private static final Instant RECEIVED = Instant.parse("2026-03-02T09:30:00Z");
    private static final String MESSAGE =
            """
            {"event": "message_created", "id": 88012, "content": "Do you offer a discount from 200 seats?",
             "message_type": "incoming", "content_type": "text", "private": false, "content_attributes": {},
             "created_at": "2026-03-02T09:29:58.120Z", "account": {"id": 3, "name": "Northwind"},
             "inbox": {"id": 9, "name": "Website"}, "attachments": [],
             "sender": {"id": 412, "name": "Ada Park", "email": "ada.park@contoso.example", "type": "contact"},
             "conversation": {"id": 1207, "inbox_id": 9, "channel": "Channel::WebWidget", "status": "open",
               "meta": {"sender": {"id": 412, "name": "Ada Park", "email": "ada.park@contoso.example"}},
               "additional_attributes": {"referer": "https://northwind.example/pricing"}, "created_at": 1772443790}}
            """;

    private final ObjectMapper json = new ObjectMapper();
    private final SourceMapping source =
            MappingFiles.load(Path.of("mappings")).orThrow().source("chatwoot").orElseThrow();

    /** One body with one message. */
    @Benchmark
    public SourceTranslation translate() throws IOException {
        ObjectNode scope = JsonNodeFactory.instance.objectNode();
        scope.putObject("headers");
        scope.putObject("query");
        scope.set("body", json.readTree(MESSAGE));
        SourceTranslation translation = source.translate(scope, RECEIVED);
        if (translation.events().isEmpty()) {
            throw new IllegalStateException("chatwoot.yaml makes no event of a message: " + translation.failures());
        }
        return translation;
    }
}
