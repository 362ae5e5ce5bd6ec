package dev.parley.rehearsal;

import dev.parley.conversation.DueConversations;
import dev.parley.conversation.Snapshot;
import dev.parley.delivery.DryRun;
import dev.parley.delivery.Plan;
import dev.parley.delivery.Planner;
import dev.parley.mapping.MappingSet;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Conversations and an org, ready to be planned with one set of mapping files or another. */
public final class Scene {

    private final DueConversations standing;
    private final Function<MappingSet, Planner> planners;
    private final DryRun dryRun;

    Scene(DueConversations standing, Function<MappingSet, Planner> planners, DryRun dryRun) {
        this.standing = standing;
        this.planners = planners;
        this.dryRun = dryRun;
    }

    /**
     * Plans all conversations, in the order in which they came.
     *
     * @param claim most conversations that are planned, and would be delivered, together
     * @param use gets the plans of one claim after another
     */
    public void plan(MappingSet mappings, int claim, Consumer<List<Plan>> use) {
        Planner planner = planners.apply(mappings);
        List<Snapshot> page = standing.page(Instant.EPOCH, 0, claim);
        while (!page.isEmpty()) {
            use.accept(page.stream().map(planner::plan).toList());
            page = standing.page(Instant.EPOCH, page.get(page.size() - 1).rowId(), claim);
        }
    }

    /** What delivering these together would write. */
    public DryRun.Result written(List<Plan> plans) {
        return dryRun.of(plans);
    }
}
