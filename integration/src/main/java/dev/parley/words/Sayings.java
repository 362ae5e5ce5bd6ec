package dev.parley.words;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What Parley writes on records and says of its findings, in the words of who reads it. It stands there in English, which
 * programs and mapping files read too: so it is known again by its form. The components of the CRM do the same.
 */
public final class Sayings {
    private static final String BUNDLE = "dev.parley.words.sayings";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Pattern POINTS = Pattern.compile("([+-]\\d+ )(.*)");
    private static final List<String> LISTS = List.of(", ", " and the ");
    private static final String QUOTE = "Quote";

    /** Where a quotation has what people said, which stays as they said it. */
    private static final int SAID = 1;

    /** What other sentences stand in. */
    private static final List<String> AROUND = List.of("Review", QUOTE);

    private static final List<Form> FORMS = forms();
    private static final Map<String, Sayings> BY_LANGUAGE = new ConcurrentHashMap<>();

    private final ResourceBundle words;
    private final boolean english;
    private final boolean rightToLeft;

    private Sayings(String language) {
        this.words = bundle(language);
        this.english = language.equals("en");
        this.rightToLeft = ULocale.forLanguageTag(language).isRightToLeft();
    }

    /**
     * How one of them is known again.
     *
     * @param places which place each group of the pattern fills
     * @param weight how much of it is always the same
     */
    private record Form(String key, Pattern pattern, List<Integer> places, int weight) {

        static Form of(String key, String written) {
            List<Integer> places = PLACE.matcher(written)
                    .results()
                    .map(place -> Integer.valueOf(place.group(1)))
                    .toList();
            List<String> literals = Arrays.asList(PLACE.split(written, -1));
            String pattern = literals.stream().map(Pattern::quote).collect(Collectors.joining("(.+?)"));
            int weight = literals.stream().mapToInt(String::length).sum();
            return new Form(
                    key, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), places, weight);
        }

        int rank() {
            return AROUND.contains(key) ? AROUND.indexOf(key) : AROUND.size();
        }
    }

    /** The longest goes first, for a shorter one may fit it too. */
    private static List<Form> forms() {
        ResourceBundle english = bundle("en");
        return english.keySet().stream()
                .map(key -> Form.of(key, english.getString(key)))
                .sorted(Comparator.comparingInt(Form::rank)
                        .thenComparing(Comparator.comparingInt(Form::weight).reversed())
                        .thenComparing(Form::key))
                .toList();
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(BUNDLE, Locale.forLanguageTag(language), Words.EXACTLY);
    }

    /** @param language one of {@link Words#LANGUAGES} */
    public static Sayings in(String language) {
        return BY_LANGUAGE.computeIfAbsent(language, Sayings::new);
    }

    /** @param wished any text or null; English where it is none of {@link Words#LANGUAGES} */
    public static Sayings orEnglish(String wished) {
        return in(wished != null && Words.LANGUAGES.contains(wished) ? wished : "en");
    }

    /** A finding or a reason in these words; as it is written where it is none of Parley's, such as a rule's name. */
    public String retold(String line) {
        if (english) {
            return line;
        }
        Matcher points = POINTS.matcher(line);
        return points.matches()
                ? points.group(1) + retold(points.group(2))
                : told(line).orElseGet(() -> named(line));
    }

    /** A name that an admin gave, and what it rests on. */
    private String named(String line) {
        int end = line.indexOf(": ") + 2;
        return end < 2
                ? line
                : told(line.substring(end))
                        .map(rest -> line.substring(0, end) + rest)
                        .orElse(line);
    }

    private Optional<String> told(String line) {
        return FORMS.stream()
                .map(form -> new Known(form, form.pattern().matcher(line)))
                .filter(known -> known.matcher().matches())
                .findFirst()
                .map(known -> filled(known.form(), known.matcher().toMatchResult()));
    }

    private record Known(Form form, Matcher matcher) {}

    private String filled(Form form, MatchResult found) {
        Map<Integer, String> parts = IntStream.range(0, form.places().size())
                .boxed()
                .collect(Collectors.toMap(form.places()::get, at -> part(form, at, found.group(at + 1))));
        return PLACE.matcher(words.getString(form.key()))
                .replaceAll(place -> Matcher.quoteReplacement(parts.get(Integer.valueOf(place.group(1)))));
    }

    /** What is put in may be a sentence too, or several. */
    private String part(Form form, int at, String text) {
        if (form.key().equals(QUOTE) && form.places().get(at) == SAID) {
            return isolated(text);
        }
        return told(text)
                .or(() -> LISTS.stream()
                        .flatMap(separator -> list(text, separator))
                        .findFirst())
                .orElseGet(() -> isolated(text));
    }

    private String isolated(String text) {
        return Isolates.apart(text, rightToLeft);
    }

    private Stream<String> list(String text, String separator) {
        List<Optional<String>> parts = Arrays.stream(text.split(Pattern.quote(separator), -1))
                .map(this::told)
                .toList();
        return parts.size() > 1 && parts.stream().allMatch(Optional::isPresent)
                ? Stream.of(parts.stream().map(Optional::get).collect(Collectors.joining(" · ")))
                : Stream.empty();
    }
}
