package dev.parley.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.ChatEvents;
import dev.parley.conversation.Contexts;
import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.DueConversations;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.Snapshot;
import dev.parley.dossier.CrmContext;
import dev.parley.identity.Owners;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Tells the chat service who its visitor is, whenever that has changed: {@code crm.context.changed}. The agent then sees
 * what the seller sees, and nobody is asked twice.
 */
public final class ContextEvents implements Consumer<List<Plan>> {

    private static final int MOST_EARLIER = 3;

    private final Contexts contexts;
    private final DueConversations conversations;
    private final Planner planner;
    private final Owners owners;
    private final Inbox inbox;
    private final Clock clock;
    private final String crmUrl;

    /**
     * Makes it.
     *
     * @param contexts what was told before
     * @param conversations for those that were before
     * @param planner understands them
     * @param owners who owns the records
     * @param inbox where events are appended
     * @param clock for when
     * @param crmUrl base of the links to records
     */
    public ContextEvents(
            Contexts contexts,
            DueConversations conversations,
            Planner planner,
            Owners owners,
            Inbox inbox,
            Clock clock,
            String crmUrl) {
        this.contexts = contexts;
        this.conversations = conversations;
        this.planner = planner;
        this.owners = owners;
        this.inbox = inbox;
        this.clock = clock;
        this.crmUrl = crmUrl;
    }

    @Override
    public void accept(List<Plan> plans) {
        // Nobody sits at a desk for history.
        List<Plan> going = plans.stream()
                .filter(plan -> plan.dossier() != null && plan.snapshot().live())
                .toList();
        Map<Long, String> told = contexts.last(
                going.stream().map(plan -> plan.snapshot().rowId()).toList());
        List<ChatEvent> news = going.stream()
                .map(plan -> Map.entry(plan.snapshot(), context(plan)))
                .filter(context -> !Contexts.hash(context.getValue())
                        .equals(told.get(context.getKey().rowId())))
                .map(context -> event(context.getKey().key(), context.getValue()))
                .toList();
        if (!news.isEmpty()) {
            inbox.receive(news);
        }
    }

    private ObjectNode context(Plan plan) {
        return CrmContext.of(plan.dossier(), owners::colleague, earlier(plan.snapshot()), crmUrl);
    }

    private ArrayNode earlier(Snapshot snapshot) {
        ArrayNode talks = JsonNodeFactory.instance.arrayNode();
        conversations
                .lookAt(contexts.earlier(snapshot.rowId(), MOST_EARLIER))
                .forEach(before ->
                        talks.add(CrmContext.earlier(planner.understand(before).dossier())));
        return talks;
    }

    private ChatEvent event(ConversationKey key, ObjectNode data) {
        return ChatEvents.read(new Envelope(
                "parley:context:" + UUID.randomUUID(),
                key.source(),
                "crm.context.changed",
                key.id(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                "",
                data));
    }
}
