package dev.parley.channel.writeback;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An event that could not be told yet, while others go on. */
@Entity
@Table(name = "write_back_later")
class LaterRow {

    @Id
    long number;

    String source;

    String subject;

    int attempts;

    @Column(name = "not_before")
    Instant notBefore;

    LaterRow() {}

    LaterRow(long number, String source, String subject) {
        this.number = number;
        this.source = source;
        this.subject = subject;
    }
}
