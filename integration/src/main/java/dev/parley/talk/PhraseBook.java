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
    private final List<PhraseIndex> indexes = new ArrayList<>();
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
        for (int i = 0; i <= book.functions; i++) {
            int function = i;
            book.indexes.add(PhraseIndex.of(book.entries.stream()
                    .filter(entry -> entry.function() == function && entry.is())
                    .toList()));
        }
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

    /** The phrase of a function that is most like a sentence; the first of those that are equally like it. */
    SamplePhrase nearest(int function, String sentence) {
        return indexes.get(function).nearest(Features.of(sentence)).phrase();
    }
}
