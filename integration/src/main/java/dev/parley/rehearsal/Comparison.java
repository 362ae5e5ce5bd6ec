package dev.parley.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What other mapping files would change on conversations.
 *
 * @param conversations how many were compared
 * @param changed how many of them would change in anything
 * @param due of how many delivering would write something: a replay makes these due
 * @param fields what would change of records that both sets of files make
 * @param records records that only one of them makes
 * @param failures what the other files could not make, where those in force can
 * @param next key in the store after which the next page begins, or null if there is none
 * @param learnt what would be written although no file asks for it: the CRM has learnt something since
 */
public record Comparison(
        long conversations,
        long changed,
        long due,
        List<FieldChange> fields,
        List<RecordChange> records,
        List<NewFailure> failures,
        Long next,
        Learnt learnt) {

    private static final int MOST_EXAMPLES = 3;

    /** Nothing was compared. */
    public static final Comparison NONE = new Comparison(0, 0, 0, List.of(), List.of(), List.of(), null, Learnt.NONE);

    /** A server of an earlier release tells nothing of what the CRM has learnt. */
    public Comparison {
        learnt = learnt == null ? Learnt.NONE : learnt;
    }

    /**
     * What a replay would write of conversations that have not changed, and that the files do not ask for: who the visitor
     * is, or who owns the record, is known better than when they were written.
     *
     * @param conversations on how many
     * @param fields of records that stand
     * @param records that would be made
     */
    public record Learnt(long conversations, List<FieldChange> fields, List<RecordChange> records) {

        /** Nothing was learnt. */
        public static final Learnt NONE = new Learnt(0, List.of(), List.of());

        Learnt plus(Learnt more) {
            return new Learnt(
                    conversations + more.conversations,
                    mergedFields(fields, more.fields),
                    mergedRecords(records, more.records));
        }
    }

    /**
     * One field that would change.
     *
     * @param sobject API name of the object type
     * @param field API name
     * @param place the line in the other files; that in the files in force where the other ones do not map the field
     * @param conversations on how many conversations' records it should be something else
     * @param written on how many it would be written: a field of a record that stands is not, if it is for new records
     *     only, or a person has changed it
     * @param undone on how many of these an undo put it back
     * @param examples a few of them
     */
    public record FieldChange(
            String sobject,
            String field,
            String place,
            long conversations,
            long written,
            long undone,
            List<Example> examples) {

        FieldChange plus(FieldChange more) {
            return new FieldChange(
                    sobject,
                    field,
                    place,
                    conversations + more.conversations,
                    written + more.written,
                    undone + more.undone,
                    some(examples, more.examples));
        }
    }

    /**
     * One conversation's field.
     *
     * @param conversation as {@code source:id}
     * @param before by the files in force, as JSON, shortened; {@code nothing} for none
     * @param after by the other files
     */
    public record Example(String conversation, String before, String after) {}

    /**
     * Records that only one set of files makes.
     *
     * @param sobject API name of the object type
     * @param made how many only the other files make
     * @param dropped how many only the files in force make; Parley deletes none, it stops writing them
     * @param examples a few of the conversations
     */
    public record RecordChange(String sobject, long made, long dropped, List<String> examples) {

        RecordChange plus(RecordChange more) {
            return new RecordChange(sobject, made + more.made, dropped + more.dropped, some(examples, more.examples));
        }
    }

    /**
     * Something that the other files could not make.
     *
     * @param place the line that fails
     * @param message why, without personal text
     * @param conversations of how many
     * @param examples a few of them
     */
    public record NewFailure(String place, String message, long conversations, List<String> examples) {

        NewFailure plus(NewFailure more) {
            return new NewFailure(place, message, conversations + more.conversations, some(examples, more.examples));
        }
    }

    /** Both together, the most frequent change first; what follows is what follows the other one. */
    public Comparison plus(Comparison more) {
        return new Comparison(
                conversations + more.conversations,
                changed + more.changed,
                due + more.due,
                mergedFields(fields, more.fields),
                mergedRecords(records, more.records),
                merged(
                        failures,
                        more.failures,
                        one -> List.of(one.place, one.message),
                        NewFailure::plus,
                        one -> one.conversations),
                more.next,
                learnt.plus(more.learnt));
    }

    Comparison followedBy(long row) {
        return new Comparison(conversations, changed, due, fields, records, failures, row, learnt);
    }

    private static List<FieldChange> mergedFields(List<FieldChange> some, List<FieldChange> more) {
        return merged(some, more, one -> List.of(one.sobject, one.field), FieldChange::plus, one -> one.conversations);
    }

    private static List<RecordChange> mergedRecords(List<RecordChange> some, List<RecordChange> more) {
        return merged(some, more, RecordChange::sobject, RecordChange::plus, one -> one.made + one.dropped);
    }

    private static <T> List<T> merged(
            List<T> some, List<T> more, Function<T, Object> key, BinaryOperator<T> sum, Function<T, Long> weight) {
        Map<Object, T> all = new LinkedHashMap<>();
        Stream.of(some, more).flatMap(List::stream).forEach(one -> all.merge(key.apply(one), one, sum));
        return all.values().stream()
                .sorted(Comparator.comparing(weight).reversed())
                .toList();
    }

    private static <T> List<T> some(List<T> first, List<T> second) {
        List<T> both = new ArrayList<>(first);
        second.stream().filter(Objects::nonNull).forEach(both::add);
        return both.stream().distinct().limit(MOST_EXAMPLES).toList();
    }
}
