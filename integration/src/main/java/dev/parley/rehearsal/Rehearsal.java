package dev.parley.rehearsal;

import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.ConversationEntities;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.DueConversations;
import dev.parley.conversation.DueRule;
import dev.parley.conversation.Readings;
import dev.parley.crm.Crm;
import dev.parley.delivery.DeliveryEntities;
import dev.parley.delivery.DryRun;
import dev.parley.delivery.Mode;
import dev.parley.delivery.Planner;
import dev.parley.identity.Decisions;
import dev.parley.identity.Directory;
import dev.parley.identity.IdentityEntities;
import dev.parley.identity.Matcher;
import dev.parley.identity.Owners;
import dev.parley.identity.Progress;
import dev.parley.identity.SignedIds;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.RecordTypes;
import dev.parley.qualification.Qualifier;
import dev.parley.store.ScratchStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The server's own way from events to plans, over a store in memory: nothing that is done here leaves it. One scene
 * after another can be set up; each forgets the one before.
 */
public final class Rehearsal implements AutoCloseable {

    /** When a conversation would be due does not matter here: all are looked at. */
    private static final DueRule AT_ONCE = new DueRule(Duration.ZERO, Duration.ZERO, true, Duration.ZERO);

    /** The clock stands still, later than any event, so no copy of the org grows old and nothing depends on today. */
    static final Clock AFTERWARDS = Clock.fixed(Instant.parse("9000-01-01T00:00:00Z"), ZoneOffset.UTC);

    private static final Duration NEVER_STALE = Duration.ofDays(1);

    private final ScratchStore store;

    private Rehearsal(ScratchStore store) {
        this.store = store;
    }

    /** Opens one. */
    public static Rehearsal open() {
        return new Rehearsal(ScratchStore.open(
                Stream.of(ConversationEntities.classes(), IdentityEntities.classes(), DeliveryEntities.classes())
                        .flatMap(List::stream)
                        .toList()));
    }

    /**
     * What the conversations meet.
     *
     * @param crm what the org holds; it is only ever read
     * @param modes the mode of each source
     * @param anonymous whether conversations of people who cannot be known are written
     */
    public record Given(Crm crm, Function<String, Mode> modes, boolean anonymous) {}

    /** Forgets everything, and begins anew. */
    public void begin() {
        store.empty();
    }

    /**
     * Takes events in as the server does.
     *
     * @param events of any conversations, in any order, doubled or not
     * @param history whether they come as history does, or as if they had just happened
     */
    public void receive(List<ChatEvent> events, boolean history) {
        Conversations conversations = new Conversations(store.tx(), AFTERWARDS, AT_ONCE, Duration.ZERO);
        if (history) {
            conversations.receive(events);
        } else {
            conversations.receiveAsNew(events);
        }
    }

    /**
     * The conversations that have come in, and the org, which is read now.
     *
     * @param mappings say which fields of the org's records are read
     * @param progress told how much of the org has been read
     * @throws dev.parley.crm.CrmException if the org cannot be asked
     */
    public Scene scene(Given given, MappingSet mappings, Progress progress) {
        Directory directory = new Directory(store.tx(), given.crm(), AFTERWARDS, NEVER_STALE, mappings.fieldsToKeep());
        directory.load(progress);
        DueConversations standing = new DueConversations(store.tx(), AFTERWARDS, AT_ONCE, Duration.ofMinutes(1), false);
        Matcher matcher = new Matcher(directory, Decisions.NONE, SignedIds.NONE, standing::said);
        Asking asking = new Asking(given.crm());
        Owners owners = new Owners(asking, AFTERWARDS);
        Qualifier qualifier = new Qualifier(new Readings(store.tx()), directory);
        RecordTypes recordTypes = new RecordTypes(asking::describe);
        return new Scene(
                standing,
                files -> new Planner(
                        matcher,
                        owners,
                        qualifier,
                        () -> files,
                        given.modes(),
                        given.anonymous(),
                        recordTypes,
                        directory),
                new DryRun(store.tx(), directory),
                asking::calls);
    }

    @Override
    public void close() {
        store.close();
    }
}
