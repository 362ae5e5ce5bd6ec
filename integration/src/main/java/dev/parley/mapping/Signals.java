package dev.parley.mapping;

import java.util.List;
import java.util.Map;

/**
 * What sentences of one language show, as {@code signals/{language}.yaml} says.
 *
 * @param language as a BCP 47 tag, such as {@code sv}
 * @param shown by the names of the signals, what shows each
 * @param find by the names of things (a person's name, a company, …), what they are found by
 */
public record Signals(String language, Map<String, Shown> shown, Map<String, List<Phrase>> find) {

    public Signals {
        shown = Qualification.inOrder(shown);
        find = Qualification.inOrder(find);
    }

    /**
     * What shows a signal.
     *
     * @param phrases any of them, in one sentence
     * @param unless none of these beside it
     */
    public record Shown(List<Phrase> phrases, List<Phrase> unless) {

        public Shown {
            phrases = List.copyOf(phrases);
            unless = List.copyOf(unless);
        }

        /** Whether a sentence shows it; the parameters as in {@link Phrase#findIn}. */
        public boolean isIn(String sentence, Haystack words) {
            return phrases.stream().anyMatch(phrase -> phrase.isIn(sentence, words))
                    && unless.stream().noneMatch(phrase -> phrase.isIn(sentence, words));
        }
    }
}
