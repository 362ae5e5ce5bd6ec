package dev.parley.sandbox.saving;

import dev.parley.sandbox.records.Records;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.SalesforceError;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tasks and events: whom and what they are about, and what follows from their times and states. */
final class ActivityRules {
    private final Records records;

    ActivityRules(Records records) {
        this.records = records;
    }

    void task(Map<String, Object> values) {
        relate(values);
        boolean closed = "Completed".equals(values.get("Status"));
        values.put("IsClosed", closed);
        values.put("IsHighPriority", "High".equals(values.get("Priority")));
        values.putIfAbsent("TaskSubtype", "Task");
    }

    void event(Map<String, Object> values) {
        relate(values);
        Instant start = (Instant) values.getOrDefault("StartDateTime", values.get("ActivityDateTime"));
        Instant end = (Instant) values.get("EndDateTime");
        if (start != null && end == null && values.get("DurationInMinutes") instanceof Integer minutes) {
            end = start.plus(Duration.ofMinutes(minutes));
        }
        if (start == null || end == null) {
            requireDay(values);
            return;
        }
        if (end.isBefore(start)) {
            throw SalesforceError.badRequest(
                    "FIELD_INTEGRITY_EXCEPTION", "Event duration cannot be negative", "DurationInMinutes");
        }
        values.put("StartDateTime", start);
        values.put("ActivityDateTime", start);
        values.put("EndDateTime", end);
        values.put("DurationInMinutes", (int) Duration.between(start, end).toMinutes());
        values.put("ActivityDate", LocalDate.ofInstant(start, ZoneOffset.UTC));
    }

    private static void requireDay(Map<String, Object> values) {
        boolean wholeDay = Boolean.TRUE.equals(values.get("IsAllDayEvent")) && values.get("ActivityDate") != null;
        if (!wholeDay) {
            List<String> missing = List.of("DurationInMinutes", "ActivityDateTime");
            throw new SalesforceError(
                    400, "REQUIRED_FIELD_MISSING", "Required fields are missing: " + missing, missing);
        }
    }

    private void relate(Map<String, Object> values) {
        Optional<SObject> who = parent(values, "WhoId");
        Optional<SObject> what = parent(values, "WhatId");
        boolean isLead =
                who.filter(person -> person.type().name().equals("Lead")).isPresent();
        if (isLead && who.filter(lead -> lead.isTrue("IsConverted")).isPresent()) {
            throw SalesforceError.badRequest(
                    "CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead", "WhoId");
        }
        if (isLead && what.isPresent()) {
            throw SalesforceError.badRequest(
                    "FIELD_INTEGRITY_EXCEPTION", "Related To ID: cannot be set when Name is a lead", "WhoId", "WhatId");
        }
        what.or(() -> who)
                .flatMap(ActivityRules::accountOf)
                .ifPresentOrElse(account -> values.put("AccountId", account), () -> values.remove("AccountId"));
    }

    private Optional<SObject> parent(Map<String, Object> values, String field) {
        return Optional.ofNullable((String) values.get(field)).flatMap(records::byId);
    }

    private static Optional<String> accountOf(SObject parent) {
        return parent.type().name().equals("Account")
                ? Optional.of(parent.id())
                : Optional.ofNullable(parent.text("AccountId"));
    }
}
