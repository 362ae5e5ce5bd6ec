package dev.parley.qualification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
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
import java.util.List;
import java.util.Optional;

/** Judges conversations of the store: notes of each message are taken once and kept there. */
public final class Qualifier {

    /** Another after a change of this program that reads messages otherwise. */
    private static final String PROGRAM = "2:";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Readings readings;
    private final Directory directory;
    private final boolean keeps;

    /** Judges by what stands in the store and in the copy of the CRM. */
    public Qualifier(Readings readings, Directory directory) {
        this(readings, directory, true);
    }

    private Qualifier(Readings readings, Directory directory, boolean keeps) {
        this.readings = readings;
        this.directory = directory;
        this.keeps = keeps;
    }

    /** The same for trying other files: the notes that are kept stay those of the files in force. */
    public Qualifier trying() {
        return new Qualifier(readings, directory, false);
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
        NoteTaker taker = new NoteTaker(files);
        String locale = locale(conversation);
        Reader reader = new Reader(
                PROGRAM + files.readVersion(),
                message -> text(taker.note(utterance(message, Listeners.of(mappings), locale))));
        List<String> kept = keeps ? readings.of(conversation, reader) : readings.tried(conversation, reader);
        List<Note> notes = kept.stream().map(Qualifier::note).toList();
        if (notes.stream().noneMatch(Note::isVisitors)) {
            return Optional.empty();
        }
        return Optional.of(new Assessor(files).assess(notes, new Surroundings(directory).of(conversation, identity)));
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
                        .map(purpose -> new Use(purpose.name(), purpose.confidence(), purpose.sentence()))
                        .toList(),
                List.copyOf(reading.presence()));
    }

    private static String text(Note note) {
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
