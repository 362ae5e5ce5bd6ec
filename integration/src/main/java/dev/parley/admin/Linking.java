package dev.parley.admin;

import dev.parley.conversation.DueConversations;
import dev.parley.conversation.DueOffers;
import dev.parley.conversation.Inbox;
import dev.parley.crm.Crm;
import dev.parley.delivery.BoundOrg;
import dev.parley.delivery.CorrectionRoutes;
import dev.parley.delivery.Corrections;
import dev.parley.delivery.Deciding;
import dev.parley.delivery.Planner;
import dev.parley.handoff.Answering;
import dev.parley.identity.Directory;
import dev.parley.identity.Links;
import dev.parley.store.Tx;
import java.time.Clock;
import org.apache.camel.CamelContext;

/**
 * What people decide of conversations' links.
 *
 * @param links what was decided so far
 * @param deciding carries decisions out
 * @param corrections reads them back from the CRM
 */
record Linking(Links links, Deciding deciding, Corrections corrections) {

    static Linking of(
            Links links,
            Tx tx,
            Crm crm,
            BoundOrg org,
            DueConversations due,
            Directory directory,
            Planner planner,
            Inbox inbox,
            Clock clock) {
        Deciding deciding = new Deciding(tx, crm, due, planner, clock);
        Answering answering = new Answering(inbox, new DueOffers(tx, clock), clock);
        return new Linking(
                links, deciding, new Corrections(tx, crm, org, due, directory, deciding, inbox, answering, clock));
    }

    /** Lets the context's routes find what they need; while nothing is written nothing is read back either. */
    void join(CamelContext context, boolean writing) throws Exception {
        if (writing) {
            context.getRegistry().bind(CorrectionRoutes.CORRECTIONS, corrections);
            context.addRoutes(new CorrectionRoutes());
        }
    }
}
