package dev.parley.delivery;

import dev.parley.conversation.DueConversations;
import dev.parley.conversation.Snapshot;
import dev.parley.identity.Directory;
import dev.parley.store.Tx;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Looks at all past conversations after a change of the mapping files, and makes those due again, in the background, of
 * which the CRM should now hold something else. A page at a time, so that it goes on where it was after a restart. It
 * ends where other files come into force: those hold for what is said from then on, until somebody applies them.
 */
public final class MappingReplay {

    private static final int PAGE = 50;
    private static final int MOST_PAGES = 10;

    private final Tx tx;
    private final DueConversations due;
    private final Planner planner;
    private final Directory directory;
    private final Clock clock;

    /** Over the store; nothing happens before the first replay is begun. */
    public MappingReplay(Tx tx, DueConversations due, Planner planner, Directory directory, Clock clock) {
        this.tx = tx;
        this.due = due;
        this.planner = planner;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * How far it has come.
     *
     * @param version the number of the version that it is for
     * @param begunAt when it began
     * @param endedAt when all conversations had been looked at, or null while it goes on
     * @param lookedAt how many that were
     * @param all how many there are
     * @param madeDue how many of them were made due again
     * @param overtaken whether it ended before that, because other files came into force: nobody has applied those
     */
    public record Progress(
            long version, Instant begunAt, Instant endedAt, long lookedAt, long all, long madeDue, boolean overtaken) {}

    /**
     * Begins anew, for this version; one that goes on for another version ends there. Fields that an undo put back under
     * other files follow these ones.
     *
     * @return how many such fields there were
     */
    long begin(MappingVersion version) {
        return tx.call(em -> {
            MappingReplayRow row = new MappingReplayRow();
            row.version = version.number();
            row.hash = version.hash();
            row.begunAt = clock.instant();
            em.merge(row);
            // What an undo put back it held against the files of then.
            return HeldFields.release(em, row.hash);
        });
    }

    /** How many fields {@link #begin} would let follow the files with this hash. */
    long wouldRelease(String hash) {
        return new HeldFields(tx).against(hash);
    }

    /** How the last one stands; empty if there has been none. */
    public Optional<Progress> progress() {
        long all = due.count();
        return row().map(row ->
                new Progress(row.version, row.begunAt, row.endedAt, row.lookedAt, all, row.madeDue, row.overtaken));
    }

    /** Goes on for some pages, if one is going on. */
    public void step() {
        int pages = 0;
        while (pages < MOST_PAGES && page()) {
            pages++;
        }
    }

    /** False if there is nothing more to do for now. */
    private boolean page() {
        Optional<MappingReplayRow> open = row().filter(row -> row.endedAt == null);
        if (open.isEmpty()) {
            return false;
        }
        List<Snapshot> page = due.page(Instant.EPOCH, open.get().after, PAGE);
        List<Long> rows = page.stream().map(Snapshot::rowId).toList();
        // One that is being written just now may be so by the files of before.
        if (!due.leased(rows).isEmpty()) {
            return false;
        }
        // Before the directory is whole nobody can be recognised.
        Optional<Looked> looked = directory.whileWhole(() -> look(page));
        if (looked.isEmpty()) {
            return false;
        }
        if (looked.get().byOthersThan(open.get().hash)) {
            update(open.get(), this::overtake);
            return false;
        }
        due.replay(looked.get().differing());
        update(open.get(), row -> note(row, rows, looked.get().differing().size()));
        return !page.isEmpty();
    }

    /** What a look at some conversations has come to, and by which files. */
    private record Looked(List<Long> differing, Set<String> mappings) {

        boolean byOthersThan(String hash) {
            return hash != null && !Set.of(hash).containsAll(mappings);
        }
    }

    private Looked look(List<Snapshot> page) {
        List<Plan> plans = page.stream().map(planner::plan).toList();
        Batch batch = new Batch(Memory.of(tx, page), new Currents(directory));
        plans.stream().filter(plan -> plan.mode() != Mode.OBSERVE).forEach(batch::add);
        return new Looked(
                page.stream().filter(batch::changes).map(Snapshot::rowId).toList(),
                plans.stream().map(Plan::mappings).collect(Collectors.toSet()));
    }

    private void overtake(MappingReplayRow row) {
        row.overtaken = true;
        row.endedAt = clock.instant();
    }

    private void note(MappingReplayRow row, List<Long> rows, int differing) {
        row.lookedAt += rows.size();
        row.madeDue += differing;
        row.after = rows.isEmpty() ? row.after : rows.get(rows.size() - 1);
        row.endedAt = rows.isEmpty() ? clock.instant() : null;
    }

    private void update(MappingReplayRow open, Consumer<MappingReplayRow> change) {
        tx.run(em -> {
            MappingReplayRow row = em.find(MappingReplayRow.class, MappingReplayRow.ONLY);
            // Another may have begun meanwhile.
            if (row.begunAt.equals(open.begunAt) && row.version == open.version) {
                change.accept(row);
            }
        });
    }

    private Optional<MappingReplayRow> row() {
        return tx.call(em -> Optional.ofNullable(em.find(MappingReplayRow.class, MappingReplayRow.ONLY)));
    }
}
