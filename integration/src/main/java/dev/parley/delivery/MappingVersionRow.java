package dev.parley.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.TreeMap;

/** A set of mapping files that was in force. */
@Entity
@Table(name = "mapping_version")
class MappingVersionRow {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Id
    long number;

    String hash;

    @Column(name = "taken_up_at")
    Instant at;

    @Column(name = "taken_up_by")
    String by;

    String note;
    String files;

    MappingVersionRow() {}

    MappingVersionRow(MappingVersion version) {
        this.number = version.number();
        this.hash = version.hash();
        this.at = version.at();
        this.by = version.by();
        this.note = version.note();
        try {
            this.files = JSON.writeValueAsString(version.files());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The files of a version cannot be written as JSON", e);
        }
    }

    MappingVersion version() {
        try {
            TreeMap<String, String> texts = JSON.readValue(files, new TypeReference<>() {});
            return new MappingVersion(number, hash, at, by, note, texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The files of mapping version " + number + " cannot be read", e);
        }
    }
}
