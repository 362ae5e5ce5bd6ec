package dev.parley.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Parts what is for the same by what it is about: by the product that it names, else by the word that most of it share. */
final class Topics {

    private static final int FEWEST = 2;
    private static final int SHORTEST = 3;

    private final Set<String> general;
    private final List<GivenUp> all;
    private final Map<String, Integer> shared = new HashMap<>();

    /** @param general words that are no topic */
    Topics(Set<String> general, List<GivenUp> all) {
        this.general = general;
        this.all = all;
        all.forEach(one ->
                one.words().stream().filter(this::saysSomething).forEach(word -> shared.merge(word, 1, Integer::sum)));
    }

    /** By topic; the empty one is for what shares none. */
    Map<String, List<GivenUp>> groups() {
        Map<String, List<GivenUp>> groups = new TreeMap<>();
        all.forEach(one ->
                groups.computeIfAbsent(topic(one), topic -> new ArrayList<>()).add(one));
        return groups;
    }

    private String topic(GivenUp one) {
        return Optional.ofNullable(one.product())
                .or(() -> one.words().stream()
                        .filter(word -> shared.getOrDefault(word, 0) >= FEWEST)
                        .max(Comparator.comparing((String word) -> shared.get(word))
                                .thenComparing(String::length)
                                .thenComparing(Comparator.naturalOrder())))
                .orElse("");
    }

    private boolean saysSomething(String word) {
        boolean written =
                word.codePointCount(0, word.length()) >= SHORTEST || Character.isIdeographic(word.codePointAt(0));
        return written && !general.contains(word) && word.codePoints().anyMatch(Character::isLetter);
    }
}
