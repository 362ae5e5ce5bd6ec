package dev.parley.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Mapping files that are just being applied; the table has one row, or none. */
@Entity
@Table(name = "mapping_intent")
class MappingIntentRow {

    static final int ONLY = 1;

    @Id
    int id = ONLY;

    /** Of the files, see {@link MappingVersion#hash}. */
    String hash;

    /** Who applies them. */
    @Column(name = "intended_by")
    String by;

    /** Why, or null. */
    String note;

    /** The version whose files they bring back, or null. */
    Long restores;
}
