package dev.parley.qualification;

import dev.parley.mapping.Phrase;
import dev.parley.mapping.Qualification;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What visitors say of recommendations: only messages that may be one count, and of them the sentence whose signal tells
 * which way it goes. The signal is the surer of the two.
 */
final class Referrals {

    /** The function of a message that is a recommendation. */
    static final String FUNCTION = "referral";

    /** A signal: somebody recommended us to the visitor. */
    static final String BY = "referred-by";

    /** A signal: the visitor names somebody else to talk to. */
    static final String TO = "refers-to";

    /** A signal: it is somebody else's address. */
    static final String THEIRS = "their-address";

    /** A signal: it is the visitor's own address. */
    static final String OWN = "own-address";

    /** Signals that are looked for in the phrases of every language. */
    static final Set<String> OF_NAMES = Set.of(BY, TO, THEIRS, OWN);

    private static final int MOST_PEOPLE = 10;

    private final List<Note> notes;
    private final Collection<Phrase> employers;

    /** Reads the notes of a conversation. */
    Referrals(Qualification files, List<Note> all) {
        this.employers = files.employers();
        this.notes = all.stream()
                .filter(note -> note.isVisitors() && isReferral(note))
                .toList();
    }

    private static boolean isReferral(Note note) {
        return note.uses().stream().anyMatch(use -> use.function().equals(FUNCTION));
    }

    /** Sentences that say who recommended us, each once, at most {@value #MOST_PEOPLE}. */
    List<Evidence> by() {
        return notes.stream()
                .flatMap(note -> quotes(note, BY).map(quote -> new Evidence(FUNCTION, note.id(), quote)))
                .collect(Collectors.toMap(Evidence::quote, said -> said, (first, again) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .limit(MOST_PEOPLE)
                .toList();
    }

    /** People whom the visitor recommends, each address and each number once, at most {@value #MOST_PEOPLE}. */
    List<Recommended> people() {
        Map<String, Recommended> people = new LinkedHashMap<>();
        for (Note note : notes) {
            theirs(note, "email").forEach(address -> people.putIfAbsent(address.value(), person(note, address)));
        }
        for (Note note : notes) {
            theirNumber(note).ifPresent(number -> people.putIfAbsent(number.value(), person(number, note)));
        }
        return people.values().stream().limit(MOST_PEOPLE).toList();
    }

    private static Stream<Mention> theirs(Note note, String kind) {
        return note.mentions().stream()
                .filter(mention -> mention.kind().equals(kind) && isTheirs(note, mention.quote()));
    }

    /**
     * Where nothing but a telephone number is said of them. It does not show whose it is as an address does: of several, or
     * beside the visitor's own or an address, nobody knows.
     */
    private static Optional<Mention> theirNumber(Note note) {
        boolean others = note.shows(OWN)
                || note.mentions().stream().anyMatch(each -> each.kind().equals("email"));
        List<Mention> numbers = theirs(note, "phone").toList();
        return others || numbers.size() != 1 ? Optional.empty() : Optional.of(numbers.get(0));
    }

    /** Somebody is named to talk to, and here or in a sentence beside stands their address. */
    private static boolean isTheirs(Note note, String sentence) {
        return note.shows(TO)
                && Stream.of(TO, THEIRS).flatMap(signal -> quotes(note, signal)).anyMatch(sentence::equals)
                && quotes(note, BY).noneMatch(sentence::equals);
    }

    private static Recommended person(Mention number, Note note) {
        return new Recommended(null, null, number.value(), null, note.id(), number.quote());
    }

    private Recommended person(Note note, Mention address) {
        Optional<NameOfAddress> name = Stream.concat(Stream.of(address.quote()), quotes(note, TO))
                .flatMap(sentence -> NameOfAddress.in(sentence, address.value()).stream())
                .findFirst();
        return new Recommended(
                name.map(NameOfAddress::name)
                        .or(() -> NameOfAddress.alone(address.value()))
                        .orElse(null),
                address.value(),
                phone(note, address.quote()),
                name.flatMap(this::company).orElse(null),
                note.id(),
                address.quote());
    }

    /** The one in the same sentence; of several nobody knows whose they are. */
    private static String phone(Note note, String sentence) {
        List<String> phones = note.mentions().stream()
                .filter(mention ->
                        mention.kind().equals("phone") && mention.quote().equals(sentence))
                .map(Mention::value)
                .toList();
        return phones.size() == 1 ? phones.get(0) : null;
    }

    private Optional<String> company(NameOfAddress name) {
        Sentence around = Sentence.of(name.around());
        return employers.stream()
                .flatMap(phrase -> phrase.findIn(around.plain(), around.words()).stream())
                .findFirst();
    }

    private static Stream<String> quotes(Note note, String signal) {
        return note.signs().stream()
                .filter(sign -> sign.signal().equals(signal))
                .map(Sign::quote);
    }
}
