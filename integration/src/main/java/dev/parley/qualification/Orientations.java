package dev.parley.qualification;

import dev.parley.conversation.Role;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out what a conversation is kept up for, by what its customers' messages are for: each counts once, and one that
 * wants something is instrumental however kindly it is put. Where both weigh the same, it is the warmth of the messages
 * that tells: social presence of the kinds that bind people.
 */
final class Orientations {

    static final String INSTRUMENTAL = "instrumental";
    static final String RELATIONSHIP = "relationship-oriented";

    /** Functions that give, or keep in touch, and want nothing done. */
    private static final Set<String> RELATIONAL =
            Set.of("relationship-maintenance", "praise", "peer-support", "feedback", "referral");

    /** Kinds of social presence by which people show themselves and belong together. */
    private static final Set<String> WARM = Set.of("affective", "cohesive");

    private static final int MOST_EVIDENCE = 3;

    private final double certainty;
    private final List<Note> notes;

    private Orientations(List<Note> notes, double certainty) {
        this.certainty = certainty;
        this.notes = notes.stream()
                .filter(note -> note.isVisitors() || note.role() == Role.PEER)
                .toList();
    }

    /** Empty where no message tells what it is for. */
    static Optional<Orientation> of(List<Note> notes, double certainty) {
        return new Orientations(notes, certainty).found();
    }

    private Optional<Orientation> found() {
        List<Evidence> wants = evidence(notes.stream().filter(this::isInstrumental), false);
        List<Evidence> keeps = evidence(notes.stream().filter(this::isRelational), true);
        if (wants.isEmpty() && keeps.isEmpty()) {
            return Optional.empty();
        }
        boolean relationship = keeps.size() > wants.size() || (keeps.size() == wants.size() && isWarm());
        return Optional.of(relationship ? orientation(RELATIONSHIP, keeps) : orientation(INSTRUMENTAL, wants));
    }

    private static Orientation orientation(String name, Collection<Evidence> evidence) {
        return new Orientation(name, evidence.stream().limit(MOST_EVIDENCE).toList());
    }

    private boolean isInstrumental(Note note) {
        return sure(note).anyMatch(use -> !RELATIONAL.contains(use.function()));
    }

    /** A bare greeting is said in every conversation. */
    private boolean isRelational(Note note) {
        return !isInstrumental(note)
                && note.opening() != null
                && Sentence.of(note.opening()).saysMuch()
                && sure(note).findAny().isPresent();
    }

    private Stream<Use> sure(Note note) {
        return note.uses().stream().filter(use -> use.confidence() >= certainty);
    }

    /** The surest use of each message that is, or is not, a relational one. */
    private List<Evidence> evidence(Stream<Note> messages, boolean relational) {
        return messages.flatMap(note -> sure(note)
                        .filter(use -> RELATIONAL.contains(use.function()) == relational)
                        .findFirst()
                        .map(use -> new Evidence(use.told(), note.id(), use.evidence()))
                        .stream())
                .toList();
    }

    /** Whether most messages show it. */
    private boolean isWarm() {
        long warm = notes.stream()
                .filter(note -> note.presence().stream().anyMatch(WARM::contains))
                .count();
        return 2 * warm > notes.size();
    }
}
