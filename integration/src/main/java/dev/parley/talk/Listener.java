package dev.parley.talk;

import dev.parley.mapping.FunctionMapping;
import dev.parley.mapping.FunctionsMapping;
import dev.parley.mapping.Haystack;
import dev.parley.mapping.SamplePhrase;
import dev.parley.mapping.TalkPattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tells what messages of one language are for: vetoes first, then rules, then the model. */
final class Listener {
    /** How sure a rule is; people wrote it for this. */
    private static final double RULE = 0.95;

    /** How sure the model must be of what a sentence is for besides: people mostly say one thing at a time. */
    private static final double SECOND = 0.45;

    private final List<FunctionMapping> functions;
    private final PhraseBook phrases;
    private final Judge judge;

    private Listener(List<FunctionMapping> functions, PhraseBook phrases, Judge judge) {
        this.functions = functions;
        this.phrases = phrases;
        this.judge = judge;
    }

    /** Learns a file's phrases. */
    static Listener of(FunctionsMapping mapping) {
        PhraseBook phrases = PhraseBook.of(mapping);
        return new Listener(
                mapping.functions().stream().map(Listener::spelt).toList(), phrases, Judge.ofWords(phrases));
    }

    private static FunctionMapping spelt(FunctionMapping function) {
        return new FunctionMapping(
                function.name(),
                function.threshold(),
                Spelling.of(function.vetoes()),
                Spelling.of(function.rules()),
                function.phrases(),
                function.counterPhrases());
    }

    /** Another that has learnt the phrases once more by what they mean. */
    Listener with(Meaning meaning) {
        return new Listener(functions, phrases, judge.with(meaning, phrases));
    }

    /** What one sentence is for. */
    List<Purpose> hear(String sentence) {
        String lower = Utterance.lower(sentence);
        Haystack words = new Haystack(lower);
        List<Purpose> heard = new ArrayList<>();
        boolean[] ruled = new boolean[functions.size()];
        for (int i = 0; i < ruled.length; i++) {
            FunctionMapping function = functions.get(i);
            Optional<TalkPattern> rule = find(function.rules(), words);
            ruled[i] = rule.isPresent() && find(function.vetoes(), words).isEmpty();
            if (ruled[i]) {
                heard.add(new Purpose(function.name(), RULE, sentence, because(rule.get())));
            }
        }
        double[] confidences = judge.confidences(lower, !heard.isEmpty());
        for (int i : likely(confidences, ruled, words)) {
            if (heard.isEmpty() || confidences[i] >= SECOND) {
                heard.add(new Purpose(functions.get(i).name(), confidences[i], sentence, because(i, lower)));
            }
        }
        return heard;
    }

    /** The functions that the model holds for likely and no veto forbids, the likeliest first. */
    private List<Integer> likely(double[] confidences, boolean[] ruled, Haystack words) {
        return IntStream.range(0, functions.size())
                .filter(i -> !ruled[i] && confidences[i] >= functions.get(i).threshold())
                .filter(i -> find(functions.get(i).vetoes(), words).isEmpty())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -confidences[i]))
                .toList();
    }

    private static String because(TalkPattern rule) {
        return "a rule, " + rule.place();
    }

    private String because(int function, String sentence) {
        SamplePhrase nearest = phrases.nearest(function, sentence);
        return "like '" + nearest.text() + "', " + nearest.place();
    }

    private static Optional<TalkPattern> find(List<TalkPattern> patterns, Haystack sentence) {
        return patterns.stream().filter(pattern -> pattern.isIn(sentence)).findFirst();
    }
}
