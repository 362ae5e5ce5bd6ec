package dev.parley.qualification;

import com.google.re2j.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** How days are named in a language. */
final class DateWords {

    private static final Properties WORDS = read();
    private static final Map<String, DateWords> LANGUAGES = new ConcurrentHashMap<>();

    private final String language;
    private final Map<String, Integer> months = new LinkedHashMap<>();
    private final Map<String, Integer> weekdays = new LinkedHashMap<>();

    private DateWords(String language) {
        this.language = language;
        Locale locale = Locale.forLanguageTag(language);
        for (Month month : Month.values()) {
            name(months, month.getDisplayName(TextStyle.FULL, locale), month.getValue());
            name(months, month.getDisplayName(TextStyle.FULL_STANDALONE, locale), month.getValue());
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            name(weekdays, day.getDisplayName(TextStyle.FULL, locale), day.getValue());
            name(weekdays, day.getDisplayName(TextStyle.FULL_STANDALONE, locale), day.getValue());
            if (language.equals("zh")) {
                String last = day.getDisplayName(TextStyle.NARROW, locale);
                name(weekdays, "周" + last, day.getValue());
            }
        }
    }

    /** Of a language; empty if its words are not known. */
    static Optional<DateWords> of(String language) {
        return WORDS.containsKey(language + ".0")
                ? Optional.of(LANGUAGES.computeIfAbsent(language, DateWords::new))
                : Optional.empty();
    }

    private static void name(Map<String, Integer> names, String name, int value) {
        names.putIfAbsent(Sentence.of(name).lower(), value);
    }

    private static Properties read() {
        Properties words = new Properties();
        try (InputStream file = DateWords.class.getResourceAsStream("date-words.properties")) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** Whether words are parted by blanks. */
    boolean parted() {
        return !language.equals("zh");
    }

    Map<String, Integer> months() {
        return months;
    }

    Map<String, Integer> weekdays() {
        return weekdays;
    }

    /** The names under a key; none if the language has no such thing. */
    List<String> names(String key) {
        String names = WORDS.getProperty(language + "." + key);
        return names == null
                ? List.of()
                : Arrays.asList(Sentence.of(names).lower().split("\\|"));
    }

    /** An alternative of names, the longest first so that the whole of one is taken; matches nothing if there are none. */
    static String any(Iterable<String> names) {
        List<String> all = new ArrayList<>();
        names.forEach(all::add);
        all.sort((one, other) -> other.length() - one.length());
        return all.isEmpty()
                ? "[^\\x{0}-\\x{10ffff}]"
                : all.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
    }

    String any(String key) {
        return any(names(key));
    }

    /** A number written with digits or as a word from one to ten; empty if it is neither. */
    Optional<Integer> number(String written) {
        int word = names("numbers").indexOf(written);
        if (word >= 0) {
            return Optional.of(word + 1);
        }
        return written.matches("\\d{1,3}") ? Optional.of(Integer.parseInt(written)) : Optional.empty();
    }
}
