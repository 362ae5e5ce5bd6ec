package dev.parley.rehearsal;

import dev.parley.conversation.ConversationKey;
import dev.parley.delivery.DryRun.Change;
import dev.parley.delivery.Plan;
import dev.parley.identity.Identity.Decision;
import dev.parley.mapping.DesiredRecord;
import dev.parley.mapping.DesiredRecord.DesiredField;
import dev.parley.mapping.Translation;
import dev.parley.rehearsal.Surprise.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks through plans for what their reader may not expect. */
final class SurpriseSearch {

    private static final int MOST = 10;
    private static final double SURE = 0.8;

    /** A conversation stands out with this many records, and with this many times what is usual. */
    private static final int MANY = 20;

    private static final int TIMES_THE_USUAL = 5;

    /** What Salesforce wants of every new record of its standard objects. */
    private static final Map<String, Set<String>> REQUIRED = Map.of(
            "Lead", Set.of("LastName", "Company"),
            "Contact", Set.of("LastName"),
            "Account", Set.of("Name"),
            "Opportunity", Set.of("Name", "StageName", "CloseDate"));

    private final Surprises surprises = new Surprises();
    private final Map<ConversationKey, Integer> records = new LinkedHashMap<>();

    /** Looks at one conversation's plan, and at what of it would be written. */
    void look(Plan plan, List<Change> changes) {
        ConversationKey conversation = plan.snapshot().key();
        records.put(conversation, changes.size());
        for (Translation.Failure failure : plan.failures()) {
            String what = failure.sobject() + " cannot be made: " + failure.message();
            surprises.note(Kind.NOT_MADE, what, failure.place(), conversation);
        }
        lookAtMatch(plan, conversation);
        changes.forEach(change -> lookAt(change, conversation));
        if (changes.isEmpty()
                && plan.failures().isEmpty()
                && plan.snapshot().tally().messages() > 0) {
            surprises.note(Kind.NOTHING, "no record is written, though something was said", null, conversation);
        }
    }

    private void lookAtMatch(Plan plan, ConversationKey conversation) {
        if (plan.identity().decision() == Decision.REVIEW) {
            surprises.note(Kind.REVIEW, "a person has to look at the match", null, conversation);
        } else if (plan.identity().decision() == Decision.AUTO
                && plan.identity().confidence() < SURE) {
            surprises.note(Kind.UNSURE, "matched with a confidence below " + SURE, null, conversation);
        }
    }

    private void lookAt(Change change, ConversationKey conversation) {
        DesiredRecord record = change.record();
        for (DesiredField field : record.fields()) {
            if (change.fields().containsKey(field.name())) {
                lookAt(record.sobject() + "." + field.name(), field, conversation);
            }
        }
        if (change.created()) {
            REQUIRED.getOrDefault(record.sobject(), Set.of()).stream()
                    .filter(name -> change.fields().get(name) == null)
                    .forEach(name -> surprises.note(
                            Kind.REQUIRED_BLANK,
                            record.sobject() + "." + name + " has no value: Salesforce refuses the record",
                            record.place(),
                            conversation));
        }
        surprises.note(
                Kind.SHARED,
                record.sobject() + " " + record.key() + " is written by several conversations",
                record.place(),
                conversation);
    }

    private void lookAt(String name, DesiredField field, ConversationKey conversation) {
        switch (field.origin()) {
            case CUT -> surprises.note(Kind.CUT, name + " is cut to its 'max'", field.place(), conversation);
            case DEFAULT -> surprises.note(
                    Kind.DEFAULT, name + " is not known: its default stands in", field.place(), conversation);
            case SAID -> {
                // Nothing to wonder at.
            }
        }
    }

    /** The ten biggest, once everything has been looked at. */
    List<Surprise> biggest() {
        List<Integer> sorted = new ArrayList<>(records.values());
        sorted.sort(null);
        int usual = sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
        records.forEach((conversation, count) -> {
            if (count >= MANY && count >= TIMES_THE_USUAL * usual) {
                String what = "one conversation writes " + count + " records, where " + usual + " are usual";
                surprises.note(Kind.MANY, what, null, conversation);
            }
        });
        return surprises.biggest(MOST);
    }
}
