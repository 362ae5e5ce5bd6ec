package dev.parley.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The org that this store belongs to; the table has one row. */
@Entity
@Table(name = "bound_org")
class BoundOrgRow {

    static final int ONLY = 1;

    @Id
    int id = ONLY;

    @Column(name = "org_id")
    String orgId;

    @Column(name = "bound_at")
    Instant boundAt;
}
