package dev.parley.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
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

    /** Null if it was only taken up, for what was said from then on. */
    @Column(name = "applied_at")
    Instant appliedAt;

    @Column(name = "applied_by")
    String appliedBy;

    /** The version whose files it brought back, or null. */
    Long restores;

    /** Null until they have been counted. */
    @Column(name = "file_count")
    Integer fileCount;

    String files;

    MappingVersionRow() {}

    MappingVersionRow(MappingVersion version) {
        this.number = version.number();
        this.hash = version.hash();
        this.at = version.at();
        this.by = version.by();
        this.note = version.note();
        this.appliedAt = version.appliedAt();
        this.appliedBy = version.appliedBy();
        this.restores = version.restores();
        this.fileCount = version.files().size();
        this.files = json(version.files());
    }

    /** Brings what an earlier release of the program wrote down into the form of this one. */
    void renew() {
        MappingVersion version = version();
        fileCount = version.files().size();
        files = json(version.files());
    }

    private static String json(Map<String, String> texts) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(texts));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The files of a version cannot be written as JSON", e);
        }
    }

    MappingVersion version() {
        try {
            TreeMap<String, String> texts = JSON.readValue(files, new TypeReference<>() {});
            return new MappingVersion(number, hash, at, by, note, appliedAt, appliedBy, restores, texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The files of mapping version " + number + " cannot be read", e);
        }
    }
}
