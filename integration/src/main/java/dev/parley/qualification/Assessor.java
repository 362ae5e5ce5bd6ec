package dev.parley.qualification;

import dev.parley.mapping.Qualification;
import dev.parley.mapping.Qualification.Wanted;
import dev.parley.qualification.Assessment.Function;
import dev.parley.qualification.Assessment.Mentioned;
import dev.parley.qualification.Assessment.Missing;
import dev.parley.qualification.Assessment.Play;
import dev.parley.qualification.Assessment.Presence;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges conversations by their notes and by what the CRM knows. There is no clock in it and no chance: the same notes,
 * circumstances and files give the same assessment.
 */
public final class Assessor {

    /** Said everywhere, and so rarely what a conversation is for. */
    static final String COURTESY = "relationship-maintenance";

    private static final int MOST_MENTIONS = 100;

    private final Qualification files;

    /** Judges by these files. */
    public Assessor(Qualification files) {
        this.files = files;
    }

    /**
     * What a conversation comes to.
     *
     * @param notes of its messages that count, in its order
     */
    public Assessment assess(List<Note> notes, Circumstances around) {
        Stage stage = Stages.of(files, notes, around);
        List<Function> functions = functions(notes);
        String main = functions.isEmpty() ? null : functions.get(0).name();
        Conditions conditions = new Conditions(notes, around, files.certainty(), stage.name(), main);
        Score score = new Scores(files, conditions).score();
        String language = language(notes);
        Referrals referrals = new Referrals(files, notes);
        return new Assessment(
                stage,
                functions,
                presence(notes),
                shown(notes),
                score,
                score.grade().equals("X") ? List.of() : missing(conditions, language),
                plays(conditions),
                mentions(notes),
                new Briefs(notes, around.nextMeeting()).brief(),
                referrals.by(),
                referrals.people(),
                notes.stream().filter(Note::asksNothing).map(Note::id).toList(),
                Orientations.of(notes, files.certainty()).orElse(null),
                language);
    }

    private static Stream<Note> visitors(List<Note> notes) {
        return notes.stream().filter(Note::isVisitors);
    }

    /** By how often and how surely each is shown. */
    private static List<Function> functions(List<Note> notes) {
        Map<String, Double> weights = new LinkedHashMap<>();
        Map<String, Function> best = new LinkedHashMap<>();
        visitors(notes).forEach(note -> note.uses().forEach(use -> {
            weights.merge(use.function(), use.confidence(), Double::sum);
            Function found = new Function(
                    use.function(),
                    use.confidence(),
                    new Evidence(use.told(), note.id(), use.evidence()),
                    use.because());
            best.merge(use.function(), found, (one, other) -> other.confidence() > one.confidence() ? other : one);
        }));
        return best.values().stream()
                .sorted(Comparator.comparing(
                                (Function function) -> function.name().equals(COURTESY))
                        .thenComparing(function -> -weights.get(function.name())))
                .toList();
    }

    private static List<String> presence(List<Note> notes) {
        return List.copyOf(visitors(notes)
                .flatMap(note -> note.presence().stream())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static List<Presence> shown(List<Note> notes) {
        Map<String, Presence> first = new TreeMap<>();
        visitors(notes).forEach(note -> note.shown()
                .forEach(sign -> first.putIfAbsent(
                        sign.kind() + " " + sign.indicator(),
                        new Presence(sign.kind(), sign.indicator(), note.id(), sign.words()))));
        return List.copyOf(first.values());
    }

    private List<Missing> missing(Conditions conditions, String language) {
        return files.missing().stream()
                .filter(wanted -> conditions.evidence(wanted.when()).isPresent())
                .filter(wanted -> conditions.evidence(wanted.known()).isEmpty())
                .map(wanted -> new Missing(wanted.name(), ask(wanted, language)))
                .toList();
    }

    private static String ask(Wanted wanted, String language) {
        String english = wanted.ask().get("en");
        return language == null ? english : wanted.ask().getOrDefault(language.split("-")[0], english);
    }

    private List<Play> plays(Conditions conditions) {
        Map<String, Play> plays = new LinkedHashMap<>();
        files.plays().forEach(play -> conditions
                .evidence(play.when())
                .ifPresent(evidence -> plays.putIfAbsent(play.name(), new Play(play.name(), evidence))));
        return List.copyOf(plays.values());
    }

    private static List<Mentioned> mentions(List<Note> notes) {
        Map<String, Mentioned> first = new LinkedHashMap<>();
        visitors(notes).forEach(note -> note.mentions()
                .forEach(mention -> first.putIfAbsent(
                        mention.kind() + "\n" + mention.value().toLowerCase(Locale.ROOT),
                        new Mentioned(mention.kind(), mention.value(), note.id(), mention.quote()))));
        return first.values().stream().limit(MOST_MENTIONS).toList();
    }

    /** The one of most messages; of equal ones the first. */
    private static String language(List<Note> notes) {
        Map<String, Long> counts = visitors(notes)
                .filter(note -> note.language() != null)
                .collect(Collectors.groupingBy(Note::language, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
