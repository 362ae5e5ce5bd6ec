package dev.parley.conversation;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Packing a transcript into parts. */
@State(Scope.Thread)
public class PackBenchmark {

    private final List<MessageState> messages = SnapshotSample.messages();

    /** Twelve messages. */
    @Benchmark
    public List<TranscriptPart> pack() {
        TranscriptPacker packer = new TranscriptPacker(0, TranscriptPacker.MOST_CHARACTERS);
        messages.forEach(packer::add);
        return packer.parts();
    }
}
