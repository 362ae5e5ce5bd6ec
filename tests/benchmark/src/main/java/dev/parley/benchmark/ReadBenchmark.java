package dev.parley.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.channel.EventReader;
import dev.parley.conversation.ChatEvent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reading and checking events. */
@State(Scope.Thread)
public class ReadBenchmark {

    private final EventReader reader = new EventReader(Clock.systemUTC());
    private final byte[] body = batch().toString().getBytes(StandardCharsets.UTF_8);

    /** A batch of 100 events. */
    @Benchmark
    public List<ChatEvent> read() {
        return reader.read(body, "application/cloudevents-batch+json");
    }

    private static List<ObjectNode> batch() {
        return new Traffic("pure", Instant.now().minus(Duration.ofHours(1))).conversation(0, 98);
    }
}
