package dev.parley.crm.salesforce;

import dev.parley.crm.RecordWrite;
import dev.parley.crm.RecordWrite.Duplicates;
import dev.parley.crm.RecordWrite.Options;
import dev.parley.crm.RecordWrite.Target;
import java.util.Locale;
import java.util.Map;

/**
 * What the records of one collection have in common.
 *
 * @param sobject API name
 * @param kind how the records are addressed
 * @param externalId API name of the external id field, empty unless they are addressed by it
 * @param options become the headers of the collection's subrequest
 */
record RecordGroup(String sobject, Kind kind, String externalId, Options options) {

    enum Kind {
        UPDATE,
        UPSERT,
        INSERT
    }

    static RecordGroup of(RecordWrite write) {
        if (write.target() instanceof Target.ByExternalId by) {
            return new RecordGroup(write.sobject(), Kind.UPSERT, by.field(), write.options());
        }
        Kind kind = write.target() instanceof Target.ById ? Kind.UPDATE : Kind.INSERT;
        return new RecordGroup(write.sobject(), kind, "", write.options());
    }

    String method() {
        return kind == Kind.INSERT ? "POST" : "PATCH";
    }

    /** The collection's resource, below the version. */
    String resource() {
        return kind == Kind.UPSERT ? "/composite/sobjects/" + sobject + "/" + externalId : "/composite/sobjects";
    }

    Map<String, String> headers() {
        return Map.of("Sforce-Auto-Assign", assignment(), "Sforce-Duplicate-Rule-Header", duplicates());
    }

    private String assignment() {
        return switch (options.assignment().toLowerCase(Locale.ROOT)) {
            case "none" -> "FALSE";
            case "rules" -> "TRUE";
            default -> options.assignment();
        };
    }

    private String duplicates() {
        return options.duplicates() == Duplicates.ALLOW
                ? "allowSave=true; includeRecordDetails=true"
                : "allowSave=false";
    }
}
