package dev.parley.sandbox.mail;

import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;

/** What the pages of mail say, in the language that the address asks for by {@code lang}, else the browser. */
final class MailWords {
    private static final List<String> LANGUAGES = List.of("en", "sv", "de", "fa", "zh");
    private static final Control EXACTLY = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final String language;
    private final String asked;
    private final ResourceBundle words;

    private MailWords(String language, String asked) {
        this.language = language;
        this.asked = asked;
        this.words =
                ResourceBundle.getBundle("dev.parley.sandbox.mail.words", Locale.forLanguageTag(language), EXACTLY);
    }

    static MailWords of(RoutingContext request) {
        String asked = request.request().getParam("lang");
        Stream<String> accepted = request.acceptableLanguages().stream().map(LanguageHeader::tag);
        String language = Stream.concat(Stream.ofNullable(asked).map(MailWords::tag), accepted)
                .filter(LANGUAGES::contains)
                .findFirst()
                .orElse("en");
        return new MailWords(language, asked == null || !tag(asked).equals(language) ? "" : "?lang=" + language);
    }

    private static String tag(String asked) {
        return asked.toLowerCase(Locale.ROOT).replaceFirst("[-_].*", "");
    }

    String language() {
        return language;
    }

    String direction() {
        return language.equals("fa") ? "rtl" : "ltr";
    }

    String of(String key) {
        return words.getString(key);
    }

    /** An address of these pages that stays in the language that was asked for. */
    String to(String path) {
        return path + asked;
    }
}
