package dev.parley.talk;

import dev.parley.mapping.FunctionMapping;
import dev.parley.mapping.FunctionsMapping;
import dev.parley.mapping.SamplePhrase;
import java.util.ArrayList;
import java.util.List;

/** The phrases of one language, each with the number of its function; the last number stands for none. */
final class PhraseBook {
    /**
     * A phrase.
     *
     * @param lower as models read it
     * @param is whether it has the function, or only looks so
     */
    record Entry(SamplePhrase phrase, String lower, Sparse features, int function, boolean is) {}

    private final List<Entry> entries = new ArrayList<>();
    private final int functions;

    private PhraseBook(int functions) {
        this.functions = functions;
    }

    static PhraseBook of(FunctionsMapping mapping) {
        PhraseBook book = new PhraseBook(mapping.functions().size());
        for (int i = 0; i < mapping.functions().size(); i++) {
            FunctionMapping function = mapping.functions().get(i);
            book.add(function.phrases(), i, true);
            book.add(function.counterPhrases(), i, false);
        }
        book.add(mapping.none(), mapping.functions().size(), true);
        return book;
    }

    private void add(List<SamplePhrase> phrases, int function, boolean is) {
        for (SamplePhrase phrase : phrases) {
            String lower = Utterance.lower(Utterance.of(phrase.text()).text());
            entries.add(new Entry(phrase, lower, Features.of(lower), function, is));
        }
    }

    List<Entry> entries() {
        return entries;
    }

    /** How many functions there are, none counted as one. */
    int classes() {
        return functions + 1;
    }

    /** The phrase of a function that is most like a sentence. */
    SamplePhrase nearest(int function, String sentence) {
        Sparse features = Features.of(sentence);
        Entry nearest = null;
        double most = -1;
        for (Entry entry : entries) {
            double likeness = entry.function() == function && entry.is() ? features.dot(entry.features()) : -1;
            if (likeness > most) {
                most = likeness;
                nearest = entry;
            }
        }
        return nearest.phrase();
    }
}
