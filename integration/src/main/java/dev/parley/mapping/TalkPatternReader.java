package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the regular expressions and the texts of files that tell how messages are understood. */
final class TalkPatternReader {
    private final YamlFile file;
    private final Consumer<Finding> findings;
    private final MailPatternReader patterns;

    TalkPatternReader(YamlFile file, Consumer<Finding> findings) {
        this.file = file;
        this.findings = findings;
        this.patterns = new MailPatternReader(file, findings);
    }

    /** The language that the file's name says; a name that is none is a finding. */
    String language() {
        String name = file.name().substring(file.name().indexOf('/') + 1).replaceFirst("\\.yaml$", "");
        if (!Set.of(Locale.getISOLanguages()).contains(name)) {
            findings.accept(Finding.error(
                    new Place(file.name(), 1, 1),
                    "unknown-language",
                    "'" + name + "' is no language: the file's name is its two letters (ISO 639-1), such as en"));
        }
        return name;
    }

    /** The expressions of a list that compile; one that fits everything, or nothing at all, is a finding. */
    List<TalkPattern> patterns(String pointer) {
        List<TalkPattern> read = new ArrayList<>();
        for (MailPattern pattern : patterns.readAll(pointer, Set.of())) {
            if (pattern.isIn("")) {
                findings.accept(Finding.error(
                        pattern.place(), "fits-everything", "the regular expression is found in every message"));
            } else {
                read.add(new TalkPattern(pattern.pattern().pattern(), pattern.place()));
            }
        }
        return read;
    }

    /** The texts of a list. */
    List<SamplePhrase> phrases(String pointer) {
        JsonNode list = file.content().at(pointer);
        List<SamplePhrase> phrases = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            YamlText text = file.text(pointer + "/" + i);
            if (text != null) {
                phrases.add(new SamplePhrase(text.value(), text.start()));
            }
        }
        return phrases;
    }
}
