package dev.parley.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.DueConversations;
import dev.parley.conversation.Snapshot;
import dev.parley.crm.Crm;
import dev.parley.crm.RecordWrite;
import dev.parley.crm.RecordWrite.Options;
import dev.parley.crm.RecordWrite.Target;
import dev.parley.identity.Manual;
import dev.parley.store.Tx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries out what people command in the CRM, each command once: what was done stands in the store before it is said on
 * the record, so that a restart between the two only says it again.
 */
final class Commands {

    private static final String SOBJECT = "Chat_Command__c";
    private static final String UNDO = "Undo";

    /** That the visitor is nobody whom the CRM knows. */
    private static final String NOBODY = "Nobody__c";

    /** That everybody of the visitor's domain goes the same way. */
    private static final String ALWAYS = "Always__c";

    /** All that Parley knows, in the order in which they were given. */
    static final String SOQL = "SELECT Id, Action__c, Conversation__c, CreatedById, CreatedDate, " + NOBODY + ", "
            + ALWAYS + ", " + String.join(", ", Edits.LINKS)
            + " FROM " + SOBJECT + " WHERE Status__c = 'New' AND Action__c IN ('Correct match', '" + UNDO + "', '"
            + OfferCommands.ACCEPT + "', '" + OfferCommands.DECLINE + "') ORDER BY CreatedDate, Id LIMIT 200";

    private final Tx tx;
    private final Crm crm;
    private final DueConversations due;
    private final Deciding deciding;
    private final OfferCommands offers;
    private final Clock clock;

    Commands(Tx tx, Crm crm, DueConversations due, Deciding deciding, OfferCommands offers, Clock clock) {
        this.tx = tx;
        this.crm = crm;
        this.due = due;
        this.deciding = deciding;
        this.offers = offers;
        this.clock = clock;
    }

    void carryOut(List<ObjectNode> commands) {
        List<RecordWrite> answers = new ArrayList<>();
        for (ObjectNode command : commands) {
            String id = command.path("Id").asText();
            if (before(id).isEmpty() && isBeingWritten(command)) {
                continue;
            }
            CommandRow done = before(id).orElseGet(() -> remembered(result(id, command)));
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("Status__c", done.status);
            fields.put("Result__c", done.result);
            answers.add(new RecordWrite(SOBJECT, new Target.ById(id), fields, Options.PLAIN));
        }
        if (!answers.isEmpty()) {
            crm.write(answers);
        }
    }

    /** A delivery on its way would settle what it planned before the command: the next look finds the command again. */
    private boolean isBeingWritten(ObjectNode command) {
        return !due.leased(rows(command.path("Conversation__c").asText())).isEmpty();
    }

    private Optional<CommandRow> before(String id) {
        return tx.call(em -> Optional.ofNullable(em.find(CommandRow.class, id)));
    }

    private CommandRow remembered(CommandRow row) {
        tx.run(em -> em.persist(row));
        return row;
    }

    private CommandRow result(String id, ObjectNode command) {
        Optional<Snapshot> conversation =
                conversation(command.path("Conversation__c").asText());
        if (conversation.isEmpty()) {
            return refused(id, "Parley does not keep this conversation any more (store.keepDays): link it by hand.");
        }
        if (OfferCommands.isOne(command)) {
            OfferCommands.Outcome outcome = offers.carryOut(conversation.get().key(), command);
            return outcome.done() ? done(id, outcome.said()) : refused(id, outcome.said());
        }
        return command.path("Action__c").asText().equals(UNDO)
                ? undo(id, conversation.get())
                : correct(id, command, conversation.get());
    }

    private CommandRow undo(String id, Snapshot conversation) {
        return deciding.undo(conversation)
                ? done(
                        id,
                        "The last link was taken back: the conversation is linked as it was before. Records that were"
                                + " made for it stay.")
                : refused(id, "There is no link of Parley's to take back.");
    }

    private CommandRow correct(String id, ObjectNode command, Snapshot conversation) {
        Map<String, String> links = new LinkedHashMap<>();
        Edits.LINKS.stream()
                .filter(field -> !FieldValue.blank(command.get(field)))
                .forEach(field -> links.put(field, command.path(field).asText()));
        boolean nobody = command.path(NOBODY).asBoolean(false);
        if (links.isEmpty() != nobody) {
            return refused(
                    id,
                    nobody
                            ? "The command names a record and says that it is nobody's: give one of the two."
                            : "The command names no record: give the account, contact, lead or opportunity.");
        }
        boolean always = command.path(ALWAYS).asBoolean(true);
        deciding.link(conversation, nobody ? Manual.nobody() : links, always);
        // A domain is taught whose it is, so that somebody must have said so.
        return done(id, linked(nobody, always && (nobody || links.containsKey(Manual.ACCOUNT))));
    }

    private static String linked(boolean nobody, boolean always) {
        return (nobody ? "The conversation is linked to none of them." : "The conversation is linked as you said.")
                + (always
                        ? " Visitors of the same address or domain go the same way from now on."
                        : " Visitors of the same address go the same way from now on.");
    }

    private Optional<Snapshot> conversation(String crmId) {
        return due.lookAt(rows(crmId)).stream().findFirst();
    }

    private List<Long> rows(String crmId) {
        return tx.call(em -> em.createQuery(
                        "select a.key.conversationId from AppliedRow a where a.crmId = :id and a.key.sobject = :sobject",
                        Long.class)
                .setParameter("id", crmId)
                .setParameter("sobject", Currents.CONVERSATION)
                .getResultList());
    }

    private CommandRow done(String id, String result) {
        return new CommandRow(id, clock.instant(), CommandRow.DONE, result);
    }

    private CommandRow refused(String id, String result) {
        return new CommandRow(id, clock.instant(), CommandRow.REFUSED, result);
    }
}
