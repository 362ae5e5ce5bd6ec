package dev.parley.rehearsal;

import dev.parley.conversation.DueConversations;
import dev.parley.conversation.Snapshot;
import dev.parley.delivery.DryRun;
import dev.parley.delivery.Plan;
import dev.parley.delivery.Planner;
import dev.parley.mapping.MappingSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Conversations and an org, ready to be planned with one set of mapping files or another. */
public final class Scene {

    private static final int PAGE = 200;

    private final DueConversations standing;
    private final Function<MappingSet, Planner> planners;
    private final DryRun dryRun;

    Scene(DueConversations standing, Function<MappingSet, Planner> planners, DryRun dryRun) {
        this.standing = standing;
        this.planners = planners;
        this.dryRun = dryRun;
    }

    /** What each conversation should be, in the order in which they came. */
    public List<Plan> plans(MappingSet mappings) {
        Planner planner = planners.apply(mappings);
        List<Plan> plans = new ArrayList<>();
        List<Snapshot> page = standing.page(Instant.EPOCH, 0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(snapshot -> plans.add(planner.plan(snapshot)));
            page = standing.page(Instant.EPOCH, page.get(page.size() - 1).rowId(), PAGE);
        }
        return plans;
    }

    /** What delivering these together would write. */
    public DryRun.Result written(List<Plan> plans) {
        return dryRun.of(plans);
    }
}
