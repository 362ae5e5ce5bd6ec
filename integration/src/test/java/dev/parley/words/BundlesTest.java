package dev.parley.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in one language stands in all of them, with the same places to fill in. */
class BundlesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/dev/parley");
    private static final Pattern FILE = Pattern.compile("(words|terms|sayings)_(\\w+)\\.properties");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    /** Without the language: {@code handoff/words}. */
    static List<String> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(
                            file -> FILE.matcher(file.getFileName().toString()).matches())
                    .map(file -> RESOURCES.relativize(file).toString().replaceFirst("_\\w+\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    @Test
    void allOfThemAreFound() throws IOException {
        assertThat(bundles())
                .contains("channel/writeback/words", "handoff/words", "meeting/words", "words/sayings", "words/terms");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyLanguageHasEverySentence(String bundle) {
        Map<String, List<String>> english = places(read(bundle, "en"));

        for (String language : Words.LANGUAGES) {
            assertThat(places(read(bundle, language)))
                    .as("%s in %s", bundle, language)
                    .isEqualTo(english);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noSentenceIsEmptyOrWasLeftInEnglish(String bundle) {
        Properties english = read(bundle, "en");

        for (String language : List.of("fa", "zh")) {
            Properties other = read(bundle, language);
            assertThat(other.stringPropertyNames())
                    .as("%s in %s", bundle, language)
                    .allSatisfy(key ->
                            assertThat(other.getProperty(key)).isNotBlank().isNotEqualTo(english.getProperty(key)));
        }
    }

    private static Properties read(String bundle, String language) {
        Properties all = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(bundle + "_" + language + ".properties"))) {
            all.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static Map<String, List<String>> places(Properties sentences) {
        return new TreeSet<>(sentences.stringPropertyNames())
                .stream()
                        .collect(Collectors.toMap(
                                key -> key,
                                key -> PLACE.matcher(sentences.getProperty(key))
                                        .results()
                                        .map(MatchResult::group)
                                        .sorted()
                                        .toList(),
                                (one, other) -> one,
                                TreeMap::new));
    }
}
