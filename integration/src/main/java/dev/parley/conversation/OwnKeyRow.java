package dev.parley.conversation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A key that Parley made for itself. */
@Entity
@Table(name = "own_key")
class OwnKeyRow {

    @Id
    String name;

    String secret;

    OwnKeyRow() {}

    OwnKeyRow(String name, String secret) {
        this.name = name;
        this.secret = secret;
    }
}
