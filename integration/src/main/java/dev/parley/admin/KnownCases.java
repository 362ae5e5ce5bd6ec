package dev.parley.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Snapshot;
import dev.parley.delivery.Planner;
import dev.parley.delivery.Planner.Understanding;
import dev.parley.handoff.Case;
import dev.parley.identity.Directory;
import java.util.Collection;

/** What is known of a conversation by the copy of the CRM and the mapping files. */
record KnownCases(Directory directory, Planner planner) implements Case.Cases {

    /** What cannot be known while the directory is being read is looked at again when it was. */
    @Override
    public Case of(Snapshot snapshot) {
        Understanding known = directory
                .whileWhole(() -> planner.understand(snapshot))
                .orElseThrow(() -> new IllegalStateException("the copy of the CRM is being read"));
        String lead = known.identity().leadId();
        String leadOwner = lead == null
                ? null
                : directory
                        .current("Lead", lead)
                        .map(fields -> fields.path("OwnerId"))
                        .map(JsonNode::textValue)
                        .orElse(null);
        return new Case(snapshot, known.dossier(), leadOwner, known.courtesies());
    }

    @Override
    public void expect(Collection<Snapshot> conversations) {
        planner.read(conversations);
    }
}
