package dev.parley.qualification;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Writes briefs out of notes: it picks sentences, and makes up none. */
final class Briefs {

    /** A signal in what agents write: they will do something. */
    static final String PROMISE = "promise";

    /** A signal in what agents write: the answer is still to come. */
    static final String HOLD = "hold";

    private static final String NEED = "need";
    private static final String NEXT = "next-step";

    /** Signals of an order, the surest first. */
    private static final List<String> ORDERS = List.of("wants-to-order", "wants-quote", "expansion", "leaving", "lost");

    private static final int MOST_QUESTIONS = 2;
    private static final int MOST_PROMISES = 2;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final List<Note> notes;
    private final Instant nextMeeting;

    Briefs(List<Note> notes, Instant nextMeeting) {
        this.notes = notes;
        this.nextMeeting = nextMeeting;
    }

    Brief brief() {
        List<String> promises = promises();
        Optional<String> next = Optional.ofNullable(nextMeeting).map(at -> "Meeting at " + MINUTE.format(at));
        if (next.isEmpty() && !promises.isEmpty()) {
            next = Optional.of(promises.get(promises.size() - 1));
        }
        return new Brief(needs(), open(), promises, next.or(() -> last(NEXT)).orElse(null));
    }

    /** How the visitor began, what they say they need (else what they ask first), and the surest word of an order. */
    private List<String> needs() {
        Set<String> needs = new LinkedHashSet<>();
        List<String> openings =
                visitors().map(Note::opening).filter(Objects::nonNull).toList();
        openings.stream()
                .filter(words -> Sentence.of(words).saysMuch())
                .findFirst()
                .or(() -> openings.stream().findFirst())
                .ifPresent(needs::add);
        first(NEED)
                .or(() -> visitors()
                        .flatMap(note -> note.questions().stream())
                        .filter(question -> Sentence.of(question).saysMuch())
                        .findFirst())
                .ifPresent(needs::add);
        ORDERS.stream().flatMap(signal -> first(signal).stream()).findFirst().ifPresent(needs::add);
        return List.copyOf(needs);
    }

    /** An answer is whatever comes back that does not put the visitor off; a peer's counts as much as an agent's. */
    private List<String> open() {
        List<String> open = new ArrayList<>();
        for (Note note : notes) {
            if (note.isVisitors()) {
                open.addAll(note.questions());
            } else if (!note.shows(HOLD)) {
                open.clear();
            }
        }
        return List.copyOf(open.subList(Math.max(0, open.size() - MOST_QUESTIONS), open.size()));
    }

    private List<String> promises() {
        Collection<String> promises = new LinkedHashSet<>();
        notes.stream()
                .filter(Note::isOurs)
                .flatMap(note -> note.signs().stream())
                .filter(sign -> sign.signal().equals(PROMISE))
                .forEach(sign -> promises.add(sign.quote()));
        List<String> all = new ArrayList<>(promises);
        return new ArrayList<>(all.subList(Math.max(0, all.size() - MOST_PROMISES), all.size()));
    }

    private Stream<Note> visitors() {
        return notes.stream().filter(Note::isVisitors);
    }

    private Stream<String> quotes(String signal) {
        return visitors()
                .flatMap(note -> note.signs().stream())
                .filter(sign -> sign.signal().equals(signal))
                .map(Sign::quote);
    }

    private Optional<String> first(String signal) {
        return quotes(signal).findFirst();
    }

    private Optional<String> last(String signal) {
        return quotes(signal).reduce((first, second) -> second);
    }
}
