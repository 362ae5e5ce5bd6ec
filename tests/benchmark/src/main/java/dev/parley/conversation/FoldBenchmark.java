package dev.parley.conversation;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Folding one more message in. */
@State(Scope.Thread)
public class FoldBenchmark {

    private final Conversation conversation = SnapshotSample.ofTwelveMessages().conversation();
    private final List<ChatEvent> events = SnapshotSample.events();
    private int next;

    /** One event. */
    @Benchmark
    public Conversation fold() {
        next = (next + 1) % events.size();
        return conversation.with(events.get(next));
    }
}
