package dev.parley.sandbox.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk's words: the same sentences in every language, and the same names as Parley and its package have for them. */
class DeskWordsTest {
    private static final Path PROJECT = Path.of("..", "..");
    private static final Path DESK = Path.of("src/main/resources/dev/parley/sandbox/chat/desk");
    private static final Path PARLEY = PROJECT.resolve("integration/src/main/resources/dev/parley/words");
    private static final Path PACKAGE = PROJECT.resolve("plugin-manifest/salesforce/force-app");

    private static final JsonMapper SCRIPT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"sv", "de", "fa", "zh"})
    void everyLanguageHasEverySentence(String language) throws IOException {
        Map<String, String> english = flat("", object("texts/en.js"));
        Map<String, String> other = flat("", object("texts/" + language + ".js"));

        assertThat(other.keySet()).isEqualTo(english.keySet());
        assertThat(other)
                .allSatisfy(
                        (key, sentence) -> assertThat(places(sentence)).as(key).isEqualTo(places(english.get(key))));
    }

    /** Parley's own bundles name stages and functions, and the lines of a summary. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "sv", "de", "fa", "zh"})
    void agentsReadTheNamesThatParleyUsesElsewhere(String language) throws IOException {
        JsonNode terms = object("terms.js").path(language);

        assertThat(flat("stage.", terms.path("stage"))).isEqualTo(bundle("terms", language, "stage."));
        assertThat(flat("function.", terms.path("functions"))).isEqualTo(bundle("terms", language, "function."));
        assertThat(lowercased(flat("summary.", terms.path("summary"))))
                .isEqualTo(lowercased(bundle("words", language, "summary.")));
    }

    /** Where the package has a label for it; in the middle of a sentence it may begin with a small letter. */
    @ParameterizedTest
    @CsvSource({"en, en", "sv, sv", "de, de", "fa, fa", "zh, zh_CN"})
    void agentsReadTheNamesThatSellersRead(String language, String locale) throws IOException {
        JsonNode terms = object("terms.js").path(language);
        Map<String, String> labels = labels(locale);

        terms.path("stage").properties().forEach(stage -> assertThat(labels.get("Chat_Say_Stage_" + stage.getKey()))
                .isEqualToIgnoringCase(stage.getValue().asText()));
        terms.path("summary").properties().forEach(line -> assertThat(labels.get("Chat_Summary_" + line.getKey()))
                .isEqualTo(line.getValue().asText()));
    }

    /** An agent who opens the record finds the same words there. */
    @ParameterizedTest
    @ValueSource(strings = {"Account", "Contact", "Owner", "Phone"})
    void recordsAreCalledAsSalesforceCallsThem(String name) throws IOException {
        Path words = Path.of("src/main/resources/dev/parley/sandbox/schema/standard-words.txt");
        List<String> desk = new ArrayList<>();
        for (String language : List.of("en", "sv", "de", "zh", "fa")) {
            desk.add(flat("", object("texts/" + language + ".js")).get("word." + name.toLowerCase(Locale.ROOT)));
        }

        assertThat(Files.readAllLines(words)).contains(String.join(" | ", desk));
    }

    /** What both show of a conversation, and what became of an offer that nobody took. */
    @ParameterizedTest
    @CsvSource({"sv, sv", "de, de", "fa, fa", "zh, zh_CN"})
    void agentsAndSellersHaveTheSameWordForTheSameThing(String language, String locale) throws IOException {
        Map<String, String> desk = flat("", object("texts/" + language + ".js"));
        Map<String, String> fields = fields(locale);

        assertThat(fields)
                .containsEntry("Score__c", desk.get("word.score"))
                .containsEntry("Grade__c", desk.get("word.grade"))
                .containsEntry("Functions__c", desk.get("word.functions"))
                .containsEntry("Summary__c", desk.get("word.summary"))
                .containsEntry("Ended_At__c", desk.get("word.endedAt"));
        assertThat(desk.get("escalated"))
                .containsIgnoringCase(labels(locale).get("Chat_Offer_Escalated").replaceAll("[.。] ?\\{0}", ""));
    }

    /** The object that a script assigns, read as data. */
    private static JsonNode object(String file) throws IOException {
        String script = Files.readString(DESK.resolve(file));
        int from = script.indexOf("= {") + 2;
        return SCRIPT.readTree(script.substring(from, script.lastIndexOf('}') + 1));
    }

    private static Map<String, String> flat(String prefix, JsonNode texts) {
        Map<String, String> flat = new TreeMap<>();
        texts.properties()
                .forEach(
                        text -> flat.put(prefix + text.getKey(), text.getValue().asText()));
        return flat;
    }

    private static Map<String, String> lowercased(Map<String, String> texts) {
        Map<String, String> lowercased = new TreeMap<>();
        texts.forEach((key, text) -> lowercased.put(key.toLowerCase(Locale.ROOT), text));
        return lowercased;
    }

    private static Map<String, String> bundle(String name, String language, String prefix) throws IOException {
        Properties bundle = new Properties();
        try (Reader reader = Files.newBufferedReader(PARLEY.resolve(name + "_" + language + ".properties"))) {
            bundle.load(reader);
        }
        Map<String, String> those = new TreeMap<>();
        bundle.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> those.put(key, bundle.getProperty(key)));
        return those;
    }

    private static Map<String, String> labels(String locale) throws IOException {
        boolean isEnglish = locale.equals("en");
        Path file = isEnglish
                ? PACKAGE.resolve("main/default/labels/CustomLabels.labels-meta.xml")
                : PACKAGE.resolve("translations/default/translations/" + locale + ".translation-meta.xml");
        Document labels = Jsoup.parse(Files.readString(file), "", Parser.xmlParser());
        Map<String, String> texts = new TreeMap<>();
        for (Element label : labels.select(isEnglish ? "labels" : "customLabels")) {
            texts.put(
                    label.select(isEnglish ? "> fullName" : "> name").text(),
                    label.select(isEnglish ? "> value" : "> label").text());
        }
        return texts;
    }

    private static Map<String, String> fields(String locale) throws IOException {
        Path folder = PACKAGE.resolve("translations/default/objectTranslations/Chat_Conversation__c-" + locale);
        Map<String, String> texts = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.fieldTranslation-meta.xml")) {
            for (Path file : files) {
                Element field = Jsoup.parse(Files.readString(file), "", Parser.xmlParser())
                        .firstElementChild();
                texts.put(field.select("> name").text(), field.select("> label").text());
            }
        }
        return texts;
    }

    private static String places(String sentence) {
        return sentence.replaceAll("[^{}\\d]|(?<!\\{)\\d", "");
    }
}
