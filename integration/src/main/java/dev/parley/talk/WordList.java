package dev.parley.talk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words and runs of words, looked for as whole words. */
final class WordList {
    private final Map<String, List<List<String>>> byFirst;

    private WordList(Map<String, List<List<String>>> byFirst) {
        this.byFirst = byFirst;
    }

    static WordList of(List<String> entries) {
        Map<String, List<List<String>>> byFirst = new HashMap<>(entries.stream()
                .map(entry -> Tokens.of(Utterance.lower(Utterance.of(entry).text())))
                .filter(tokens -> !tokens.isEmpty())
                .collect(Collectors.groupingBy(tokens -> tokens.get(0))));
        return new WordList(byFirst);
    }

    /** The first entry that stands among the words of a message. */
    Optional<String> findIn(List<String> tokens) {
        for (int at = 0; at < tokens.size(); at++) {
            for (List<String> entry : byFirst.getOrDefault(tokens.get(at), List.of())) {
                int end = at + entry.size();
                if (end <= tokens.size() && tokens.subList(at, end).equals(entry)) {
                    return Optional.of(String.join(" ", entry));
                }
            }
        }
        return Optional.empty();
    }
}
