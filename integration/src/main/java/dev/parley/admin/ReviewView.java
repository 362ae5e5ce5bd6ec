package dev.parley.admin;

import dev.parley.delivery.Plan;
import dev.parley.dossier.Dossiers;
import dev.parley.identity.Candidate;
import dev.parley.identity.Identity;
import dev.parley.identity.Visitor;
import dev.parley.words.Sayings;
import java.util.List;
import java.util.Locale;

/**
 * A conversation that waits for a person.
 *
 * @param source its channel
 * @param id its id there
 * @param visitor what is known of the visitor, as it is compared
 * @param opening their first words, or null
 * @param decision {@code review}; {@code manual} once a person has decided
 * @param confidence of the likeliest, from 0 to 1
 * @param reason why a person is asked
 * @param gap by how much the likeliest candidate stands above the next of its kind, from 0 to 1; null where it is alone
 * @param accountId what is linked for now, or null
 * @param contactId the same
 * @param leadId the same
 * @param opportunityId the same
 * @param evidence all that was found
 * @param candidates who may be meant, the surest first, field by field
 */
record ReviewView(
        String source,
        String id,
        Visitor visitor,
        String opening,
        String decision,
        double confidence,
        String reason,
        Double gap,
        String accountId,
        String contactId,
        String leadId,
        String opportunityId,
        List<String> evidence,
        List<Candidate> candidates) {

    /** @param sayings the language of what was found */
    static ReviewView of(Plan plan, Sayings sayings) {
        Identity identity = plan.identity();
        return new ReviewView(
                plan.snapshot().key().source(),
                plan.snapshot().key().id(),
                Dossiers.visitor(plan.snapshot()),
                plan.snapshot().opening(),
                identity.decision().name().toLowerCase(Locale.ROOT),
                identity.confidence(),
                identity.reviewReason().map(sayings::retold).orElse(null),
                identity.gap(),
                identity.accountId(),
                identity.contactId(),
                identity.leadId(),
                identity.opportunityId(),
                identity.evidence().stream().map(sayings::retold).toList(),
                identity.candidates());
    }
}
