package dev.parley.talk;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges sentences by their words, and by their meaning where words leave it open. */
final class Judge {
    private static final Logger LOG = LoggerFactory.getLogger(Judge.class);
    private static final int ROUNDS = 12;
    private static final double RATE = 1;
    private static final int MEANING_ROUNDS = 12;
    private static final double MEANING_RATE = 0.2;

    /** Words alone decide from this confidence on. */
    private static final double SURE = 0.93;

    /** How much meaning weighs against words. */
    private static final double WEIGHT = 0.6;

    private final Model words;
    private final Model meanings;
    private final Meaning meaning;

    private Judge(Model words, Model meanings, Meaning meaning) {
        this.words = words;
        this.meanings = meanings;
        this.meaning = meaning;
    }

    static Judge ofWords(PhraseBook phrases) {
        List<Example> examples = phrases.entries().stream()
                .map(entry -> new Example(entry.features(), entry.function(), entry.is()))
                .toList();
        return new Judge(Model.train(examples, Features.SIZE, phrases.classes(), ROUNDS, RATE), null, null);
    }

    Judge with(Meaning meaning, PhraseBook phrases) {
        List<Example> examples = phrases.entries().stream()
                .map(entry -> new Example(Sparse.dense(meaning.of(entry.lower())), entry.function(), entry.is()))
                .toList();
        Model model = Model.train(examples, meaning.size(), phrases.classes(), MEANING_ROUNDS, MEANING_RATE);
        return new Judge(words, model, meaning);
    }

    /**
     * By class how sure it is, 0 to 1.
     *
     * @param decided whether a rule has said what the sentence is for: its meaning is not looked at then
     */
    double[] confidences(String sentence, boolean decided) {
        double[] byWords = words.confidences(Features.of(sentence));
        if (meanings == null || decided || most(byWords) >= SURE) {
            return byWords;
        }
        double[] byMeaning;
        try {
            byMeaning = meanings.confidences(Sparse.dense(meaning.of(sentence)));
        } catch (IllegalStateException e) {
            LOG.warn("A sentence is judged by its words alone: {}", e.getMessage());
            return byWords;
        }
        for (int k = 0; k < byWords.length; k++) {
            byWords[k] = Calibration.sigmoid(
                    WEIGHT * Calibration.logit(byMeaning[k]) + (1 - WEIGHT) * Calibration.logit(byWords[k]));
        }
        return byWords;
    }

    private static double most(double[] confidences) {
        double most = 0;
        for (double confidence : confidences) {
            most = Math.max(most, confidence);
        }
        return most;
    }
}
