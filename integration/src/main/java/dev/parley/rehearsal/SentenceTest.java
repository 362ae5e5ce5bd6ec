package dev.parley.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Role;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.Signals;
import dev.parley.mapping.Suggestion;
import dev.parley.mapping.TestFile;
import dev.parley.qualification.Mention;
import dev.parley.qualification.Note;
import dev.parley.qualification.NoteTaker;
import dev.parley.qualification.Sign;
import dev.parley.qualification.Utterance;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Something that is said in the language of a file of signals, and what it must show and mention. */
final class SentenceTest {

    private static final String SAID = "2026-01-05T09:00:00Z";
    private static final String QUESTION = "question";

    private final TestFile file;
    private final String pointer;
    private final JsonNode test;
    private final List<Mismatch> mismatches = new ArrayList<>();

    SentenceTest(TestFile file, String pointer, JsonNode test) {
        this.file = file;
        this.pointer = pointer;
        this.test = test;
    }

    TestResult run(MappingSet mappings) {
        Set<String> known = known(mappings);
        Note note = new NoteTaker(mappings.qualification())
                .note(new Utterance(
                        "m1",
                        Role.valueOf(test.path("role").asText("visitor").toUpperCase(Locale.ROOT)),
                        OffsetDateTime.parse(test.path("at").asText(SAID)).toInstant(),
                        test.path("says").asText(),
                        file.language(),
                        List.of(),
                        List.of()));
        List<Sign> shown = shown(note);
        checkShown(known, shown);
        checkWithout(known, shown);
        test.path("mentions").properties().forEach(kind -> checkMentions(kind.getKey(), kind.getValue(), note));
        return new TestResult(
                file.place(pointer), Told.briefly(test.path("says").asText()), List.copyOf(mismatches));
    }

    private Set<String> known(MappingSet mappings) {
        Signals signals = mappings.qualification().signals().get(file.language());
        return signals == null ? Set.of() : signals.shown().keySet();
    }

    /** Questions stand by themselves among the notes. */
    private static List<Sign> shown(Note note) {
        List<Sign> shown = new ArrayList<>(note.signs());
        note.questions().forEach(quote -> shown.add(new Sign(QUESTION, quote)));
        return shown;
    }

    /** An empty list wants none; else all of the list are shown. */
    private void checkShown(Set<String> known, List<Sign> shown) {
        JsonNode wanted = test.path("shows");
        if (test.has("shows") && wanted.isEmpty() && !shown.isEmpty()) {
            differs("/shows", "'shows' differs", "none", told(shown));
        }
        for (int i = 0; i < wanted.size(); i++) {
            String signal = wanted.get(i).asText();
            if (isKnown("/shows/" + i, known, signal) && !has(shown, signal)) {
                differs("/shows/" + i, "the signal is not shown", signal, told(shown));
            }
        }
    }

    private void checkWithout(Set<String> known, List<Sign> shown) {
        JsonNode unwanted = test.path("without");
        for (int i = 0; i < unwanted.size(); i++) {
            String signal = unwanted.get(i).asText();
            if (isKnown("/without/" + i, known, signal) && has(shown, signal)) {
                differs("/without/" + i, "the signal is shown", "not " + signal, told(shown));
            }
        }
    }

    private boolean isKnown(String at, Set<String> known, String signal) {
        if (known.contains(signal) || signal.equals(QUESTION)) {
            return true;
        }
        String near = Suggestion.among(known, signal);
        mismatches.add(Mismatch.of(
                file.place(pointer + at),
                file.tried() + " has no signal '" + signal + "'"
                        + (near == null ? "" : ". Did you mean '" + near + "'?")));
        return false;
    }

    private void checkMentions(String kind, JsonNode wanted, Note note) {
        List<String> found = note.mentions().stream()
                .filter(mention -> mention.kind().equals(kind))
                .map(Mention::value)
                .toList();
        List<String> expected = new ArrayList<>();
        (wanted.isArray() ? wanted : List.of(wanted)).forEach(value -> expected.add(value.asText()));
        if (!found.equals(expected)) {
            differs("/mentions/" + kind, "'" + kind + "' differs", expected.toString(), found.toString());
        }
    }

    private static boolean has(List<Sign> shown, String signal) {
        return shown.stream().anyMatch(sign -> sign.signal().equals(signal));
    }

    private static String told(List<Sign> shown) {
        return shown.stream().map(Sign::signal).distinct().toList().toString();
    }

    private void differs(String at, String what, String expected, String got) {
        mismatches.add(new Mismatch(file.place(pointer + at), what, expected, got, null));
    }
}
