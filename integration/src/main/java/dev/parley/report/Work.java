package dev.parley.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one agent's part in conversations adds up to, or several agents' together. */
final class Work {

    private static final List<String> PRESENCE = List.of("affective", "cohesive", "interactive");

    long conversations;
    long reciprocal;
    long messages;
    long canned;
    long characters;
    long questions;
    long answered;
    long heard;
    long repeated;
    long heardCharacters;
    final List<Long> seconds = new ArrayList<>();
    final Map<String, Long> presence = new TreeMap<>();

    Work add(Work other) {
        conversations += other.conversations;
        reciprocal += other.reciprocal;
        messages += other.messages;
        canned += other.canned;
        characters += other.characters;
        questions += other.questions;
        answered += other.answered;
        heard += other.heard;
        repeated += other.repeated;
        heardCharacters += other.heardCharacters;
        seconds.addAll(other.seconds);
        other.presence.forEach((kind, count) -> presence.merge(kind, count, Long::sum));
        return this;
    }

    Figures figures() {
        List<Long> sorted = seconds.stream().sorted().toList();
        Map<String, Double> shown = new TreeMap<>();
        PRESENCE.forEach(kind -> shown.put(kind, share(presence.getOrDefault(kind, 0L), messages)));
        return new Figures(
                messages,
                share(canned, messages),
                share(answered, questions),
                share(repeated, heard),
                share(reciprocal, conversations),
                share(characters, characters + heardCharacters),
                rank(sorted, 0.5),
                rank(sorted, 0.9),
                shown);
    }

    private static Double share(long part, long whole) {
        return whole == 0 ? null : Math.round(1000.0 * part / whole) / 1000.0;
    }

    private static Long rank(List<Long> sorted, double share) {
        return sorted.isEmpty() ? null : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
