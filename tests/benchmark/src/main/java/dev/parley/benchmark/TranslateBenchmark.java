package dev.parley.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.SnapshotSample;
import dev.parley.dossier.Dossiers;
import dev.parley.identity.Identity;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.Translation;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Translating the dossier of a conversation with somebody new into CRM records. */
@State(Scope.Thread)
public class TranslateBenchmark {

    private static final Identity SOMEBODY_NEW = new Identity(
            Identity.Kind.NEW,
            Identity.Decision.NONE,
            0,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            false,
            List.of());

    private final MappingSet mappings = MappingFiles.load(Path.of("mappings")).orThrow();
    private final ObjectNode dossier = Dossiers.of(SnapshotSample.ofTwelveMessages(), SOMEBODY_NEW, "handoff");

    /** One conversation. */
    @Benchmark
    public Translation translate() {
        return mappings.translate(dossier);
    }
}
