package dev.parley.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.DueConversations;
import dev.parley.conversation.Snapshot;
import dev.parley.delivery.DryRun;
import dev.parley.delivery.DryRun.Change;
import dev.parley.delivery.Plan;
import dev.parley.delivery.Planner;
import dev.parley.mapping.MappingSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/** Conversations and an org, ready to be planned with one set of mapping files or another. */
public final class Scene {

    private final DueConversations standing;
    private final Function<MappingSet, Planner> planners;
    private final DryRun dryRun;
    private final IntSupplier asked;

    /**
     * Sets one up.
     *
     * @param standing the conversations
     * @param planners plans with the files that it is given
     * @param dryRun says what delivering would write
     */
    public Scene(DueConversations standing, Function<MappingSet, Planner> planners, DryRun dryRun) {
        this(standing, planners, dryRun, () -> 0);
    }

    /** The same where it is counted what planning has asked of the org; {@code asked} gives the calls so far. */
    Scene(DueConversations standing, Function<MappingSet, Planner> planners, DryRun dryRun, IntSupplier asked) {
        this.standing = standing;
        this.planners = planners;
        this.dryRun = dryRun;
        this.asked = asked;
    }

    /**
     * Plans all conversations, in the order in which they came.
     *
     * @param eventIds gives the Event's Salesforce id for a meeting's external id, as far as there is one
     * @param claim most conversations that are planned, and would be delivered, together
     * @param use gets the plans of one claim after another
     */
    void plan(MappingSet mappings, Function<String, Optional<String>> eventIds, int claim, Consumer<List<Plan>> use) {
        Planner planner = planners.apply(mappings);
        List<Snapshot> page = standing.page(Instant.EPOCH, 0, claim);
        while (!page.isEmpty()) {
            use.accept(page.stream()
                    .map(snapshot -> planner.plan(snapshot, eventIds))
                    .toList());
            page = standing.page(Instant.EPOCH, page.get(page.size() - 1).rowId(), claim);
        }
    }

    /** The same where no meeting is an Event yet. */
    public void plan(MappingSet mappings, int claim, Consumer<List<Plan>> use) {
        plan(mappings, meeting -> Optional.empty(), claim, use);
    }

    /** What is known of each conversation, as these files see it, in the order in which they came. */
    List<ObjectNode> dossiers(MappingSet mappings) {
        Planner planner = planners.apply(mappings);
        return standing.page(Instant.EPOCH, 0, Integer.MAX_VALUE).stream()
                .map(conversation -> planner.understand(conversation).dossier())
                .toList();
    }

    /** Calls that planning has taken so far, such as for the org's users. */
    int asked() {
        return asked.getAsInt();
    }

    /** What delivering these together would write. */
    public DryRun.Result written(List<Plan> plans) {
        return dryRun.of(plans);
    }

    /**
     * Compares what two sets of mapping files make of a page of conversations, and both with what was written.
     *
     * @param before the files in force, for conversations of which nothing was written
     * @param written the files by which conversations of a page were last written, by their key in the store
     * @param after other ones
     * @param afterRow key in the store after which the page begins; 0 for the first one
     * @param most conversations of the page
     */
    public Comparison compare(
            MappingSet before,
            Function<List<Snapshot>, Map<Long, MappingSet>> written,
            MappingSet after,
            long afterRow,
            int most) {
        List<Snapshot> page = standing.page(Instant.EPOCH, afterRow, most);
        List<Plan> plans = page.stream().map(planners.apply(after)::plan).toList();
        Map<ConversationKey, List<Change>> changes =
                dryRun.of(plans).changes().stream().collect(Collectors.groupingBy(Change::conversation));
        Map<Long, MappingSet> last = written.apply(page);
        Comparison all = Comparison.NONE;
        for (Plan plan : plans) {
            Snapshot snapshot = plan.snapshot();
            Plan was =
                    planners.apply(last.getOrDefault(snapshot.rowId(), before)).plan(snapshot);
            all = all.plus(PlanComparison.of(was, plan, changes.getOrDefault(snapshot.key(), List.of())));
        }
        return page.size() < most ? all : all.followedBy(page.get(most - 1).rowId());
    }

    /** The same for all conversations, page by page; nothing was written of any. */
    public Comparison compare(MappingSet before, MappingSet after, int most) {
        Comparison all = compare(before, page -> Map.of(), after, 0, most);
        while (all.next() != null) {
            all = all.plus(compare(before, page -> Map.of(), after, all.next(), most));
        }
        return all;
    }
}
