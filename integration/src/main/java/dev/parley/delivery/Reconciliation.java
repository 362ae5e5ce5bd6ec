package dev.parley.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.DueConversations;
import dev.parley.conversation.Snapshot;
import dev.parley.conversation.TranscriptPart;
import dev.parley.crm.Crm;
import dev.parley.crm.Soql;
import dev.parley.dossier.Dossiers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Proves that the CRM holds what the chat services said: each conversation's record, its number of messages, and every
 * part of its transcript, word for word.
 */
public final class Reconciliation {

    /** External ids stand in the query's URL, which Salesforce bounds at 16,384 characters. */
    private static final int PAGE = 50;

    private final DueConversations due;
    private final Planner planner;
    private final Records records;
    private final Crm crm;

    /** Over the store and the CRM. */
    public Reconciliation(DueConversations due, Planner planner, Records records, Crm crm) {
        this.due = due;
        this.planner = planner;
        this.records = records;
        this.crm = crm;
    }

    /**
     * One thing that differs.
     *
     * @param conversation its external id
     * @param what is different
     * @param crm what the CRM holds, or null
     * @param store what it should hold
     */
    public record Finding(String conversation, String what, String crm, String store) {}

    /**
     * The proof.
     *
     * @param checked conversations that were compared
     * @param waiting conversations that are due and have not been written yet
     * @param leftOut conversations that are not meant for the CRM: nothing was said, or a setting leaves them out
     * @param differences everything that differs, none is good
     */
    public record Proof(long checked, long waiting, long leftOut, List<Finding> differences) {}

    /** Compares all conversations that arrived since then; one call for each fifty. */
    public Proof prove(Instant since, boolean repair) {
        Proof proof = new Proof(0, 0, 0, List.of());
        long after = 0;
        List<Snapshot> page = due.page(since, after, PAGE);
        while (!page.isEmpty()) {
            proof = sum(proof, prove(page, repair));
            after = page.get(page.size() - 1).rowId();
            page = due.page(since, after, PAGE);
        }
        return proof;
    }

    private static Proof sum(Proof one, Proof other) {
        List<Finding> all = new ArrayList<>(one.differences());
        all.addAll(other.differences());
        return new Proof(
                one.checked() + other.checked(), one.waiting() + other.waiting(), one.leftOut() + other.leftOut(), all);
    }

    private Proof prove(List<Snapshot> page, boolean repair) {
        List<Snapshot> meant = page.stream()
                .filter(snapshot -> !planner.plan(snapshot).records().isEmpty()
                        && planner.plan(snapshot).mode() != Mode.OBSERVE)
                .toList();
        List<Snapshot> written =
                meant.stream().filter(snapshot -> snapshot.appliedVersion() > 0).toList();
        List<Finding> findings = written.isEmpty() ? List.of() : compare(written, repair);
        return new Proof(written.size(), meant.size() - written.size(), page.size() - meant.size(), findings);
    }

    private List<Finding> compare(List<Snapshot> written, boolean repair) {
        String ids = Soql.list(written.stream().map(Dossiers::externalId).toList());
        List<List<ObjectNode>> held = crm.query(List.of(
                "SELECT External_Id__c, Message_Count__c FROM Chat_Conversation__c WHERE External_Id__c IN " + ids,
                "SELECT External_Id__c, Body__c FROM Chat_Transcript_Part__c"
                        + " WHERE Conversation__r.External_Id__c IN " + ids));
        Map<String, ObjectNode> conversations = byExternalId(held.get(0));
        Map<String, ObjectNode> parts = byExternalId(held.get(1));
        List<Finding> findings = new ArrayList<>();
        for (Snapshot snapshot : written) {
            List<Finding> own = compare(snapshot, conversations, parts, records.discarded(snapshot));
            findings.addAll(own);
            if (repair && !own.isEmpty()) {
                records.forget(snapshot);
                due.rewrite(List.of(snapshot.key()));
            }
        }
        return findings;
    }

    private static List<Finding> compare(
            Snapshot snapshot,
            Map<String, ObjectNode> conversations,
            Map<String, ObjectNode> parts,
            Set<RecordKey> discarded) {
        String id = Dossiers.externalId(snapshot);
        // A person decided that it may stay undone, and what hangs under it cannot be there without it.
        if (discarded.contains(new RecordKey(Currents.CONVERSATION, id))) {
            return List.of();
        }
        ObjectNode conversation = conversations.get(id);
        if (conversation == null) {
            return List.of(new Finding(id, "record missing", null, "Chat_Conversation__c"));
        }
        // What came since the last write is on its way, and no difference yet.
        if (snapshot.version() > snapshot.appliedVersion()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        int count = conversation.path("Message_Count__c").asInt();
        if (count != snapshot.tally().messages()) {
            findings.add(new Finding(
                    id,
                    "number of messages",
                    String.valueOf(count),
                    String.valueOf(snapshot.tally().messages())));
        }
        for (TranscriptPart part : snapshot.transcript().changed()) {
            if (discarded.contains(new RecordKey("Chat_Transcript_Part__c", id + ":" + part.sequence()))) {
                continue;
            }
            ObjectNode held = parts.get(id + ":" + part.sequence());
            if (held == null || !FieldValue.same(held.get("Body__c"), FieldValue.json(part.body()))) {
                findings.add(new Finding(
                        id, "transcript part " + part.sequence(), held == null ? null : "another text", "its text"));
            }
        }
        return findings;
    }

    private static Map<String, ObjectNode> byExternalId(List<ObjectNode> rows) {
        Map<String, ObjectNode> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.path("External_Id__c").asText(), row));
        return byId;
    }
}
