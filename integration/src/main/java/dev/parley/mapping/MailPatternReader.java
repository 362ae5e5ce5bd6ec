package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Compiles the regular expressions of one file and checks the names of their groups; what does not fit is a finding. */
final class MailPatternReader {
    private final YamlFile file;
    private final Consumer<Finding> findings;
    private final Set<String> groups = new TreeSet<>();

    MailPatternReader(YamlFile file, Consumer<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    /** The names of all groups read so far. */
    Set<String> groups() {
        return groups;
    }

    /** The expressions of a list that compile. */
    List<MailPattern> readAll(String pointer, Set<String> known) {
        JsonNode list = file.content().at(pointer);
        List<MailPattern> patterns = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            patterns.add(read(pointer + "/" + i, known));
        }
        return patterns.stream().filter(Objects::nonNull).toList();
    }

    /**
     * The expression at a pointer; null if none stands there or it does not compile.
     *
     * @param known the groups it may have
     */
    MailPattern read(String pointer, Set<String> known) {
        YamlText text = file.text(pointer);
        if (text == null) {
            return null;
        }
        if (Repetitions.areTooMany(text.value())) {
            return tooLarge(text);
        }
        if (EndlessCases.areIn(text.value())) {
            findings.accept(EndlessCases.finding(text));
            return null;
        }
        try {
            Pattern pattern = Pattern.compile(text.value());
            if (Repetitions.areTooMany(pattern.programSize())) {
                return tooLarge(text);
            }
            pattern.namedGroups().keySet().forEach(group -> checkGroup(text, group, known));
            return new MailPattern(pattern, text.start());
        } catch (PatternSyntaxException e) {
            findings.accept(Finding.error(text.start(), "pattern-syntax", words(e)));
            return null;
        }
    }

    private MailPattern tooLarge(YamlText text) {
        findings.accept(Finding.error(
                text.start(), "pattern-too-large", "the regular expression repeats too much; count less"));
        return null;
    }

    private static String words(PatternSyntaxException e) {
        String hint = e.getDescription().contains("invalid or unsupported Perl syntax")
                ? "; look-around and back-references are not part of RE2"
                : "";
        return "the regular expression cannot be read: " + e.getDescription() + hint;
    }

    private void checkGroup(YamlText text, String group, Set<String> known) {
        groups.add(group);
        if (!known.contains(group)) {
            int at = text.value().indexOf("<" + group + ">") + 1;
            String what = "'" + group + "' is no name of a group here" + (known.isEmpty() ? ": nothing reads it" : "");
            findings.accept(Finding.error(text.at(at), "unknown-group", what, Suggestion.among(known, group)));
        }
    }
}
