package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Reads a file of {@code functions/}, and says which of its phrases say the same twice or undo each other. */
final class FunctionsReader {
    private final YamlFile file;
    private final Consumer<Finding> findings;
    private final TalkPatternReader reader;
    private final Map<String, Place> positive = new HashMap<>();

    FunctionsReader(YamlFile file, Consumer<Finding> findings) {
        this.file = file;
        this.findings = findings;
        this.reader = new TalkPatternReader(file, findings);
    }

    FunctionsMapping read() {
        List<FunctionMapping> functions = new ArrayList<>();
        file.content().path("functions").fieldNames().forEachRemaining(name -> functions.add(function(name)));
        List<SamplePhrase> none = reader.phrases("/none");
        check(none, Map.copyOf(positive), "has no function");
        return new FunctionsMapping(reader.language(), functions, none);
    }

    private FunctionMapping function(String name) {
        String at = YamlFile.child("/functions", name);
        JsonNode threshold = file.content().at(at + "/threshold");
        List<SamplePhrase> phrases = reader.phrases(at + "/phrases");
        List<SamplePhrase> counterPhrases = reader.phrases(at + "/counterPhrases");
        check(counterPhrases, check(phrases, Map.of(), ""), "is not " + name);
        return new FunctionMapping(
                name,
                threshold.asDouble(FunctionMapping.USUAL),
                reader.patterns(at + "/vetoes"),
                reader.patterns(at + "/rules"),
                phrases,
                counterPhrases);
    }

    /** Finds repetitions within a list and against those that say the contrary; gives all of the list. */
    private Map<String, Place> check(List<SamplePhrase> phrases, Map<String, Place> contrary, String claim) {
        Map<String, Place> seen = new HashMap<>();
        for (SamplePhrase phrase : phrases) {
            String plain = plain(phrase.text());
            Place before = seen.putIfAbsent(plain, phrase.place());
            if (before != null) {
                findings.accept(Finding.warning(
                        phrase.place(), "same-phrase", "the phrase stands already in line " + before.line()));
            }
            Place other = contrary.get(plain);
            if (other != null) {
                String what = "line " + other.line() + " says what the phrase is, here it " + claim;
                findings.accept(Finding.error(phrase.place(), "contradiction", what));
            }
        }
        if (claim.isEmpty()) {
            positive.putAll(seen);
        }
        return seen;
    }

    /** What counts as the same: neither case nor punctuation tells phrases apart. */
    private static String plain(String phrase) {
        return phrase.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip();
    }
}
