package dev.parley.rehearsal;

import dev.parley.conversation.ConversationKey;
import dev.parley.crm.CallCount;
import dev.parley.delivery.DryRun;
import dev.parley.delivery.DryRun.Change;
import dev.parley.delivery.Plan;
import dev.parley.mapping.MappingSet;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Works out the records that conversations would become, and what they add up to. */
public final class Preview {

    /** Once they are there, the conversation that made them is matched anew. */
    private static final Set<String> FOUND_LATER = Set.of("Lead", "Contact", "Opportunity");

    private final CallCount callCount;
    private final MailCount mails;
    private final SurpriseSearch search = new SurpriseSearch();
    private final Set<String> written = new HashSet<>();
    private final Set<String> created = new HashSet<>();
    private long conversations;
    private long leads;
    private long links;
    private long tasks;
    private long calls;

    private Preview(CallCount callCount, MailCount mails) {
        this.callCount = callCount;
        this.mails = mails;
    }

    /**
     * What came of it.
     *
     * @param sums what all of it adds up to
     * @param surprises the ten biggest, the biggest first
     */
    public record Result(Sums sums, List<Surprise> surprises) {}

    /**
     * Previews all conversations of a scene.
     *
     * @param calls counts what writing takes
     * @param claim most conversations that would be delivered together
     * @param span from the first event to the last
     * @param use is given each record, those of one conversation together
     */
    public static Result of(
            Scene scene,
            MappingSet mappings,
            CallCount calls,
            int claim,
            Duration span,
            Consumer<PreviewedRecord> use) {
        Preview preview = new Preview(calls, new MailCount(mappings.routing()));
        int asked = scene.asked();
        boolean named = mappings.fieldsBySobject()
                .getOrDefault("Chat_Meeting__c", Set.of())
                .contains("Event_Id__c");
        scene.plan(mappings, claim, plans -> {
            DryRun.Result result = scene.written(plans);
            preview.add(plans, result, use);
            // A meeting's record can name its Event only once that is made: it is written once more.
            preview.calls += named && makes(result, Set.of("Event")) ? 1 : 0;
            // So is a conversation: whoever owns the lead that was made of its visitor owns it too, and it is sure now.
            preview.calls += makes(result, FOUND_LATER) ? 1 : 0;
        });
        preview.calls += scene.asked() - asked;
        return new Result(preview.sums(span), preview.search.biggest());
    }

    private void add(List<Plan> plans, DryRun.Result result, Consumer<PreviewedRecord> use) {
        conversations += plans.size();
        mails.add(plans);
        // What an earlier claim has written does not differ any more.
        calls += callCount.of(result.sent().stream()
                .filter(sent -> !written.contains(name(sent.sobject(), sent.key())))
                .map(DryRun.Sent::write)
                .toList());
        Map<ConversationKey, List<Change>> byConversation =
                result.changes().stream().collect(Collectors.groupingBy(Change::conversation));
        for (Plan plan : plans) {
            List<Change> changes = byConversation.getOrDefault(plan.snapshot().key(), List.of());
            search.look(plan, changes);
            changes.forEach(this::count);
            changes.stream().map(PreviewedRecord::of).forEach(use);
        }
    }

    private static boolean makes(DryRun.Result result, Set<String> sobjects) {
        return result.changes().stream()
                .anyMatch(change ->
                        change.created() && sobjects.contains(change.record().sobject()));
    }

    private void count(Change change) {
        String sobject = change.record().sobject();
        String name = name(sobject, change.record().key());
        written.add(name);
        if (change.created() && created.add(name)) {
            leads += sobject.equals("Lead") ? 1 : 0;
            links += sobject.equals("Chat_Link__c") ? 1 : 0;
            tasks += sobject.equals("Task") ? 1 : 0;
        }
    }

    private static String name(String sobject, String key) {
        return sobject + " " + key;
    }

    private Sums sums(Duration span) {
        return new Sums(
                conversations,
                created.size(),
                written.size() - created.size(),
                leads,
                links,
                tasks,
                mails.mails(),
                calls,
                created.size() * Sums.BYTES_A_RECORD,
                span);
    }
}
