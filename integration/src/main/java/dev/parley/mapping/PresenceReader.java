package dev.parley.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads a file of {@code presence/}. */
final class PresenceReader {
    private static final List<String> CATEGORIES = List.of("affective", "interactive", "cohesive");

    private final YamlFile file;
    private final TalkPatternReader reader;

    PresenceReader(YamlFile file, Consumer<Finding> findings) {
        this.file = file;
        this.reader = new TalkPatternReader(file, findings);
    }

    PresenceMapping read() {
        List<PresenceIndicator> indicators = new ArrayList<>();
        for (String category : CATEGORIES) {
            file.content().path(category).fieldNames().forEachRemaining(name -> {
                String at = YamlFile.child("/" + category, name);
                List<String> words = reader.phrases(at + "/words").stream()
                        .map(SamplePhrase::text)
                        .toList();
                indicators.add(new PresenceIndicator(
                        category, name, words, reader.patterns(at + "/patterns"), reader.patterns(at + "/unless")));
            });
        }
        return new PresenceMapping(reader.language(), indicators);
    }
}
