package dev.parley.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.RecordWrite.Duplicates;
import dev.parley.crm.Reference;
import dev.parley.crm.WriteResult;
import dev.parley.mapping.DesiredRecord.DesiredField;
import java.util.Map;
import java.util.TreeSet;

/** What became of a record of one conversation, and what follows from it. */
sealed interface Outcome {

    /** The record it is about. */
    PlannedWrite write();

    /** It stands; {@code record} is to be remembered, {@code written} is null if there was nothing to send. */
    record Stands(PlannedWrite write, AppliedRecord record, WriteResult.Written written) implements Outcome {}

    /** The org has it already, under another key: from now on that record is meant. */
    record Matched(PlannedWrite write, AppliedRecord record) implements Outcome {}

    /** It is laid aside. */
    record Refused(PlannedWrite write, Refusal refusal) implements Outcome {}

    /** It refers to a record that has just been refused: again at once, without it. */
    record Orphaned(PlannedWrite write) implements Outcome {}

    /** The CRM could not write it now. */
    record Later(PlannedWrite write, String code, String message) implements Outcome {}

    /** Reads the CRM's answer; {@code all} are the answers to every record that was sent with it. */
    static Outcome of(PlannedWrite write, WriteResult result, Map<RecordKey, WriteResult> all) {
        if (result == null) {
            return new Stands(write, applied(write, write.id(), true, standing(write)), null);
        } else if (result instanceof WriteResult.Written written) {
            return new Stands(write, applied(write, written.id(), true, standing(write)), written);
        } else if (result instanceof WriteResult.Busy busy) {
            return new Later(write, busy.code(), busy.message());
        }
        return refused(write, (WriteResult.Refused) result, all);
    }

    private static Outcome refused(PlannedWrite write, WriteResult.Refused refused, Map<RecordKey, WriteResult> all) {
        for (Reference reference :
                Difference.references(write.difference().fields()).values()) {
            WriteResult target = all.get(new RecordKey(reference.sobject(), reference.value()));
            if (target instanceof WriteResult.Refused) {
                return new Orphaned(write);
            } else if (target instanceof WriteResult.Busy busy) {
                return new Later(write, busy.code(), busy.message());
            }
        }
        // The match itself may be a duplicate of a third one: then a person has to look.
        boolean useMatch = write.desired().options().duplicates() == Duplicates.USE_MATCH && !isMatched(write);
        if (useMatch && refused.duplicateOf().size() == 1) {
            return new Matched(
                    write, applied(write, refused.duplicateOf().get(0), false, AppliedRecord.Outcome.MATCHED));
        }
        return new Refused(
                write, new Refusal(place(write, refused), refused.code(), refused.message(), write.content()));
    }

    /** The line of the field that the CRM names, be it only in its words, else the record's. */
    private static String place(PlannedWrite write, WriteResult.Refused refused) {
        return write.desired().fields().stream()
                .filter(field -> refused.fields().contains(field.name())
                        || refused.message().contains("'" + field.name() + "'"))
                .map(DesiredField::place)
                .findFirst()
                .orElse(write.desired().place())
                .toString();
    }

    private static AppliedRecord.Outcome standing(PlannedWrite write) {
        return isMatched(write) ? AppliedRecord.Outcome.MATCHED : AppliedRecord.Outcome.WRITTEN;
    }

    private static boolean isMatched(PlannedWrite write) {
        return write.applied() != null && write.applied().outcome() == AppliedRecord.Outcome.MATCHED;
    }

    private static AppliedRecord applied(PlannedWrite write, String id, boolean sent, AppliedRecord.Outcome outcome) {
        AppliedRecord before = write.applied();
        ObjectNode fields =
                sent ? fields(write, before) : before == null ? JsonNodeFactory.instance.objectNode() : before.fields();
        return new AppliedRecord(
                id,
                outcome,
                fields,
                new TreeSet<>(write.difference().kept()),
                before == null ? Hold.NONE : before.hold());
    }

    /** All that has been written of the record, this time included. */
    static ObjectNode fields(PlannedWrite write, AppliedRecord before) {
        ObjectNode fields = before == null
                ? JsonNodeFactory.instance.objectNode()
                : before.fields().deepCopy();
        write.difference().fields().forEach((name, value) -> fields.set(name, FieldValue.json(value)));
        return fields;
    }
}
