package dev.parley.handoff;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What sellers read, in their language. */
final class Words {
    /** ISO 639-1; the first where somebody speaks none of them. */
    static final List<String> LANGUAGES = List.of("en", "sv", "de", "fa", "zh");

    private static final Control EXACTLY = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final String language;
    private final ResourceBundle words;

    private Words(String language) {
        this.language = language;
        this.words = ResourceBundle.getBundle("dev.parley.handoff.words", Locale.forLanguageTag(language), EXACTLY);
    }

    /** The first of these languages that there are words in. */
    static Words in(List<String> languages) {
        return new Words(
                languages.stream().filter(LANGUAGES::contains).findFirst().orElse(LANGUAGES.get(0)));
    }

    /** Those that a browser prefers. */
    static Words accepted(String header, List<String> otherwise) {
        try {
            List<String> wanted = header == null || header.length() > 500
                    ? List.of()
                    : Locale.LanguageRange.parse(header).stream()
                            .map(range -> range.getRange().replaceFirst("-.*", ""))
                            .filter(LANGUAGES::contains)
                            .toList();
            return in(wanted.isEmpty() ? otherwise : wanted);
        } catch (IllegalArgumentException e) {
            return in(otherwise);
        }
    }

    String language() {
        return language;
    }

    String direction() {
        return language.equals("fa") ? "rtl" : "ltr";
    }

    String of(String key, Object... values) {
        // The apostrophe is MessageFormat's quote; here it is one.
        String pattern = words.getString(key).replace("'", "''");
        return new MessageFormat(pattern, Locale.ROOT).format(values);
    }
}
