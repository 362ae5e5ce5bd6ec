package dev.parley.mapping;

import dev.parley.crm.Reference;
import dev.parley.mapping.DesiredRecord.DesiredField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * References to records that a file would make, and does not make of this dossier: its {@code when} does not hold, or
 * its expression failed. The CRM would refuse all of the record that names them.
 */
final class Unmade {

    /** What hangs on this one is nothing without it. */
    private static final String PARENT = "Chat_Conversation__c";

    private final List<RecordMapping> makers;
    private final Set<Reference> made;

    /**
     * @param makers the files that are applied: what none of them makes is there in the CRM, or {@code check} warned
     * @param records what they made
     */
    Unmade(List<RecordMapping> makers, List<DesiredRecord> records) {
        this.makers = makers;
        this.made = records.stream()
                .filter(DesiredRecord::upsert)
                .map(record -> new Reference(record.sobject(), record.keyField(), record.key()))
                .collect(Collectors.toSet());
    }

    /** The records without such references, and without those that hang on a conversation which is not made. */
    List<DesiredRecord> leftOut(List<DesiredRecord> records) {
        List<DesiredRecord> kept = new ArrayList<>();
        for (DesiredRecord record : records) {
            List<DesiredField> naming =
                    record.fields().stream().filter(this::namesUnmade).toList();
            if (naming.isEmpty()) {
                kept.add(record);
            } else if (naming.stream().noneMatch(Unmade::isParent)) {
                kept.add(without(record, naming));
            }
        }
        return List.copyOf(kept);
    }

    private boolean namesUnmade(DesiredField field) {
        return field.value() instanceof Reference reference
                && !made.contains(reference)
                && makers.stream()
                        .anyMatch(maker -> maker.upsert()
                                && maker.sobject().equals(reference.sobject())
                                && maker.keyField().equals(reference.externalId()));
    }

    private static boolean isParent(DesiredField field) {
        return field.value() instanceof Reference reference
                && reference.sobject().equals(PARENT);
    }

    /** Left alone rather than emptied: an earlier state of the conversation may have made it. */
    private static DesiredRecord without(DesiredRecord record, List<DesiredField> fields) {
        return record.with(record.fields().stream()
                .filter(field -> !fields.contains(field))
                .toList());
    }
}
