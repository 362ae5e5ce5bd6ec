package dev.parley.identity;

import dev.parley.crm.Crm;
import dev.parley.crm.CrmException;
import dev.parley.crm.Soql;
import java.util.List;
import java.util.Optional;

/** The queue that owns the conversations which belong to nobody's opportunity, account or lead. */
final class UnassignedQueue {

    /** Its name in the package. */
    private static final String NAME = "Chat_Conversations_Unassigned";

    private final Crm crm;
    private volatile Optional<String> known;

    /** Over the CRM; it is asked at the first use, with one call. */
    UnassignedQueue(Crm crm) {
        this.crm = crm;
    }

    /** The queue's id; empty in an org that has none, or while the CRM cannot be asked. */
    Optional<String> id() {
        if (known == null) {
            try {
                known = ask();
            } catch (CrmException e) {
                return Optional.empty();
            }
        }
        return known;
    }

    private Optional<String> ask() {
        String soql = "SELECT Id FROM Group WHERE Type = 'Queue' AND DeveloperName = " + Soql.text(NAME);
        return crm.query(List.of(soql)).get(0).stream()
                .map(row -> row.path("Id").asText())
                .findFirst();
    }
}
