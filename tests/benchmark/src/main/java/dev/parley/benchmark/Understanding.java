package dev.parley.benchmark;

import dev.parley.mapping.MappingFiles;
import dev.parley.talk.Purpose;
import dev.parley.talk.Reading;
import dev.parley.talk.Speaker;
import dev.parley.talk.Talk;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How well and how fast messages are understood, set by set. */
final class Understanding {
    private static final List<String> NINE = List.of(
            "solution-search",
            "information-request",
            "purchase-decision",
            "problem-solving",
            "complaint",
            "feedback",
            "meeting-booking",
            "relationship-maintenance",
            "wants-human");
    private static final List<String> PRESENCE = List.of("affective", "interactive", "cohesive");
    private static final double NANOSECONDS = 1e6;

    private final Path folder;
    private final List<Figure> figures = new ArrayList<>();

    /** A labelled message and what was understood of it. */
    private record Judged(Labelled truth, Reading reading) {
        /** Whether this is what it is mainly for. */
        boolean primarily(String function) {
            List<Purpose> purposes = reading.purposes();
            return !purposes.isEmpty() && purposes.get(0).name().equals(function);
        }
    }

    /** @param folder of labelled messages, or null for Parley's own alone */
    Understanding(Path folder) {
        this.folder = folder;
    }

    List<Figure> measure() throws IOException {
        Map<String, List<Labelled>> sets = LabelledSets.read(folder);
        Talk talk = Talk.of(MappingFiles.load(Path.of("mappings")).orThrow().talk());
        sets.values().forEach(rows -> judge(talk, rows));
        double words = millisecondsEach(talk, sets);
        sets.forEach((name, rows) -> score(name, judge(talk, rows)));
        Talk deeper = talk.withMeanings();
        // Other languages have no model of meanings.
        sets.forEach((name, rows) -> {
            if (rows.stream().allMatch(row -> "en".equals(row.language()))) {
                score(name + ", with meanings", judge(deeper, rows));
            }
        });
        figures.add(Figure.of("a message by words alone", "ms", words).atMost(0.3));
        figures.add(Figure.of("a message, by meaning where undecided", "ms", millisecondsEach(deeper, sets))
                .atMost(4));
        figures.addAll(TalkMemory.measure());
        return figures;
    }

    /** Of the core, whoever else wants it. */
    private static double millisecondsEach(Talk talk, Map<String, List<Labelled>> sets) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long messages = sets.values().stream()
                .mapToLong(rows -> judge(talk, rows).size())
                .sum();
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / NANOSECONDS / messages;
    }

    private static List<Judged> judge(Talk talk, List<Labelled> rows) {
        return rows.stream()
                .map(row -> new Judged(row, talk.read(row.text(), Speaker.VISITOR, row.language())))
                .toList();
    }

    private void score(String set, List<Judged> rows) {
        scoreHandoffs(set, rows);
        Hits meetings = new Hits();
        rows.stream()
                .filter(row -> has(row, "meeting-booking")
                        || Labelled.CALENDAR.equals(row.truth().trap()))
                .forEach(row -> meetings.count(
                        has(row, "meeting-booking"), row.reading().has("meeting-booking")));
        add(set + ": meeting booking among calendar talk", meetings, 0.80);
        scoreFunctions(set, rows);
        scorePresence(set, rows);
    }

    private void scoreHandoffs(String set, List<Judged> rows) {
        Hits wishes = new Hits();
        rows.stream()
                .filter(row -> row.truth().wantsHuman() != null)
                .forEach(row ->
                        wishes.count(row.truth().wantsHuman(), row.reading().wantsHuman()));
        add(set + ": wants a person", wishes, 0.80);
        List<Judged> traps = rows.stream()
                .filter(row -> Labelled.HANDOFF_WORD.equals(row.truth().trap()))
                .toList();
        if (!traps.isEmpty()) {
            double alarms =
                    traps.stream().filter(row -> row.reading().wantsHuman()).count() / (double) traps.size();
            figures.add(Figure.of(set + ": false alarms on handoff words (" + traps.size() + ")", "share", alarms)
                    .atMost(0.15));
        }
    }

    private void scoreFunctions(String set, List<Judged> rows) {
        List<Judged> told =
                rows.stream().filter(row -> row.truth().functions() != null).toList();
        List<Double> each = new ArrayList<>();
        for (String function : NINE) {
            Hits hits = new Hits();
            told.forEach(row -> hits.count(has(row, function), row.primarily(function)));
            if (hits.any()) {
                each.add(hits.f1());
            }
        }
        if (!each.isEmpty()) {
            double macro =
                    each.stream().mapToDouble(Double::doubleValue).average().orElse(0);
            figures.add(Figure.of(set + ": functions, macro over " + each.size(), "F1", macro)
                    .atLeast(0.68));
            long right = told.stream().filter(Understanding::isRight).count();
            figures.add(
                    Figure.of(set + ": functions, right (" + told.size() + ")", "share", right / (double) told.size())
                            .atLeast(0.55));
        }
    }

    private static boolean isRight(Judged row) {
        Set<String> functions = row.truth().functions();
        return functions.isEmpty()
                ? row.reading().purposes().isEmpty()
                : functions.stream().anyMatch(row::primarily);
    }

    private void scorePresence(String set, List<Judged> rows) {
        Hits all = new Hits();
        for (String category : PRESENCE) {
            Hits hits = new Hits();
            rows.stream()
                    .filter(row -> row.truth().presence() != null)
                    .forEach(row -> hits.count(
                            row.truth().presence().contains(category),
                            row.reading().presence().contains(category)));
            all.add(hits);
        }
        add(set + ": social presence, micro", all, 0.62);
    }

    private static boolean has(Judged row, String function) {
        return row.truth().functions() != null && row.truth().functions().contains(function);
    }

    private void add(String name, Hits hits, double least) {
        if (hits.any()) {
            figures.add(Figure.of(name, "F1", hits.f1()).atLeast(least));
        }
    }
}
