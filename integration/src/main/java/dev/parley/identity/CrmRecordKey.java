package dev.parley.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
record CrmRecordKey(@Column(name = "sobject") String sobject, @Column(name = "record_id") String recordId) {}
