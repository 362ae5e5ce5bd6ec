package dev.parley.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Snapshot;
import dev.parley.identity.Identity;
import dev.parley.mapping.DesiredRecord;
import dev.parley.mapping.Translation;
import java.util.List;

/**
 * What a conversation should be in the CRM.
 *
 * @param snapshot the conversation
 * @param identity who the visitor is
 * @param mode how far its source goes
 * @param records as they should be
 * @param mappings hash of the mapping files that say so, see {@code MappingSet.version}
 * @param failures records that a mapping file could not make
 * @param dossier all that is known, as mapping files see it; null where nothing is to be written
 */
public record Plan(
        Snapshot snapshot,
        Identity identity,
        Mode mode,
        String mappings,
        List<DesiredRecord> records,
        List<Translation.Failure> failures,
        ObjectNode dossier) {

    /** Whether sellers may be told of it: it goes on now, and its source is one in whose name they are spoken to. */
    public boolean speaksToSellers() {
        return mode == Mode.HANDOFF && dossier != null && snapshot.live();
    }

    /** Whether it is worth following while it grows. */
    boolean matters() {
        return identity.opportunityId() != null;
    }
}
