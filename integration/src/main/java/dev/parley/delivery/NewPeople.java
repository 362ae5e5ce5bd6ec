package dev.parley.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.identity.Owners.Colleague;
import dev.parley.mail.Mail;
import dev.parley.mail.Outbox;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the owner of an opportunity, else of the account, by mail that somebody new of that account has come to the chat:
 * once for each person, and only where sellers are spoken to at all (mode {@code handoff}).
 */
public final class NewPeople implements Consumer<List<Plan>> {

    private static final Logger LOG = LoggerFactory.getLogger(NewPeople.class);
    private static final Set<String> SURE = Set.of("Auto", "Manual");
    private static final int LONGEST_SUBJECT = 200;

    private final Outbox outbox;
    private final Function<String, Optional<Colleague>> colleagues;
    private final String crmUrl;

    /**
     * Makes it.
     *
     * @param outbox where the mails go
     * @param colleagues gives a user of the org by id; none for a queue
     * @param crmUrl base of the links to records
     */
    public NewPeople(Outbox outbox, Function<String, Optional<Colleague>> colleagues, String crmUrl) {
        this.outbox = outbox;
        this.colleagues = colleagues;
        this.crmUrl = crmUrl;
    }

    @Override
    public void accept(List<Plan> plans) {
        plans.forEach(plan -> mail(plan).ifPresent(name -> tell(plan.dossier(), name)));
    }

    /** The name of the mail that a conversation is worth, the same for the same person of the same account. */
    public static Optional<String> mail(Plan plan) {
        return isNews(plan) && owner(plan.dossier()) != null
                ? Optional.of(
                        "new-person:" + plan.dossier().at("/identity/accountId").asText() + ":"
                                + plan.dossier().at("/visitor/externalId").asText())
                : Optional.empty();
    }

    private static boolean isNews(Plan plan) {
        if (!plan.speaksToSellers()) {
            return false;
        }
        JsonNode identity = plan.dossier().path("identity");
        return identity.path("kind").asText().equals("new")
                && identity.hasNonNull("accountId")
                && SURE.contains(identity.path("decision").asText())
                && plan.dossier().path("visitor").hasNonNull("externalId");
    }

    private static String owner(ObjectNode dossier) {
        return dossier.at("/opportunity/ownerId")
                .asText(dossier.at("/account/ownerId").asText(null));
    }

    private void tell(ObjectNode dossier, String name) {
        colleagues.apply(owner(dossier)).ifPresent(seller -> tell(dossier, name, seller));
    }

    private void tell(ObjectNode dossier, String name, Colleague seller) {
        String account = dossier.at("/identity/accountId").asText();
        try {
            outbox.put(Mail.named(name, seller.email(), subject(dossier), text(dossier, account)));
        } catch (IllegalArgumentException e) {
            // What was said must reach the CRM all the same.
            LOG.warn("The owner of account {} cannot be told of somebody new: {}", account, e.getMessage());
        }
    }

    private static String subject(ObjectNode dossier) {
        String line = "Somebody new of " + dossier.at("/account/name").asText("an account of yours") + " in the chat: "
                + dossier.at("/visitor/name").asText("no name given");
        String clean = Mail.oneLine(line);
        return clean.codePointCount(0, clean.length()) <= LONGEST_SUBJECT
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_SUBJECT));
    }

    private String text(ObjectNode dossier, String account) {
        String opportunity = dossier.at("/identity/opportunityId").asText(null);
        String page = opportunity == null ? "Account/" + account : "Opportunity/" + opportunity;
        return "The CRM has no such contact yet.\n\nWhat it was about: "
                + dossier.at("/conversation/summary").asText("see the record") + "\n\n" + crmUrl + "/lightning/r/"
                + page + "/view\n";
    }
}
