package dev.parley.words;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The sentences of one package in the language of who reads them. */
public final class Words {
    /** ISO 639-1; the first for whoever reads none of them. */
    public static final List<String> LANGUAGES = List.of("en", "sv", "de", "fa", "zh");

    static final Control EXACTLY = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    private static final int LONGEST_HEADER = 500;

    private final Locale locale;
    private final ResourceBundle words;
    private final ResourceBundle terms;

    private Words(String bundle, Locale locale) {
        Locale language = Locale.forLanguageTag(locale.getLanguage());
        this.locale = locale;
        this.words = ResourceBundle.getBundle(bundle, language, EXACTLY);
        this.terms = ResourceBundle.getBundle("dev.parley.words.terms", language, EXACTLY);
    }

    /**
     * In the first of these languages that there are words in.
     *
     * @param speaker whose package's bundles {@code words_*} hold the sentences
     * @param wanted language tags (BCP 47, or as Salesforce writes them), the dearest first
     */
    public static Words of(Class<?> speaker, Collection<String> wanted) {
        Locale locale = wanted.stream()
                .map(Words::locale)
                .filter(Words::isKnown)
                .findFirst()
                .orElse(Locale.ENGLISH);
        return new Words(speaker.getPackageName() + ".words", locale);
    }

    /**
     * In the language that a browser prefers.
     *
     * @param header of HTTP, {@code Accept-Language}; may be null, and anything
     * @param otherwise language tags, where the header names no language that there are words in
     */
    public static Words accepted(Class<?> speaker, String header, Collection<String> otherwise) {
        List<String> wanted =
                preferred(header).stream().filter(tag -> isKnown(locale(tag))).toList();
        return of(speaker, wanted.isEmpty() ? otherwise : wanted);
    }

    private static List<String> preferred(String header) {
        if (header == null || header.length() > LONGEST_HEADER) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .map(Locale.LanguageRange::getRange)
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static Locale locale(String tag) {
        return Locale.forLanguageTag(tag.strip().replace('_', '-'));
    }

    private static boolean isKnown(Locale locale) {
        return LANGUAGES.contains(locale.getLanguage());
    }

    /** ISO 639-1, as in the attribute {@code lang}. */
    public String language() {
        return locale.getLanguage();
    }

    /** As in the attribute {@code dir}. */
    public String direction() {
        return isRightToLeft() ? "rtl" : "ltr";
    }

    private boolean isRightToLeft() {
        return ULocale.forLocale(locale).isRightToLeft();
    }

    /** A sentence with the values put in; a key that there is not is a mistake of the program. */
    public String of(String key, Object... values) {
        // The apostrophe is MessageFormat's quote; here it is one.
        MessageFormat sentence = new MessageFormat(words.getString(key).replace("'", "''"), Locale.ROOT);
        Object[] shown = values.clone();
        for (int i = 0; i < shown.length; i++) {
            shown[i] = shown[i] instanceof Number number
                    ? NumberFormat.getInstance(locale).format(number)
                    : Isolates.apart(String.valueOf(shown[i]), isRightToLeft());
        }
        return sentence.format(shown);
    }

    /** What a kind of thing is called, such as a stage or a function; what has no other name is called what it is. */
    public String term(String kind, String name) {
        return knownTerm(kind, name).orElse(name);
    }

    /** The same; empty for what an admin has named. */
    public Optional<String> knownTerm(String kind, String name) {
        String key = kind + "." + name.replace(' ', '-');
        return terms.containsKey(key) ? Optional.of(terms.getString(key)) : Optional.empty();
    }

    /** A finding or a reason, which stands in English on the record, in these words. */
    public String retold(String line) {
        return Sayings.in(language()).retold(line);
    }

    /** A conversation's summary, which stands in English on the record, with its headings in these words. */
    public String retoldSummary(String summary) {
        return summaries().retold(summary);
    }

    /** A next step in these words: a meeting's time as the reader writes it; anything else was said by somebody. */
    public String retoldStep(String step) {
        return summaries().step(step);
    }

    private Summaries summaries() {
        return new Summaries(new Words(Words.class.getPackageName() + ".words", locale));
    }

    /** Day and time, with the zone beside them. */
    public String moment(Instant at, ZoneId zone) {
        return new Moments(locale, zone).moment(at);
    }

    /** A day of the week with the times from when to when, and the zone beside them. */
    public String period(Instant from, Instant to, ZoneId zone) {
        return new Moments(locale, zone).period(from, to);
    }
}
