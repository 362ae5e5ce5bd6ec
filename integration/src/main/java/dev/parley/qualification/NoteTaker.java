package dev.parley.qualification;

import com.google.common.collect.Maps;
import dev.parley.conversation.Role;
import dev.parley.mapping.Qualification;
import dev.parley.mapping.Qualification.SignalMeaning;
import dev.parley.mapping.Signals;
import dev.parley.mapping.Signals.Shown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes notes of messages, one by one. The same message and the same files give the same notes. */
public final class NoteTaker {

    /** Signals that are read in what the company's own people write; all others are the visitor's. */
    private static final Set<String> OURS = Set.of(Briefs.PROMISE, Briefs.HOLD);

    private static final String QUESTION = "question";

    private final Qualification files;

    /** Reads by these files. */
    public NoteTaker(Qualification files) {
        this.files = files;
    }

    /** What is to be kept of a message. */
    public Note note(Utterance message) {
        List<Sentence> sentences = message.role() == Role.SYSTEM ? List.of() : Sentences.of(message.text());
        boolean ours = message.role() == Role.AGENT || message.role() == Role.BOT;
        Set<Sign> signs = new LinkedHashSet<>();
        List<String> questions = new ArrayList<>();
        Collection<Signals> languages = languages(message.language());
        for (Sentence sentence : sentences) {
            languages.forEach(language -> signs(language.shown(), sentence, ours, signs));
            files.signals().values().forEach(language -> signs(named(language), sentence, ours, signs));
            if (!ours && asks(sentence, languages)) {
                questions.add(sentence.quote());
            }
        }
        return new Note(
                message.id(),
                message.role(),
                message.at(),
                message.language(),
                uses(message, signs, questions, ours),
                message.presence(),
                message.shown(),
                List.copyOf(signs),
                message.role() == Role.VISITOR
                        ? new Mentions(languages, files.terms(), message.at()).in(sentences)
                        : List.of(),
                questions,
                opening(sentences),
                null);
    }

    /** What its sentences tell of its purpose besides; a bare question only where nothing tells more. */
    private List<Use> uses(Utterance message, Collection<Sign> signs, List<String> questions, boolean ours) {
        if (ours) {
            return message.uses();
        }
        List<Use> uses = new ArrayList<>(message.uses());
        for (SignalMeaning meaning : files.meanings()) {
            quote(meaning.signal(), signs, questions, uses)
                    .filter(quote ->
                            uses.stream().noneMatch(use -> use.function().equals(meaning.function())))
                    .ifPresent(quote -> uses.add(new Use(
                            meaning.function(), meaning.confidence(), quote, "the signal " + meaning.signal())));
        }
        return uses;
    }

    private static Optional<String> quote(
            String signal, Collection<Sign> signs, List<String> questions, Collection<Use> uses) {
        if (signal.equals(QUESTION)) {
            boolean plain = uses.stream().allMatch(use -> use.function().equals(Assessor.COURTESY));
            return plain ? questions.stream().findFirst() : Optional.empty();
        }
        return signs.stream()
                .filter(sign -> sign.signal().equals(signal))
                .map(Sign::quote)
                .findFirst();
    }

    /** The first sentence that says more than a greeting, else the first one with a letter in it. */
    private static String opening(List<Sentence> sentences) {
        return sentences.stream()
                .filter(Sentence::saysMuch)
                .findFirst()
                .or(() -> sentences.stream().filter(Sentence::says).findFirst())
                .map(Sentence::quote)
                .orElse(null);
    }

    /** The language's file; all of them while the language is not known, or has none. */
    private Collection<Signals> languages(String language) {
        Signals own = language == null ? null : files.signals().get(language.split("-")[0]);
        return own == null ? files.signals().values() : List.of(own);
    }

    /** Of a language, what it shows of sentences that are full of names: their language is taken for the names'. */
    private static Map<String, Shown> named(Signals language) {
        return Maps.filterKeys(language.shown(), Referrals.OF_NAMES::contains);
    }

    /** Of what the company's side says each sentence counts; of the visitor's the first that shows it stands for all. */
    private static void signs(Map<String, Shown> language, Sentence sentence, boolean ours, Set<Sign> signs) {
        language.forEach((name, shown) -> {
            boolean wanted = OURS.contains(name) == ours
                    && !name.equals(QUESTION)
                    && (ours || signs.stream().noneMatch(sign -> sign.signal().equals(name)));
            if (wanted && shown.isIn(sentence.plain(), sentence.words())) {
                signs.add(new Sign(name, sentence.quote()));
            }
        });
    }

    private static boolean asks(Sentence sentence, Collection<Signals> languages) {
        if (!sentence.says()) {
            return false;
        }
        return sentence.plain().matches(".*[?؟][\\pP\\pS\\s]*")
                || languages.stream()
                        .anyMatch(language -> language.shown().containsKey(QUESTION)
                                && language.shown().get(QUESTION).isIn(sentence.plain(), sentence.words()));
    }
}
