package dev.parley.mapping;

import dev.parley.crm.Describe;
import dev.parley.crm.Describe.RecordType;
import dev.parley.mapping.DesiredRecord.DesiredField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts the org's own ids in the place of the names of record types that mapping files give. */
public final class RecordTypes {

    private final Function<String, Describe> org;

    /** @param org what the org says of an object type, by API name; asked only where a file names a record type */
    public RecordTypes(Function<String, Describe> org) {
        this.org = org;
    }

    /**
     * The same records with ids; one whose record type the org lacks is a failure.
     *
     * @throws dev.parley.crm.CrmException if the org cannot be asked
     */
    public Translation resolve(Translation translation) {
        List<DesiredRecord> records = new ArrayList<>();
        List<Translation.Failure> failures = new ArrayList<>(translation.failures());
        for (DesiredRecord record : translation.records()) {
            try {
                records.add(names(record) ? resolved(record) : record);
            } catch (MappingFailed e) {
                failures.add(new Translation.Failure(record.sobject(), e.place(), e.getMessage()));
            }
        }
        return new Translation(List.copyOf(records), List.copyOf(failures));
    }

    private static boolean names(DesiredRecord record) {
        return record.fields().stream().anyMatch(field -> field.value() instanceof RecordTypeName);
    }

    private DesiredRecord resolved(DesiredRecord record) {
        Describe describe = org.apply(record.sobject());
        return record.with(record.fields().stream()
                .map(field -> field.value() instanceof RecordTypeName named ? with(field, named, describe) : field)
                .toList());
    }

    private static DesiredField with(DesiredField field, RecordTypeName named, Describe describe) {
        RecordType type =
                find(describe, named).orElseThrow(() -> new MappingFailed(field.place(), lacks(describe, named)));
        return new DesiredField(field.name(), type.id(), field.write(), field.place(), field.origin());
    }

    /** By API name first: names for people are translated. */
    static Optional<RecordType> find(Describe describe, RecordTypeName named) {
        return describe.recordTypes().stream()
                .filter(type -> named.name().equals(type.developerName()))
                .findFirst()
                .or(() -> describe.recordTypes().stream()
                        .filter(type -> named.name().equals(type.name()))
                        .findFirst());
    }

    /** What is wrong, and what there is instead. */
    static String lacks(Describe describe, RecordTypeName named) {
        String others = describe.recordTypes().stream()
                .map(type -> type.developerName() == null ? type.name() : type.developerName())
                .collect(Collectors.joining(", "));
        return "the org has no record type '" + named.name() + "' of " + describe.sobject()
                + " that the integration user may give" + (others.isEmpty() ? "" : "; there are: " + others);
    }
}
