package dev.parley.mapping;

import java.util.List;

/**
 * How one function of a message is told in one language.
 *
 * @param name as the contract has it, such as {@code wants-human}
 * @param threshold the least confidence by which a message counts as having it, 0 to 1
 * @param vetoes a sentence in which one of these is found never has the function
 * @param rules a sentence in which one of these is found has it
 * @param phrases sentences that have it
 * @param counterPhrases sentences that look alike and do not
 */
public record FunctionMapping(
        String name,
        double threshold,
        List<TalkPattern> vetoes,
        List<TalkPattern> rules,
        List<SamplePhrase> phrases,
        List<SamplePhrase> counterPhrases) {

    /** The threshold where a file names none: judged by the harmonic mean of precision and recall, lower than even. */
    static final double USUAL = 0.3;

    public FunctionMapping {
        vetoes = List.copyOf(vetoes);
        rules = List.copyOf(rules);
        phrases = List.copyOf(phrases);
        counterPhrases = List.copyOf(counterPhrases);
    }
}
