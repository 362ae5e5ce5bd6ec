package dev.parley.meeting;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A seller whose time is kept: who changes anything of it locks this row first. */
@Entity
@Table(name = "meeting_seller")
class SellerRow {

    @Id
    String name;

    SellerRow() {}

    SellerRow(String name) {
        this.name = name;
    }
}
