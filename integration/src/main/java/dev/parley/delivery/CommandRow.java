package dev.parley.delivery;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A command of a person in the CRM that was carried out, or refused. */
@Entity
@Table(name = "crm_command")
class CommandRow {

    static final String DONE = "Done";
    static final String REFUSED = "Refused";

    @Id
    String id;

    Instant at;
    String status;
    String result;

    CommandRow() {}

    CommandRow(String id, Instant at, String status, String result) {
        this.id = id;
        this.at = at;
        this.status = status;
        this.result = result;
    }
}
