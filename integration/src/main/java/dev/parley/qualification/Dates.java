package dev.parley.qualification;

import dev.parley.mapping.Haystack;
import dev.parley.mapping.Phrase;
import dev.parley.mapping.Signals;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Days that sentences name, counted from the day on which they were written (in UTC, as all times of events are). */
final class Dates {

    private static final Map<String, List<DatePattern>> PATTERNS = new ConcurrentHashMap<>();

    /** How far before a day its deadline word may stand. */
    private static final int REACH = 24;

    private static final Set<String> PAST = Set.of(
            "last",
            "since",
            "since last",
            "seit",
            "letzten",
            "letzte",
            "letzter",
            "förra",
            "sedan",
            "上",
            "上个",
            "گذشته");

    private final Collection<Signals> languages;
    private final LocalDate written;

    Dates(Collection<Signals> languages, Instant at) {
        this.languages = languages;
        this.written = LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /**
     * A day that is named.
     *
     * @param day as ISO 8601
     * @param deadline whether something must be done by then
     */
    record Named(String day, boolean deadline) {}

    /** The day that a sentence names most exactly; a sentence about several tells its first. */
    List<Named> in(Sentence sentence) {
        List<Named> named = new ArrayList<>();
        for (Signals language : languages) {
            patterns(language.language()).stream()
                    .flatMap(pattern -> pattern.in(sentence.words(), written).stream())
                    .filter(found -> !isPast(sentence, found))
                    .findFirst()
                    .map(found -> new Named(found.day().toString(), isDeadline(sentence, found, language)))
                    .ifPresent(named::add);
        }
        return named.stream()
                .sorted(Comparator.comparing(Named::deadline).reversed())
                .limit(1)
                .toList();
    }

    private static List<DatePattern> patterns(String language) {
        return PATTERNS.computeIfAbsent(
                language, name -> DateWords.of(name).map(DatePatterns::of).orElse(List.of()));
    }

    /** A word before the day says that it is over. */
    private static boolean isPast(Sentence sentence, DatePattern.Found found) {
        String before = sentence.lower()
                .substring(Math.max(0, found.from() - REACH), found.from())
                .strip();
        return PAST.stream().anyMatch(before::endsWith);
    }

    /** A word for it stands right before the day, or as in Chinese the day ends in one. */
    private static boolean isDeadline(Sentence sentence, DatePattern.Found found, Signals language) {
        String before = sentence.plain().substring(Math.max(0, found.from() - REACH), found.to());
        List<Phrase> words = language.find().getOrDefault("deadline", List.of());
        Haystack lower = new Haystack(before.toLowerCase(Locale.ROOT));
        String behind = sentence.lower().substring(found.to());
        return words.stream().anyMatch(word -> word.isIn(before, lower)) || behind.matches("^(前|之前|以前|必须|要结账).*");
    }
}
