package dev.parley.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.mapping.MappingFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the build lays down of the shipped phrases. */
class KnownMeaningsTest {

    private final KnownMeanings meanings = (KnownMeanings) KnownMeanings.SHIPPED.get();
    private final List<PhraseBook.Entry> phrases =
            MappingFiles.load(Path.of("../mappings")).orThrow().talk().functions().stream()
                    .filter(mapping -> meanings.knows(mapping.language()))
                    .flatMap(mapping -> PhraseBook.of(mapping).entries().stream())
                    .toList();

    @Test
    void noShippedPhraseIsLeftForAServerToWorkOut() {
        assertThat(phrases).hasSizeGreaterThan(1_000).allMatch(phrase -> meanings.isLaidDown(phrase.lower()));
    }

    @Test
    void whatIsLaidDownIsWhatTheModelSays() {
        MiniLm model = MiniLm.load();
        for (int i = 0; i < phrases.size(); i += 500) {
            String phrase = phrases.get(i).lower();
            assertThat(meanings.of(phrase)).as(phrase).containsExactly(model.of(phrase), within(1e-5f));
        }
    }
}
