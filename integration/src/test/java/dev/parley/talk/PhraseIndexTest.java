package dev.parley.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.mapping.Place;
import dev.parley.mapping.SamplePhrase;
import dev.parley.talk.PhraseBook.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The index finds what looking at every phrase would find. */
class PhraseIndexTest {

    @Property(tries = 300)
    void itIsTheFirstOfThoseThatAreMostLikeASentence(
            @ForAll("phrases") List<String> phrases, @ForAll("sentences") String sentence) {
        List<Entry> entries = IntStream.range(0, phrases.size())
                .mapToObj(i -> entry(phrases.get(i), i))
                .toList();
        Sparse asked = Features.of(sentence);

        Entry found = PhraseIndex.of(entries).nearest(asked);

        double most = entries.stream()
                .mapToDouble(entry -> likeness(entry, asked))
                .max()
                .orElseThrow();
        Entry first = entries.stream()
                .filter(entry -> likeness(entry, asked) == most)
                .findFirst()
                .orElseThrow();
        assertThat(found).isSameAs(first);
    }

    @Provide
    Arbitrary<List<String>> phrases() {
        return sentences().list().ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> sentences() {
        return Arbitraries.of("price", "prices", "a", "demo", "call", "me", "möte", "价", "?", "person", "persona")
                .list()
                .ofMaxSize(8)
                .map(words -> String.join(" ", words));
    }

    private static Entry entry(String phrase, int line) {
        return new Entry(
                new SamplePhrase(phrase, new Place("en.yaml", line + 1, 1)), phrase, Features.of(phrase), 0, true);
    }

    private static double likeness(Entry entry, Sparse asked) {
        Map<Integer, Float> phrase = new HashMap<>();
        for (int i = 0; i < entry.features().index().length; i++) {
            phrase.put(entry.features().index()[i], entry.features().value()[i]);
        }
        double sum = 0;
        for (int i = 0; i < asked.index().length; i++) {
            sum += asked.value()[i] * phrase.getOrDefault(asked.index()[i], 0f);
        }
        return sum;
    }
}
