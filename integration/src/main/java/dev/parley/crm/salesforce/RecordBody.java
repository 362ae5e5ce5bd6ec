package dev.parley.crm.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.RecordWrite;
import dev.parley.crm.RecordWrite.Target;
import dev.parley.crm.Reference;
import java.util.Set;

/** A record as the JSON that a collection takes. */
final class RecordBody {

    /** These may refer to several object types, so the reference has to say which. */
    private static final Set<String> POLYMORPHIC = Set.of("OwnerId", "WhatId", "WhoId");

    private RecordBody() {}

    static String of(RecordWrite write) {
        ObjectNode body = SalesforceClient.JSON.createObjectNode();
        body.putObject("attributes").put("type", write.sobject());
        if (write.target() instanceof Target.ById by) {
            body.put("Id", by.id());
        } else if (write.target() instanceof Target.ByExternalId by) {
            body.put(by.field(), by.value());
        }
        write.fields().forEach((field, value) -> put(body, field, value));
        try {
            return SalesforceClient.JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }

    private static void put(ObjectNode body, String field, Object value) {
        if (value instanceof Reference reference) {
            ObjectNode other = body.putObject(relationship(field));
            if (POLYMORPHIC.contains(field)) {
                other.putObject("attributes").put("type", reference.sobject());
            }
            other.put(reference.externalId(), reference.value());
        } else {
            body.putPOJO(field, value);
        }
    }

    /** The relationship that belongs to a look-up field: {@code Lead__c} has {@code Lead__r}, {@code AccountId} Account. */
    private static String relationship(String field) {
        if (field.endsWith("__c")) {
            return field.substring(0, field.length() - 1) + "r";
        }
        return field.endsWith("Id") ? field.substring(0, field.length() - 2) : field;
    }
}
