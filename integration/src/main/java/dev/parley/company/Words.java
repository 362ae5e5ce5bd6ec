package dev.parley.company;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that many companies' names have in common, and how much each of them therefore tells. */
final class Words {

    /** What kind of word it is; the weight is what it tells, beside a word of the company's own with 1. */
    enum Kind {
        STOP(0.02),
        GENERIC(0.3),
        /** People's first names, in companies that are called after their founders. */
        GIVEN(0.3),
        PLACE(0.5),
        NUMBER(0.5),
        OWN(1);

        private final double weight;

        Kind(double weight) {
            this.weight = weight;
        }

        double weight() {
            return weight;
        }
    }

    /** A word's kind, and the word that stands for it and all others of its meaning. */
    record Word(String meaning, Kind kind) {}

    private static final Map<String, Word> KNOWN = read();

    private Words() {}

    /** What is known of a word in lower-case ASCII. */
    static Word of(String token) {
        Word known = KNOWN.get(token);
        if (known != null) {
            return known;
        }
        boolean number = token.chars().allMatch(Character::isDigit);
        return new Word(token, number ? Kind.NUMBER : Kind.OWN);
    }

    /** Lines of a resource beside this class, without blank ones and comments. */
    static Stream<String> lines(String file) {
        try {
            String text = Resources.toString(Resources.getResource(Words.class, file), StandardCharsets.UTF_8);
            return Splitter.on('\n')
                    .trimResults()
                    .omitEmptyStrings()
                    .splitToStream(text)
                    .filter(line -> !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException("the program file is damaged: " + file + " is missing from it", e);
        }
    }

    /** The words of a resource beside this class. */
    static Set<String> set(String file) {
        return lines(file)
                .flatMap(line -> Splitter.on(' ').splitToStream(line))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Word> read() {
        Map<String, Word> words = new HashMap<>();
        lines("words.txt").forEach(line -> {
            List<String> parts = Splitter.onPattern("[: ]+").splitToList(line);
            Kind kind = Kind.valueOf(parts.get(0).toUpperCase(Locale.ROOT));
            List<String> alike = parts.subList(1, parts.size());
            alike.forEach(word -> words.put(word, new Word(kind == Kind.GIVEN ? word : parts.get(1), kind)));
        });
        return ImmutableMap.copyOf(words);
    }
}
