package dev.parley.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Role;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.Qualification;
import dev.parley.words.Sayings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A conversation as tests write one, judged by the shipped files; it begins on a Monday, 2 March 2026. */
final class Talk {

    private static final MappingSet FILES =
            MappingFiles.load(Path.of("..", "mappings")).orThrow();
    static final Qualification SHIPPED = FILES.qualification();

    /** Understands what single messages are for. */
    static final dev.parley.talk.Talk LISTENER = dev.parley.talk.Talk.of(FILES.talk());

    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    /** Nothing is known of the visitor, and nobody can reach them. */
    static final Circumstances NOBODY =
            new Circumstances(Map.of(), Set.of(), null, null, false, false, START.plus(Duration.ofHours(1)), null);

    private final List<Note> notes = new ArrayList<>();
    private final List<Use> uses = new ArrayList<>();
    private final List<String> presence = new ArrayList<>();

    /** The next message is for this. */
    Talk meaning(String function) {
        uses.add(new Use(function, 0.9, "as the test says", null));
        return this;
    }

    /** The next message shows this. */
    Talk showing(String kind) {
        presence.add(kind);
        return this;
    }

    Talk visitor(String text) {
        return says(Role.VISITOR, text);
    }

    Talk agent(String text) {
        return says(Role.AGENT, text);
    }

    Talk says(Role role, String text) {
        Instant at = START.plus(Duration.ofMinutes(notes.size()));
        String id = "m" + (notes.size() + 1);
        notes.add(new NoteTaker(SHIPPED).note(new Utterance(id, role, at, text, null, uses, presence)));
        uses.clear();
        presence.clear();
        return this;
    }

    List<Note> notes() {
        return notes;
    }

    Assessment with(Circumstances around) {
        Assessment assessment = new Assessor(SHIPPED).assess(notes, around);
        assertThat(assessment.stage().evidence())
                .as("people read it in their language: sayings_*.properties and the labels Chat_Say_*")
                .noneMatch(line -> Sayings.in("de").retold(line.toString()).equals(line.toString()));
        assertThat(assessment.score().reasons()).allSatisfy(reason -> assertThat(reason.evidence())
                .filteredOn(evidence -> evidence.message() == null)
                .noneMatch(line -> Sayings.in("de").retold(line.toString()).equals(line.toString())));
        return assessment;
    }

    Assessment ofNobody() {
        return with(NOBODY);
    }

    static Circumstances account(String type, String... opportunities) {
        return new Circumstances(
                Map.of("Type", type),
                Set.of(opportunities),
                "contact",
                START.minus(Duration.ofDays(400)),
                false,
                true,
                START.plus(Duration.ofHours(1)),
                null);
    }
}
