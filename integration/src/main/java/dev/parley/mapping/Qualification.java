package dev.parley.mapping;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How conversations are judged, as {@code qualification.yaml} and {@code signals/*.yaml} say.
 *
 * @param enabled whether there is a file, and conversations are judged at all
 * @param signals by language
 * @param certainty how sure a function must be to count, from 0 to 1
 * @param meanings what signals tell of the function of their message
 * @param stages which relationship stage holds where; the first that does
 * @param reasons what counts for and against, each with its points
 * @param grades fewest points of each grade, by grade
 * @param disqualifiers what makes the grade X
 * @param missing what should be known, and how to ask for it
 * @param plays what to do with existing customers
 * @param terms names to be found, by {@code product} or {@code competitor}
 * @param readVersion hash of what messages are read by: another after a change that makes old readings stale
 */
public record Qualification(
        boolean enabled,
        Map<String, Signals> signals,
        double certainty,
        List<SignalMeaning> meanings,
        List<StageRule> stages,
        List<Reason> reasons,
        SortedMap<String, Integer> grades,
        List<Rule> disqualifiers,
        List<Wanted> missing,
        List<Rule> plays,
        Map<String, List<String>> terms,
        String readVersion) {

    /** Where there is no such file. */
    static final Qualification NONE = new Qualification(
            false,
            Map.of(),
            0,
            List.of(),
            List.of(),
            List.of(),
            new TreeMap<>(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            "");

    /** How the company of somebody is put beside their name, for which {@code @} stands; in all languages. */
    public List<Phrase> employers() {
        return signals.values().stream()
                .flatMap(language -> language.find().getOrDefault("employer", List.of()).stream())
                .toList();
    }

    public Qualification {
        signals = inOrder(signals);
        meanings = List.copyOf(meanings);
        stages = List.copyOf(stages);
        reasons = List.copyOf(reasons);
        disqualifiers = List.copyOf(disqualifiers);
        missing = List.copyOf(missing);
        plays = List.copyOf(plays);
        terms = inOrder(terms);
    }

    /** Nothing may depend on the order in which a machine keeps a map. */
    static <T> Map<String, T> inOrder(Map<String, T> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }

    Qualification with(Map<String, Signals> languages, String version) {
        return new Qualification(
                enabled,
                languages,
                certainty,
                meanings,
                stages,
                reasons,
                grades,
                disqualifiers,
                missing,
                plays,
                terms,
                version);
    }

    /** API names of the fields that conditions ask for, by object type. */
    Map<String, Set<String>> fields() {
        Map<String, Set<String>> fields = new TreeMap<>();
        conditions().forEach(condition -> {
            condition.account().keySet().forEach(name -> fields.computeIfAbsent("Account", type -> new TreeSet<>())
                    .add(name));
            if (condition.contactDays() != null) {
                fields.put("Contact", Set.of("CreatedDate"));
            }
        });
        return fields;
    }

    private Stream<Condition> conditions() {
        return Stream.of(
                        stages.stream().map(StageRule::when),
                        reasons.stream().map(Reason::when),
                        disqualifiers.stream().map(Rule::when),
                        missing.stream().flatMap(wanted -> Stream.of(wanted.known(), wanted.when())),
                        plays.stream().map(Rule::when))
                .flatMap(all -> all);
    }

    /** A stage, in lower case, and where it holds. One that asks for signals is told by the talk, not by the CRM. */
    public record StageRule(String stage, Condition when) {}

    /** A message that shows the signal is for the function too, this surely (from 0 to 1). */
    public record SignalMeaning(String signal, String function, double confidence) {}

    /** What counts, from -100 to 100 points. */
    public record Reason(String name, int points, Condition when) {}

    /** A name, and where it holds. */
    public record Rule(String name, Condition when) {}

    /**
     * What should be known.
     *
     * @param known where it is known
     * @param when where it matters
     * @param ask how to ask for it, by language
     */
    public record Wanted(String name, Condition known, Condition when, Map<String, String> ask) {}
}
