package dev.parley.delivery;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.parley.conversation.Snapshot;
import dev.parley.mapping.Loaded;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingSet;
import dev.parley.store.Tx;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** By which mapping files conversations were last written, as the ledger has it. */
public final class WrittenBy {

    /** Compiled ones that are kept: a page of conversations was written by few. */
    private static final int MOST = 8;

    private final Tx tx;
    private final MappingVersions versions;
    private final Clock clock;
    private final Cache<String, Optional<MappingSet>> compiled =
            CacheBuilder.newBuilder().maximumSize(MOST).build();

    /** Over the ledger. */
    public WrittenBy(Tx tx, MappingVersions versions, Clock clock) {
        this.tx = tx;
        this.versions = versions;
        this.clock = clock;
    }

    /** The files by the conversation's key in the store; one of which nothing was written, or no longer known, has none. */
    public Map<Long, MappingSet> of(List<Snapshot> conversations) {
        Map<Long, MappingSet> files = new HashMap<>();
        for (Object[] last : last(conversations.stream().map(Snapshot::rowId).toList())) {
            compiled((String) last[1]).ifPresent(set -> files.put((Long) last[0], set));
        }
        return files;
    }

    private List<Object[]> last(List<Long> rows) {
        return tx.call(em -> em.createQuery(
                        "select l.conversationId, l.mappings from LedgerRow l where l.id in (select max(m.id) from"
                                + " LedgerRow m where m.conversationId in :rows and m.mappings is not null"
                                + " group by m.conversationId)",
                        Object[].class)
                .setParameter("rows", rows)
                .getResultList());
    }

    private Optional<MappingSet> compiled(String hash) {
        Optional<MappingSet> known = compiled.getIfPresent(hash);
        if (known == null) {
            known = versions.inForceAt(hash, clock.instant())
                    .map(version -> MappingFiles.load(version.files()))
                    .filter(loaded -> !loaded.broken())
                    .map(Loaded::mappings);
            compiled.put(hash, known);
        }
        return known;
    }
}
