package dev.parley.sandbox.words;

import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the pages of one package say, in the language that the address asks for by {@code lang}, else the browser. */
public final class Words {
    private static final List<String> LANGUAGES = List.of("en", "sv", "de", "fa", "zh");
    private static final Control EXACTLY = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final String language;
    private final String asked;
    private final ResourceBundle words;

    private Words(Class<?> speaker, String language, String asked) {
        this.language = language;
        this.asked = asked;
        this.words =
                ResourceBundle.getBundle(speaker.getPackageName() + ".words", Locale.forLanguageTag(language), EXACTLY);
    }

    /** @param speaker whose package's bundles {@code words_*} hold them */
    public static Words of(Class<?> speaker, RoutingContext request) {
        String asked = request.request().getParam("lang");
        Stream<String> accepted = request.acceptableLanguages().stream().map(LanguageHeader::tag);
        String language = Stream.concat(Stream.ofNullable(asked).map(Words::tag), accepted)
                .filter(LANGUAGES::contains)
                .findFirst()
                .orElse("en");
        return new Words(speaker, language, asked == null || !tag(asked).equals(language) ? "" : language);
    }

    private static String tag(String asked) {
        return asked.toLowerCase(Locale.ROOT).replaceFirst("[-_].*", "");
    }

    /** ISO 639-1, as in the attribute {@code lang}. */
    public String language() {
        return language;
    }

    /** As in the attribute {@code dir}. */
    public String direction() {
        return isRightToLeft() ? "rtl" : "ltr";
    }

    private boolean isRightToLeft() {
        return language.equals("fa");
    }

    /** How numbers and times are written, in the digits of the language. */
    public Locale locale() {
        return Locale.forLanguageTag(
                switch (language) {
                    case "en" -> "en-GB";
                    case "fa" -> "fa-IR-u-nu-arabext";
                    default -> language;
                });
    }

    /** A sentence with the values put in; a key that there is not is a mistake of the program. */
    public String of(String key, Object... values) {
        return PLACE.matcher(words.getString(key))
                .replaceAll(place -> Matcher.quoteReplacement(shown(values[Integer.parseInt(place.group(1))])));
    }

    /** What the page calls a thing by; empty for one that has no other name than its own. */
    public Optional<String> find(String key) {
        return words.containsKey(key) ? Optional.of(words.getString(key)) : Optional.empty();
    }

    /** What is put in keeps its own direction and spoils no other's. */
    private String shown(Object value) {
        if (value instanceof Number number) {
            return NumberFormat.getInstance(locale()).format(number);
        }
        return isRightToLeft() ? "\u2068" + value + "\u2069" : String.valueOf(value);
    }

    /** An address of these pages that stays in the language that was asked for. */
    public String to(String path) {
        if (asked.isEmpty()) {
            return path;
        }
        return path + (path.contains("?") ? "&" : "?") + "lang=" + asked;
    }
}
