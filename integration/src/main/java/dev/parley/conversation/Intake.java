package dev.parley.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.ChatEvent.CallbackRequested;
import dev.parley.conversation.ChatEvent.ConsentChanged;
import dev.parley.conversation.ChatEvent.CrmContextChanged;
import dev.parley.conversation.ChatEvent.ErasureRequested;
import dev.parley.conversation.ChatEvent.MeetingEvent;
import dev.parley.conversation.ChatEvent.MessagePosted;
import dev.parley.conversation.ChatEvent.OwnEvent;
import dev.parley.conversation.ChatEvent.RatingGiven;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts events in their conversations, within one transaction. */
final class Intake {

    private static final Set<Role> OURS = Set.of(Role.AGENT, Role.BOT, Role.SYSTEM);
    private static final Duration AFTER_OUR_WORDS = Duration.ofSeconds(2);

    private final EntityManager em;
    private final Instant now;
    private final Duration age;
    private final DueRule due;
    private final MeetingClues clues;
    private final Set<EventRow.Key> known;
    private final LockedRows rows;
    private final Messages messages;
    private final MeetingUids uids;
    private final Set<EventRow.Key> kept = new HashSet<>();
    private final List<EventRow.Key> own = new ArrayList<>();

    /**
     * Begins.
     *
     * @param em the transaction
     * @param now when the events arrive
     * @param age from which on they are history
     * @param due when conversations are to be written
     * @param clues what is kept of a visitor, so that a meeting finds them
     * @param known keys of events that have been stored before; those taken are added
     * @param rows the conversations
     */
    Intake(
            EntityManager em,
            Instant now,
            Duration age,
            DueRule due,
            MeetingClues clues,
            Set<EventRow.Key> known,
            LockedRows rows) {
        this.em = em;
        this.now = now;
        this.age = age;
        this.due = due;
        this.clues = clues;
        this.known = known;
        this.rows = rows;
        this.messages = new Messages(em);
        this.uids = new MeetingUids(em);
    }

    boolean isNew(ChatEvent event) {
        return !known.contains(EventRow.Key.of(event.envelope()));
    }

    /** Counts in what is new of these events. */
    void take(ConversationKey key, List<ChatEvent> events) {
        // An event that another transaction stores meanwhile breaks the unique key, and this one starts over.
        List<ChatEvent> fresh = events.stream()
                .filter(event -> known.add(EventRow.Key.of(event.envelope())))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        ConversationRow row = rows.get(key);
        Map<Boolean, List<ChatEvent>> contexts =
                fresh.stream().collect(Collectors.partitioningBy(CrmContextChanged.class::isInstance));
        contexts.get(true).forEach(event -> tell(row, event));
        if (!contexts.get(false).isEmpty()) {
            take(row, contexts.get(false));
        }
    }

    /**
     * Keeps what the chat service is to be told of its visitor, if it was not told just that. It changes nothing of the
     * conversation, not even its version: else each would be reason to look at the conversation again, and so on.
     */
    private void tell(ConversationRow row, ChatEvent event) {
        String hash = Contexts.hash(event.envelope().data());
        if (!hash.equals(row.contextHash)) {
            row.contextHash = hash;
            keep(row, event);
        }
    }

    private void keep(ConversationRow row, ChatEvent event) {
        em.persist(new EventRow(row.id, event.envelope(), now));
        kept.add(EventRow.Key.of(event.envelope()));
        if (event instanceof OwnEvent) {
            own.add(EventRow.Key.of(event.envelope()));
        }
    }

    private void take(ConversationRow row, List<ChatEvent> fresh) {
        uids.claim(row, fresh);
        for (ChatEvent event : fresh) {
            // Its own booking apart, whatever becomes of a meeting may be something to do about its calendar entry.
            if (event instanceof MeetingEvent meeting
                    && !(event instanceof ChatEvent.MeetingBooked)
                    && isFresh(event, now, age)) {
                uids.ask(meeting, now);
            }
        }
        Conversation conversation = row.fold();
        for (ChatEvent event : fresh) {
            conversation = conversation.with(event);
            keep(row, event);
        }
        fold(row, conversation, fresh);
        boolean content = messages.change(row, fresh)
                || hasContent(fresh)
                || row.dueAt != null
                || row.appliedVersion > 0
                || messages.anyOf(row);
        row.dueAt = misses(conversation, fresh)
                ? due.afterGap(row, now)
                : due.next(row, content, ends(row, conversation, fresh), now);
    }

    /** Which of the events were new and are stored now. */
    Set<EventRow.Key> kept() {
        return kept;
    }

    /** Which of those that were new are Parley's own. */
    List<EventRow.Key> own() {
        return own;
    }

    private void fold(ConversationRow row, Conversation conversation, List<ChatEvent> fresh) {
        row.fold(conversation);
        row.version += fresh.size();
        row.live |= fresh.stream().anyMatch(event -> isFresh(event, now, age));
        // Nobody waits for history, however it is treated; what somebody waits for already stays so.
        row.background = (!row.live || age.equals(Conversations.AT_ANY_AGE)) && (row.dueAt == null || row.background);
        row.handoffAt = row.live ? nextLook(row, conversation, fresh) : row.handoffAt;
        if (fresh.stream().anyMatch(ChatEvent.HandoffEvent.class::isInstance)) {
            row.offeredAt = now;
        }
        row.lastAt = conversation.last().time();
        row.visitorHash = clues.hashOfVisitor(conversation).orElse(null);
        row.meetingOnly &= fresh.stream().allMatch(event -> event.envelope().subject() == null);
        if (row.meetingOnly && row.isUnknownToCrm()) {
            name(row, conversation);
        }
    }

    /**
     * Whatever was said or answered may be reason for an offer, or for the next one. But nobody waits for what follows
     * from the company's own words, unless a promise was broken, which they may end: mostly the visitor answers them, and
     * one look does for both.
     */
    private Instant nextLook(ConversationRow row, Conversation conversation, List<ChatEvent> fresh) {
        boolean broken = !conversation.family(Facts.BREACH).isEmpty();
        if (broken || !fresh.stream().allMatch(Intake::isOurWord)) {
            return now;
        }
        Instant later = now.plus(AFTER_OUR_WORDS);
        return row.handoffAt != null && row.handoffAt.isBefore(later) ? row.handoffAt : later;
    }

    private static boolean isOurWord(ChatEvent event) {
        return event instanceof MessagePosted posted
                && OURS.contains(posted.message().author().role());
    }

    /** What a meeting opened bears its first UID, which may become known only now. */
    private void name(ConversationRow row, Conversation conversation) {
        String first = MeetingChains.first(conversation.meetings(), row.source, row.subject);
        if (!first.equals(row.subject) && !isThere(row.source, first)) {
            row.subject = first;
        }
    }

    private boolean isThere(String source, String subject) {
        return !em.createQuery(
                        "select 1 from ConversationRow c where c.source = :source and c.subject = :subject",
                        Integer.class)
                .setParameter("source", source)
                .setParameter("subject", subject)
                .getResultList()
                .isEmpty();
    }

    private static boolean isFresh(ChatEvent event, Instant now, Duration age) {
        return Duration.between(event.envelope().time(), now).compareTo(age) < 0;
    }

    /** An opened widget is nothing to write; a call-back, a meeting or a wish about one's data is. */
    private static boolean hasContent(List<ChatEvent> fresh) {
        return fresh.stream()
                .anyMatch(event -> event instanceof CallbackRequested
                        || event instanceof ConsentChanged
                        || event instanceof ErasureRequested
                        || event instanceof MeetingEvent);
    }

    /** A meeting was moved from a UID that nobody has told of: what comes next may say that it is an older meeting. */
    private static boolean misses(Conversation conversation, List<ChatEvent> fresh) {
        return fresh.stream()
                .anyMatch(event -> event instanceof MeetingEvent meeting
                        && meeting.meeting().previousUid() != null
                        && !conversation
                                .meetings()
                                .containsKey(MeetingChains.key(
                                        event.envelope().source(),
                                        meeting.meeting().previousUid())));
    }

    /** It has closed and nothing newer was said, or something came that must not wait. */
    private static boolean ends(ConversationRow row, Conversation conversation, List<ChatEvent> fresh) {
        Latest<JsonNode> closed = conversation.facts().get(Facts.CLOSED);
        return fresh.stream()
                .anyMatch(event -> event instanceof ErasureRequested
                        || event instanceof ConsentChanged
                        || event instanceof RatingGiven
                        || event instanceof ChatEvent.DeskEvent
                        || (event instanceof MeetingEvent && row.appliedVersion > 0)
                        || (closed != null
                                && closed.at().compareTo(event.envelope().position()) >= 0));
    }
}
