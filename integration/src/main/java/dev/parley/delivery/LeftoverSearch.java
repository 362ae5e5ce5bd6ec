package dev.parley.delivery;

import dev.parley.delivery.LedgerRow.Kind;
import dev.parley.mapping.Loaded;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.Place;
import dev.parley.store.Tx;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds in the ledger what going back to an earlier version leaves in the CRM. */
final class LeftoverSearch {

    private record Written(String sobject, String id, String field) {}

    private final Tx tx;
    private final MappingVersions versions;
    private final MappingSet back;
    private final Map<String, Set<String>> places = new HashMap<>();
    private final Set<Written> left = new HashSet<>();
    private VersionSummary first;

    LeftoverSearch(Tx tx, MappingVersions versions, MappingVersion back) {
        this.tx = tx;
        this.versions = versions;
        this.back = MappingFiles.load(back.files()).orThrow();
        // The latest stands first: the last one that is put in the map's place is the earliest.
        versions.list().stream()
                .filter(version -> version.number() > back.number())
                .forEach(this::look);
    }

    private void look(VersionSummary version) {
        Set<String> filled = versions
                .find(version.number())
                .map(found -> MappingFiles.load(found.files()))
                .filter(loaded -> !loaded.broken())
                .map(Loaded::mappings)
                .map(mappings -> mappings.filledOnceUnlike(back))
                .orElse(Set.of())
                .stream()
                .map(Place::toString)
                .collect(Collectors.toSet());
        if (!filled.isEmpty()) {
            places.put(version.hash(), filled);
            first = version;
        }
    }

    Leftovers find() {
        if (first == null) {
            return Leftovers.NONE;
        }
        tx.run(em -> em.createQuery(
                        "select l from LedgerRow l where l.at >= :since and l.crmId is not null and (l.kind = :undone or"
                                + " l.mappings in :hashes) order by l.at, l.id",
                        LedgerRow.class)
                .setParameter("since", first.at())
                .setParameter("undone", Kind.UNDONE)
                .setParameter("hashes", places.keySet())
                .getResultStream()
                .forEach(this::count));
        return left.isEmpty() ? Leftovers.NONE : new Leftovers(first.number(), first.at(), fields());
    }

    private void count(LedgerRow row) {
        Set<String> filled =
                places.getOrDefault(Optional.ofNullable(row.mappings).orElse(""), Set.of());
        row.fields().forEach((name, field) -> {
            Written written = new Written(row.sobject, row.crmId, name);
            if (row.kind == Kind.UNDONE) {
                left.remove(written);
            } else if (filled.contains(field.place())) {
                left.add(written);
            }
        });
    }

    private List<Leftovers.Field> fields() {
        return left.stream()
                .collect(Collectors.groupingBy(
                        one -> new Leftovers.Field(one.sobject(), one.field(), 0), Collectors.counting()))
                .entrySet()
                .stream()
                .map(one ->
                        new Leftovers.Field(one.getKey().sobject(), one.getKey().name(), one.getValue()))
                .sorted(Comparator.comparing(Leftovers.Field::records)
                        .reversed()
                        .thenComparing(Leftovers.Field::sobject)
                        .thenComparing(Leftovers.Field::name))
                .toList();
    }
}
