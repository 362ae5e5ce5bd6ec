package dev.parley.qualification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.google.common.collect.Lists;
import dev.parley.conversation.Facts;
import dev.parley.conversation.MessageState;
import dev.parley.conversation.Readings;
import dev.parley.conversation.Readings.Reader;
import dev.parley.conversation.Role;
import dev.parley.conversation.Snapshot;
import dev.parley.identity.Directory;
import dev.parley.identity.Identity;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.Qualification;
import dev.parley.talk.Reading;
import dev.parley.talk.Speaker;
import dev.parley.talk.Talk;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges conversations of the store: notes of each message are taken once and kept there. */
public final class Qualifier {

    private static final Logger LOG = LoggerFactory.getLogger(Qualifier.class);

    /** Another after a change of this program that reads messages otherwise. */
    private static final String PROGRAM = "4:";

    /** Of a longer conversation words must do: meanings take milliseconds for a sentence. */
    private static final int MOST_MEANT = 200;

    /** Reading takes milliseconds a message, and a transaction is open as long as it takes for so many conversations. */
    private static final int TOGETHER = 25;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Readings readings;
    private final Directory directory;
    private final boolean keeps;
    private final Optional<SecondOpinions> opinions;
    private final Predicate<Snapshot> ended;

    /** Judges by what stands in the store and in the copy of the CRM. */
    public Qualifier(Readings readings, Directory directory) {
        this(readings, directory, true, Optional.empty(), Qualifier::isRead);
    }

    private Qualifier(
            Readings readings,
            Directory directory,
            boolean keeps,
            Optional<SecondOpinions> opinions,
            Predicate<Snapshot> ended) {
        this.readings = readings;
        this.directory = directory;
        this.keeps = keeps;
        this.opinions = opinions;
        this.ended = ended;
    }

    /** An ended conversation that is not so long that whoever reads all it means holds up others. */
    private static boolean isRead(Snapshot conversation) {
        return conversation.isClosed() && conversation.tally().messages() <= MOST_MEANT;
    }

    /** The same where somebody else is asked of messages of which nobody can tell surely what they are for. */
    public Qualifier asking(SecondOpinions others) {
        return new Qualifier(readings, directory, keeps, Optional.of(others), ended);
    }

    /** The same, but nobody else is asked: for whoever looks back. */
    public Qualifier alone() {
        return new Qualifier(readings, directory, keeps, Optional.empty(), ended);
    }

    /** The same for whoever cannot wait: an ended conversation is read by what is meant only if it was before. */
    public Qualifier live() {
        return new Qualifier(readings, directory, keeps, opinions, conversation -> false);
    }

    /** Who else is asked; empty if nobody. */
    public Optional<SecondOpinions> opinions() {
        return opinions;
    }

    /** The same for trying other files: the notes that are kept stay those of the files in force. */
    public Qualifier trying() {
        return new Qualifier(readings, directory, false, Optional.empty(), ended);
    }

    /** Learns what the files teach now, so that no conversation waits for it; takes seconds. */
    public void learn(MappingSet mappings) {
        if (mappings.qualification().enabled()) {
            Listeners.of(mappings).learn();
        }
    }

    /** What a conversation comes to; empty if the visitor said nothing, or the files do not say how to judge. */
    public Optional<Assessment> assess(Snapshot conversation, Identity identity, MappingSet mappings) {
        Qualification files = mappings.qualification();
        if (!files.enabled()) {
            return Optional.empty();
        }
        List<Note> notes = notes(conversation, mappings);
        if (notes.stream().noneMatch(Note::isVisitors)) {
            return Optional.empty();
        }
        return Optional.of(new Assessor(files).assess(notes, new Surroundings(directory).of(conversation, identity)));
    }

    /**
     * Reads what is new in conversations, together and at the cost of one commit for several of them; who judges them then
     * finds it read. Whatever of it fails is left to whoever judges the conversation.
     */
    public void read(Collection<Snapshot> conversations, MappingSet mappings) {
        if (!keeps || !mappings.qualification().enabled()) {
            return;
        }
        List<Snapshot> few = conversations.stream()
                .filter(each -> each.tally().messages() <= MOST_MEANT)
                .toList();
        for (List<Snapshot> some : Lists.partition(few, TOGETHER)) {
            try {
                readings.read(some.stream().collect(Collectors.toMap(Snapshot::rowId, each -> reader(each, mappings))));
            } catch (RuntimeException e) {
                LOG.warn("Conversations are read one by one: {}", e.getClass().getName());
            }
        }
    }

    /** What was read out of a conversation's last messages that count, in its order. */
    public List<Note> notes(Snapshot conversation, MappingSet mappings) {
        Reader reader = reader(conversation, mappings);
        List<String> kept = keeps ? readings.of(conversation, reader) : readings.tried(conversation, reader);
        List<Note> notes = kept.stream().map(Qualifier::note).toList();
        opinions.ifPresent(others -> others.doubt(conversation, kept, notes, mappings.talk()));
        return notes;
    }

    /** Once it is closed, meanings count too; what they told stays when it goes on. */
    private Reader reader(Snapshot conversation, MappingSet mappings) {
        String live = PROGRAM + mappings.qualification().readVersion();
        String afterwards = live + "+";
        Listeners listeners = Listeners.of(mappings);
        boolean closed = ended.test(conversation);
        // Only who finds something to read waits for what it is read by.
        Supplier<Talk> talk = closed ? listeners::afterwards : listeners::live;
        NoteTaker taker = new NoteTaker(mappings.qualification());
        String locale = locale(conversation);
        return new Reader(closed ? afterwards : live, closed ? Set.of() : Set.of(afterwards), (message, before) -> {
            Note note = taker.note(utterance(message, talk.get(), locale));
            return text(before == null ? note : note.withOpinionOf(note(before)));
        });
    }

    /** What is said to be spoken, before anybody has looked at what is. */
    private static String locale(Snapshot conversation) {
        return conversation
                .conversation()
                .fact(Facts.LOCALE)
                .asText(conversation.conversation().visitor().locale());
    }

    static Utterance utterance(MessageState message, Talk talk, String locale) {
        Role role = message.post().author().role();
        String text = message.text().value();
        return heard(message.id(), role, message.posted().time(), text, talk, locale);
    }

    static Utterance heard(String id, Role role, Instant at, String text, Talk talk, String locale) {
        Reading reading = talk.read(text, Speaker.of(role.word()), locale);
        return new Utterance(
                id,
                role,
                at,
                text,
                reading.language().equals(Reading.UNDETERMINED) ? null : reading.language(),
                reading.purposes().stream()
                        .map(purpose ->
                                new Use(purpose.name(), purpose.confidence(), purpose.sentence(), purpose.because()))
                        .toList(),
                List.copyOf(reading.presence()),
                reading.signs().stream()
                        .map(sign -> new Shown(sign.category(), sign.indicator(), sign.words()))
                        .toList());
    }

    static String text(Note note) {
        try {
            return JSON.writeValueAsString(note);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A note cannot be written down", e);
        }
    }

    private static Note note(String text) {
        try {
            return JSON.readValue(text, Note.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A note that was kept cannot be read", e);
        }
    }
}
