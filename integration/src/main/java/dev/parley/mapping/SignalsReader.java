package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Compiles a file of {@code signals} that fits its schema; what does not compile is a finding. */
final class SignalsReader {
    /** Languages that write words without blanks between them. */
    private static final Set<String> UNPARTED = Set.of("zh", "ja", "th", "lo", "km", "my");

    private final YamlFile file;
    private final Consumer<Finding> findings;
    private final boolean parted;

    SignalsReader(YamlFile file, Consumer<Finding> findings) {
        this.file = file;
        this.findings = findings;
        this.parted = !UNPARTED.contains(language());
    }

    private String language() {
        String name = file.name();
        return name.substring(name.indexOf('/') + 1, name.length() - ".yaml".length());
    }

    Signals read() {
        if (!language().matches("[a-z]{2,3}")) {
            String what = "the file's name is the code of a language (ISO 639), such as en.yaml";
            findings.accept(Finding.error(new Place(file.name(), 1, 1), "language-name", what));
        }
        Map<String, Signals.Shown> shown = new TreeMap<>();
        file.content().path("signals").fieldNames().forEachRemaining(name -> {
            String at = YamlFile.child("/signals", name);
            shown.put(name, new Signals.Shown(phrases(at + "/phrases", true), phrases(at + "/unless", true)));
        });
        Map<String, List<Phrase>> find = new TreeMap<>();
        file.content()
                .path("find")
                .fieldNames()
                .forEachRemaining(name -> find.put(name, phrases(YamlFile.child("/find", name), false)));
        return new Signals(language(), shown, find);
    }

    private List<Phrase> phrases(String pointer, boolean anyCase) {
        JsonNode list = file.content().at(pointer);
        List<Phrase> phrases = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            phrase(file.text(pointer + "/" + i), anyCase).ifPresent(phrases::add);
        }
        return phrases;
    }

    private Optional<Phrase> phrase(YamlText text, boolean anyCase) {
        if (text == null) {
            return Optional.empty();
        }
        if (EndlessCases.areIn(text.value())) {
            findings.accept(EndlessCases.finding(text));
            return Optional.empty();
        }
        try {
            Optional<Phrase> phrase = Repetitions.areTooMany(text.value())
                    ? Optional.empty()
                    : Optional.of(Phrase.of(text.value(), parted, anyCase))
                            .filter(compiled -> !Repetitions.areTooMany(compiled.size()));
            if (phrase.isEmpty()) {
                findings.accept(
                        Finding.error(text.start(), "pattern-too-large", "the phrase repeats too much; count less"));
            }
            return phrase;
        } catch (PatternSyntaxException e) {
            String what = "the phrase cannot be read as a regular expression: " + e.getDescription();
            findings.accept(Finding.error(text.start(), "pattern-syntax", what));
        }
        return Optional.empty();
    }
}
