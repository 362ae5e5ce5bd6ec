package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the org's pages say in one language they say in all of them. */
class WordsTest {

    @ParameterizedTest
    @CsvSource({"mail,sv", "mail,de", "mail,fa", "mail,zh", "pages,sv", "pages,de", "pages,fa", "pages,zh"})
    void everyLanguageHasEverySentence(String place, String language) throws IOException {
        Properties english = read(place, "en");
        Properties other = read(place, language);

        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(other.stringPropertyNames()).allSatisfy(key -> assertThat(places(other.getProperty(key)))
                .isEqualTo(places(english.getProperty(key))));
    }

    private static String places(String sentence) {
        return sentence.replaceAll("[^{}\\d]|(?<!\\{)\\d", "");
    }

    private static Properties read(String place, String language) throws IOException {
        Properties words = new Properties();
        Path file = Path.of("src/main/resources/dev/parley/sandbox", place, "words_" + language + ".properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            words.load(reader);
        }
        return words;
    }
}
