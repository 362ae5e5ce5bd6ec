package dev.parley.sandbox.sharing;

import dev.parley.sandbox.records.Records;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.Sight;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.Permissions;
import dev.parley.sandbox.schema.Reference;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.schema.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which records one user reaches: by the type's default, as owner, above the owner in the role hierarchy, in a queue, by
 * a sharing rule, or through the record that another belongs to. For one transaction.
 */
public final class Sharing implements Sight {
    /** Standard details, which name their master by a field that no metadata file describes. */
    private static final Map<String, String> PARENTS =
            Map.of("Contact", "AccountId", "OpportunityContactRole", "OpportunityId", "CampaignMember", "CampaignId");

    private static final List<String> ACTIVITY_PARENTS = List.of("WhatId", "WhoId");
    private static final Set<String> ACTIVITIES = Set.of("Task", "Event");

    private final Schema schema;
    private final Records records;
    private final Permissions permissions;
    private final Memberships memberships;
    private final List<SharingRule> rules;

    Sharing(Schema schema, Records records, Permissions permissions, String userId, List<SharingRule> rules) {
        this.schema = schema;
        this.records = records;
        this.permissions = permissions;
        this.memberships = new Memberships(schema, records, userId);
        Set<String> groups = rules.isEmpty() ? Set.of() : memberships.groupNames();
        this.rules = rules.stream()
                .filter(rule -> groups.stream().anyMatch(rule::isFor))
                .toList();
    }

    @Override
    public boolean sees(SObject record) {
        return level(record).reaches(Level.READ);
    }

    @Override
    public boolean seesAll(SObjectType type) {
        if (permissions.viewsAll(type.name())) {
            return true;
        }
        return switch (whole(type).sharing()) {
            case PRIVATE -> false;
            case CONTROLLED_BY_PARENT -> !type.name().equals("Contact")
                    && masters(type).allMatch(master -> seesAll(target(master)));
            default -> true;
        };
    }

    /** Whether the user may change the org itself. */
    public boolean administers() {
        return permissions.modifiesAll("*");
    }

    /** Whether the user was given the right to view all records of the type. */
    public boolean viewsAll(SObjectType type) {
        return permissions.viewsAll(type.name());
    }

    /** Whether the user may change this record, as far as sharing goes. */
    public boolean edits(SObject record) {
        return level(record).reaches(Level.EDIT);
    }

    /** Whether the user may delete this record or give it to another owner, as far as sharing goes. */
    public boolean owns(SObject record) {
        return level(record).reaches(Level.FULL);
    }

    /** Whether the user may hang a record by that reference below the parent. */
    public boolean mayReferTo(SObject parent, Field reference) {
        boolean detail = reference.parent().filter(Reference::masterDetail).isPresent();
        return detail && !reference.is(Field.Trait.OPEN_TO_READERS) ? edits(parent) : sees(parent);
    }

    private Level level(SObject record) {
        SObjectType type = whole(record.type());
        if (permissions.modifiesAll(type.name())) {
            return Level.FULL;
        }
        Level permitted = permissions.viewsAll(type.name()) ? Level.READ : Level.NONE;
        return permitted.or(shared(record, type));
    }

    private Level shared(SObject record, SObjectType type) {
        return switch (type.sharing()) {
            case NONE, FULL_ACCESS -> Level.FULL;
            case READ_WRITE -> owned(record).or(Level.EDIT);
            case READ -> owned(record).or(Level.READ);
            case PRIVATE -> owned(record).or(throughActivityParent(record)).or(ruled(record));
            case CONTROLLED_BY_PARENT -> throughMasters(record, type);
        };
    }

    private Level owned(SObject record) {
        String owner = record.text("OwnerId");
        return owner != null && memberships.actsFor(owner) ? Level.FULL : Level.NONE;
    }

    private Level ruled(SObject record) {
        return rules.stream()
                .filter(rule -> rule.covers(record))
                .map(SharingRule::level)
                .max(Comparator.naturalOrder())
                .orElse(Level.NONE);
    }

    /** An activity is seen by whoever sees what it is about. */
    private Level throughActivityParent(SObject record) {
        boolean seen = ACTIVITIES.contains(record.type().name())
                && ACTIVITY_PARENTS.stream()
                        .flatMap(field -> Optional.ofNullable(record.text(field)).stream())
                        .flatMap(id -> records.byId(id).stream())
                        .anyMatch(this::sees);
        return seen ? Level.READ : Level.NONE;
    }

    private Level throughMasters(SObject record, SObjectType type) {
        return masters(type)
                .map(master -> throughMaster(record, master))
                .min(Comparator.naturalOrder())
                .orElse(Level.NONE);
    }

    private Level throughMaster(SObject record, Field master) {
        Optional<Level> level = Optional.ofNullable(record.text(master.name()))
                .flatMap(records::byId)
                .map(this::level);
        if (level.isEmpty()) {
            return owned(record);
        }
        boolean open = master.is(Field.Trait.OPEN_TO_READERS) && level.get() == Level.READ;
        return open || level.get() == Level.EDIT ? Level.FULL : level.get();
    }

    /** The references by which records of the type belong to others. */
    private Stream<Field> masters(SObjectType type) {
        String standard = PARENTS.get(type.name());
        return whole(type).fields().stream()
                .filter(field -> field.name().equals(standard)
                        || (standard == null
                                && field.parent()
                                        .filter(Reference::masterDetail)
                                        .isPresent()));
    }

    private SObjectType target(Field master) {
        return schema.find(master.parent().orElseThrow().targets().get(0)).orElseThrow();
    }

    private SObjectType whole(SObjectType seen) {
        return schema.find(seen.name()).orElseThrow();
    }
}
